/* SPDX-License-Identifier: EUPL-1.2 */
/* Clock, hash, utf8, buffers: what base promises. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/process.h"
#include "base/random.h"
#include "base/utf8.h"

static void
iso_is(const char *utc, const char *italian)
{
	char text[ORA_LEN + 1];
	int64_t t, back;

	assert_int_equal(clock_parse(&t, utc), 0);
	clock_iso(text, t);
	assert_string_equal(text, italian);
	assert_int_equal(clock_parse(&back, text), 0);
	assert_true(back == t);
}

static void
clock_zone(void **state)
{
	(void)state;
	iso_is("2026-01-15T12:00:00Z", "2026-01-15T13:00:00+01:00");
	iso_is("2026-07-15T12:00:00Z", "2026-07-15T14:00:00+02:00");
	/* the two changes of 2026: 29 March and 25 October, 01:00 UTC */
	iso_is("2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00");
	iso_is("2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00");
	iso_is("2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00");
	iso_is("2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00");
	iso_is("2026-12-31T23:30:00Z", "2027-01-01T00:30:00+01:00");
	iso_is("2024-02-29T12:00:00Z", "2024-02-29T13:00:00+01:00");
}

static void
clock_refuses(void **state)
{
	static const char *const bad[] = {
		"", "2026", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
		"2026-01-01 00:00:00Z", "2026-01-01T24:00:00Z",
		"2026-01-01T00:60:00Z", "2026-01-01T00:00:00",
		"2026-01-01T00:00:00+1:00", "2026-01-01T00:00:00Zx",
		"0000-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z",
	};
	char after[GIORNO_LEN + 1];
	int64_t t;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++)
		assert_int_equal(clock_parse(&t, bad[i]), ERR_INVALID);
	clock_day_after(after, "2028-02-28");
	assert_string_equal(after, "2028-02-29");
	clock_day_after(after, "2027-02-28");
	assert_string_equal(after, "2027-03-01");
	clock_day_after(after, "2026-12-31");
	assert_string_equal(after, "2027-01-01");
	assert_true(clock_day_valid("2024-02-29"));
	assert_false(clock_day_valid("2025-02-29"));
	assert_false(clock_day_valid("2100-02-29"));
	assert_false(clock_day_valid("2026-1-1"));
}

static void
clock_year_turns(void **state)
{
	int64_t t;

	(void)state;
	assert_int_equal(clock_parse(&t, "2026-12-31T22:59:59Z"), 0);
	assert_int_equal(clock_year(t), 2026);
	assert_int_equal(clock_year(t + 1), 2027);
}

static void
hash_known(void **state)
{
	char hex[IMPRONTA_LEN + 1];

	(void)state;
	hash_hex(hex, "abc", 3);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad");
	assert_true(hash_valid(hex));
	hex[0] = 'B';
	assert_false(hash_valid(hex));
}

static void
list_that_grows(void **state)
{
	AUTO(arena) a = arena_new();
	int *list = NULL, *same;
	int i, cap = 0;

	(void)state;
	for (i = 0; i < 1000; i++) {
		list = arena_more(a, list, i, &cap, sizeof *list);
		assert_true(cap > i);
		list[i] = i;
	}
	for (i = 0; i < 1000; i++)
		assert_int_equal(list[i], i);
	same = arena_more(a, list, cap - 1, &cap, sizeof *list);
	assert_ptr_equal(same, list);
}

static void
utf8_forms(void **state)
{
	AUTO(arena) a = arena_new();
	char *out;

	(void)state;
	assert_int_equal(utf8_nfc(&out, a, "citta\xcc\x80"), 0);
	assert_string_equal(out, "citt\xc3\xa0");
	assert_int_equal(utf8_nfc(&out, a, "\xff"), ERR_INVALID);
	assert_false(utf8_valid("\xc0\x80", 2));
	assert_false(utf8_valid("\xed\xa0\x80", 3));
	assert_false(utf8_valid("a\0b", 3));
	assert_string_equal(utf8_line(a, " a\n\t b  \u202e\u00e8 ", 9),
	    "a b \u00e8");
	assert_string_equal(utf8_line(a, "ab\u00e8 c", 4), "ab\u00e8");
	assert_string_equal(utf8_line(a, "ab\u00e8 c", 3), "ab\u00e8");
	assert_string_equal(utf8_line(a, " \n ", 3), "");
	assert_true(utf8_blank(""));
	assert_true(utf8_blank(" \t\n\u00a0\u200b\u200d\u200f\u2028\u3000"));
	assert_false(utf8_blank("\u200bx"));
	assert_false(utf8_blank("\u0301"));
	assert_false(utf8_blank("日"));
	assert_false(utf8_blank("🙂"));
	assert_int_equal(utf8_length("perché"), 6);
}

static void
names(void **state)
{
	(void)state;
	assert_true(file_path_valid("diario/2026/00/0001.xml"));
	assert_false(file_path_valid("../x"));
	assert_false(file_path_valid("a//b"));
	assert_false(file_path_valid("/a"));
	assert_false(file_path_valid("a/."));
	assert_false(file_name_valid("a\nb"));
	assert_false(file_name_valid(""));
}

static void
cursor_bounds(void **state)
{
	AUTO_BUF b = { 0 };
	struct cursor c;
	const void *p;
	size_t n;

	(void)state;
	buf_block(&b, "ciao", 4);
	c = (struct cursor){ (const unsigned char *)b.data, b.len };
	assert_int_equal(cursor_block(&p, &n, &c), 0);
	assert_int_equal(n, 4);
	assert_memory_equal(p, "ciao", 4);
	c = (struct cursor){ (const unsigned char *)b.data, b.len - 1 };
	assert_int_equal(cursor_block(&p, &n, &c), ERR_INVALID);
}

static void
child_speaks(void **state)
{
	const char *const cat[] = { "/bin/cat", NULL };
	const char *const sleep[] = { "/bin/sleep", "20", NULL };
	struct process p = { .argv = cat, .in = "ciao", .in_len = 4,
	    .out_max = 100, .seconds = 10 };
	AUTO_BUF out = { 0 };

	(void)state;
	assert_int_equal(process_run(&out, NULL, &p), 0);
	assert_string_equal(buf_str(&out), "ciao");
	p.out_max = 2;
	buf_clear(&out);
	assert_int_equal(process_run(&out, NULL, &p), ERR_INVALID);
	p.argv = sleep;
	p.seconds = 1;
	assert_int_equal(process_run(&out, NULL, &p), ERR_FAULT);
}

/* One that stays: it is given descriptors as 3 and 4, whatever they were. */
static void
child_stays(void **state)
{
	const char *const sh[] = { "/bin/sh", "-c",
	    "read x <&3; echo $x >&4; exit 3", NULL };
	const char *const none[] = { "/inesistente", NULL };
	struct process p = { .argv = sh };
	int to[2], from[2], fd[2], status;
	char said[8];
	bool ended;
	pid_t pid;

	(void)state;
	assert_int_equal(pipe(to), 0);
	assert_int_equal(pipe(from), 0);
	fd[0] = to[0];
	fd[1] = from[1];
	assert_int_equal(process_spawn(&pid, &p, fd, 2), 0);
	assert_int_equal(process_wait(&status, &ended, pid, 50), 0);
	assert_false(ended);
	assert_int_equal(write(to[1], "ciao\n", 5), 5);
	assert_int_equal(read(from[0], said, sizeof said), 5);
	assert_memory_equal(said, "ciao\n", 5);
	assert_int_equal(process_wait(&status, &ended, pid, 10000), 0);
	assert_true(ended && WIFEXITED(status) && WEXITSTATUS(status) == 3);
	assert_true(process_wait(&status, &ended, pid, 50) < 0);
	p.argv = none;
	assert_int_equal(process_spawn(&pid, &p, fd, 0), 0);
	assert_int_equal(process_wait(&status, &ended, pid, 10000), 0);
	assert_true(ended && WIFEXITED(status) && WEXITSTATUS(status) == 127);
	close(to[0]);
	close(to[1]);
	close(from[0]);
	close(from[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clock_zone),
		cmocka_unit_test(clock_refuses),
		cmocka_unit_test(clock_year_turns),
		cmocka_unit_test(hash_known),
		cmocka_unit_test(list_that_grows),
		cmocka_unit_test(utf8_forms),
		cmocka_unit_test(names),
		cmocka_unit_test(cursor_bounds),
		cmocka_unit_test(child_speaks),
		cmocka_unit_test(child_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
