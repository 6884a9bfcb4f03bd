/* SPDX-License-Identifier: EUPL-1.2 */
/* Attachments: received whole or not at all, placed once, checked. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "archivio/allegato.h"
#include "base/file.h"

#define ABC_HASH \
	"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

struct scene {
	struct arena *a;
	char *top, *transito, *dir;
};

static int
setup(void **state)
{
	struct scene *s = calloc(1, sizeof *s);

	s->a = arena_new();
	assert_int_equal(dir_temporary(&s->top, s->a), 0);
	s->transito = arena_printf(s->a, "%s/transito", s->top);
	s->dir = arena_printf(s->a, "%s/allegati", s->top);
	assert_int_equal(dir_make(s->transito), 0);
	*state = s;
	return 0;
}

static int
teardown(void **state)
{
	struct scene *s = *state;

	assert_int_equal(dir_remove(s->top), 0);
	arena_free(s->a);
	free(s);
	return 0;
}

static int
names_in(struct scene *s, const char *dir)
{
	char **name;
	int n = 0;

	assert_int_equal(dir_list(&name, s->a, dir), 0);
	while (name[n] != NULL)
		n++;
	return n;
}

static int
source(struct scene *s, const char *text)
{
	char *path = arena_printf(s->a, "%s/origine", s->top);

	assert_int_equal(file_put(path, text, strlen(text), 0600), 0);
	return open(path, O_RDONLY | O_CLOEXEC);
}

static void
received_and_placed(void **state)
{
	struct scene *s = *state;
	AUTO_FD int from = source(s, "abc"), fd = -1;
	struct allegato al;
	AUTO_BUF b = { 0 };
	struct stat st;

	assert_int_equal(allegato_receive(&al, s->a, s->transito, from, 3), 0);
	assert_string_equal(al.impronta, ABC_HASH);
	assert_int_equal(al.dimensione, 3);
	assert_int_equal(stat(al.transito, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0400);

	assert_int_equal(allegato_open(&fd, s->dir, ABC_HASH), ERR_ABSENT);
	assert_int_equal(allegato_place(&al, s->dir), 0);
	assert_int_equal(allegato_place(&al, s->dir), 0);
	assert_int_equal(allegato_open(&fd, s->dir, ABC_HASH), 0);
	assert_int_equal(file_read_fd(&b, fd, 10), 0);
	assert_string_equal(b.data, "abc");
	assert_int_equal(allegato_check(s->dir, ABC_HASH), 0);
}

static void
bytes_same_as_file(void **state)
{
	struct scene *s = *state;
	struct allegato al, empty;

	assert_int_equal(allegato_receive_bytes(&al, s->a, s->transito, "abc",
	    3), 0);
	assert_string_equal(al.impronta, ABC_HASH);
	assert_int_equal(allegato_receive_bytes(&empty, s->a, s->transito, "",
	    0), 0);
	assert_int_equal(empty.dimensione, 0);
	assert_string_not_equal(empty.transito, al.transito);
	assert_int_equal(allegato_place(&empty, s->dir), 0);
	assert_int_equal(allegato_check(s->dir, empty.impronta), 0);
}

static void
too_many_bytes(void **state)
{
	struct scene *s = *state;
	AUTO_FD int from = source(s, "abcd");
	struct allegato al;

	assert_int_equal(allegato_receive(&al, s->a, s->transito, from, 3),
	    ERR_INVALID);
	assert_int_equal(names_in(s, s->transito), 0);
	from = (close(from), open("/dev/zero", O_RDONLY | O_CLOEXEC));
	assert_int_equal(allegato_receive(&al, s->a, s->transito, from,
	    1000000), ERR_INVALID);
	assert_int_equal(names_in(s, s->transito), 0);
}

static void
from_a_pipe(void **state)
{
	struct scene *s = *state;
	struct allegato al;
	int p[2], status;
	pid_t pid;

	assert_int_equal(pipe(p), 0);
	if ((pid = fork()) == 0) {
		for (int i = 0; i < 100; i++)
			if (write(p[1], "0123456789", 10) != 10)
				_exit(1);
		_exit(0);
	}
	close(p[1]);
	assert_int_equal(allegato_receive(&al, s->a, s->transito, p[0], 1000),
	    0);
	close(p[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(al.dimensione, 1000);
	assert_int_equal(allegato_place(&al, s->dir), 0);
	assert_int_equal(allegato_check(s->dir, al.impronta), 0);
}

/* Another process appends a byte every millisecond, from before the reading
 * of 16 MB begins until after it ends. */
static void
grows_while_read(void **state)
{
	struct scene *s = *state;
	char *path = arena_printf(s->a, "%s/cresce", s->top);
	struct allegato al;
	int p[2], status, r, i;
	pid_t pid;
	char c;

	assert_int_equal(file_put(path, "", 0, 0600), 0);
	assert_int_equal(truncate(path, 16 << 20), 0);
	assert_int_equal(pipe(p), 0);
	if ((pid = fork()) == 0) {
		int fd = open(path, O_WRONLY | O_APPEND);

		for (i = 0; i < 20000; i++) {
			if (write(fd, "x", 1) != 1 ||
			    (i == 0 && write(p[1], "x", 1) != 1))
				_exit(1);
			usleep(1000);
		}
		_exit(0);
	}
	assert_int_equal(read(p[0], &c, 1), 1);
	AUTO_FD int from = open(path, O_RDONLY | O_CLOEXEC);
	r = allegato_receive(&al, s->a, s->transito, from, 1 << 30);
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	close(p[0]);
	close(p[1]);
	assert_int_equal(r, ERR_INVALID);
	assert_int_equal(names_in(s, s->transito), 0);
}

static void
other_bytes_found(void **state)
{
	struct scene *s = *state;
	struct allegato al, longer;
	char *path;

	assert_int_equal(allegato_receive_bytes(&al, s->a, s->transito, "abc",
	    3), 0);
	assert_int_equal(allegato_place(&al, s->dir), 0);
	path = allegato_path(s->a, s->dir, ABC_HASH);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(file_put(path, "abd", 3, 0400), 0);
	assert_int_equal(allegato_check(s->dir, ABC_HASH), ERR_INVALID);

	/* the place taken by a file of another length */
	assert_int_equal(file_put(path, "abcd", 4, 0400), 0);
	assert_int_equal(allegato_place(&al, s->dir), ERR_FAULT);
	assert_int_equal(allegato_receive_bytes(&longer, s->a, s->transito,
	    "abcd", 4), 0);
	assert_int_equal(allegato_place(&longer, s->dir), 0);
}

static void
links_not_followed(void **state)
{
	struct scene *s = *state;
	char *path = allegato_path(s->a, s->dir, ABC_HASH);
	struct allegato al;
	int fd = -1;

	assert_int_equal(dir_make_parent(path), 0);
	assert_int_equal(symlink("/etc/hostname", path), 0);
	assert_int_not_equal(allegato_open(&fd, s->dir, ABC_HASH), 0);
	assert_int_equal(fd, -1);
	assert_int_equal(allegato_receive_bytes(&al, s->a, s->transito, "abc",
	    3), 0);
	assert_int_equal(allegato_place(&al, s->dir), ERR_FAULT);
}

static void
improper_names(void **state)
{
	static const char *const bad[] = {
		"", "..", "ba78", "../../../../etc/passwd",
		"BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
	};
	struct scene *s = *state;
	size_t i;
	int fd;

	for (i = 0; i < NELEM(bad); i++) {
		assert_int_equal(allegato_open(&fd, s->dir, bad[i]),
		    ERR_INVALID);
		assert_int_equal(allegato_check(s->dir, bad[i]), ERR_INVALID);
		assert_int_equal(allegato_link(s->dir, bad[i], "/tmp/x"),
		    ERR_INVALID);
		assert_int_equal(allegato_distruggi(s->dir, bad[i]),
		    ERR_INVALID);
		assert_int_equal(allegato_slega(s->dir, bad[i]), ERR_INVALID);
		assert_int_equal(allegato_distruggi_transito(s->transito,
		    bad[i]), ERR_INVALID);
	}
	assert_int_equal(allegato_check(s->dir, ABC_HASH), ERR_ABSENT);
}

static void
linked_elsewhere(void **state)
{
	struct scene *s = *state;
	char *to = arena_printf(s->a, "%s/cartella/allegati/x.pdf", s->top);
	struct allegato al;
	struct stat a, b;

	assert_int_equal(allegato_link(s->dir, ABC_HASH, to), ERR_ABSENT);
	assert_int_equal(allegato_receive_bytes(&al, s->a, s->transito, "abc",
	    3), 0);
	assert_int_equal(allegato_place(&al, s->dir), 0);
	assert_int_equal(allegato_link(s->dir, ABC_HASH, to), 0);
	assert_int_equal(allegato_link(s->dir, ABC_HASH, to), 0);
	assert_int_equal(stat(to, &a), 0);
	assert_int_equal(stat(allegato_path(s->a, s->dir, ABC_HASH), &b), 0);
	assert_true(a.st_ino == b.st_ino);
	assert_int_equal(file_put(to, "altro", 5, 0600), 0);
	assert_int_equal(allegato_link(s->dir, ABC_HASH, to), ERR_FAULT);
}

/* Its bytes, links to them, copies on their way; and nothing else. */
static void
gone_for_good(void **state)
{
	struct scene *s = *state;
	char *beside = arena_printf(s->a, "%s/cartella/allegati", s->top);
	char *outside = arena_printf(s->a, "%s/fuori", s->top);
	struct allegato al, other;
	int fd;

	/* none of it there: that is no error, as the second time */
	assert_int_equal(allegato_distruggi(s->dir, ABC_HASH), 0);
	assert_int_equal(allegato_slega(beside, ABC_HASH), 0);
	assert_int_equal(allegato_receive_bytes(&al, s->a, s->transito, "abc",
	    3), 0);
	assert_int_equal(allegato_receive_bytes(&other, s->a, s->transito,
	    "abd", 3), 0);
	assert_int_equal(allegato_place(&al, s->dir), 0);
	assert_int_equal(allegato_place(&other, s->dir), 0);
	assert_int_equal(allegato_link(s->dir, ABC_HASH, arena_printf(s->a,
	    "%s/%s.pdf", beside, ABC_HASH)), 0);
	assert_int_equal(allegato_link(s->dir, other.impronta,
	    arena_printf(s->a, "%s/%s.pdf", beside, other.impronta)), 0);
	/* somebody's link in transito leads to bytes that are not ours */
	assert_int_equal(file_put(outside, "abc", 3, 0600), 0);
	assert_int_equal(symlink(outside, arena_printf(s->a, "%s/legame",
	    s->transito)), 0);
	assert_int_equal(mkfifo(arena_printf(s->a, "%s/tubo", s->transito),
	    0600), 0);
	assert_int_equal(allegato_distruggi_transito(s->transito, ABC_HASH),
	    0);
	assert_int_equal(allegato_slega(beside, ABC_HASH), 0);
	assert_int_equal(allegato_distruggi(s->dir, ABC_HASH), 0);
	assert_int_equal(allegato_open(&fd, s->dir, ABC_HASH), ERR_ABSENT);
	assert_false(file_exists(al.transito));
	assert_true(file_exists(outside));
	assert_true(file_exists(other.transito));
	assert_int_equal(names_in(s, s->transito), 3);
	assert_int_equal(names_in(s, beside), 1);
	assert_int_equal(allegato_check(s->dir, other.impronta), 0);
}

static void
dated(const char *path, int64_t ago)
{
	const struct timespec at[2] = { { .tv_sec = time(NULL) - ago },
	    { .tv_sec = time(NULL) - ago } };

	assert_int_equal(utimensat(AT_FDCWD, path, at, 0), 0);
}

/* What a process that died left in transito goes after a day; a young one may
 * be somebody's who works, and a directory is the history of a package. */
static void
swept(void **state)
{
	struct scene *s = *state;
	char *old = arena_printf(s->a, "%s/vecchio", s->transito);
	char *dir = arena_printf(s->a, "%s/vecchia", s->transito);
	char *young = arena_printf(s->a, "%s/giovane", s->transito);
	char *outside = arena_printf(s->a, "%s/fuori", s->top);

	assert_int_equal(file_put(old, "x", 1, 0600), 0);
	assert_int_equal(file_put(young, "x", 1, 0600), 0);
	assert_int_equal(dir_make(dir), 0);
	assert_int_equal(dir_make(outside), 0);
	assert_int_equal(symlink(outside, arena_printf(s->a, "%s/legame",
	    dir)), 0);
	dated(old, 2 * 86400);
	dated(dir, 2 * 86400);
	allegato_sweep(s->transito);
	assert_false(file_exists(old));
	assert_false(dir_exists(dir));
	assert_true(file_exists(young));
	assert_true(dir_exists(outside));
	allegato_sweep(arena_printf(s->a, "%s/nessuna", s->top));
}

static void
no_directory(void **state)
{
	struct scene *s = *state;
	AUTO_FD int fd = open(s->top, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct allegato al;
	int got;

	assert_int_equal(allegato_receive(&al, s->a, s->transito, fd, 100),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "è una directory"));
	assert_int_equal(names_in(s, s->transito), 0);
	/* nor is one taken for the bytes that should stand there */
	assert_int_equal(dir_make(arena_printf(s->a, "%s/%.2s/%s", s->dir,
	    ABC_HASH, ABC_HASH)), 0);
	assert_int_equal(allegato_open(&got, s->dir, ABC_HASH), ERR_FAULT);
	assert_int_equal(allegato_check(s->dir, ABC_HASH), ERR_FAULT);
	assert_int_equal(allegato_distruggi(s->dir, ABC_HASH),
	    ERR_FAULT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(received_and_placed, setup, teardown),
		cmocka_unit_test_setup_teardown(bytes_same_as_file, setup, teardown),
		cmocka_unit_test_setup_teardown(too_many_bytes, setup, teardown),
		cmocka_unit_test_setup_teardown(from_a_pipe, setup, teardown),
		cmocka_unit_test_setup_teardown(grows_while_read, setup, teardown),
		cmocka_unit_test_setup_teardown(other_bytes_found, setup, teardown),
		cmocka_unit_test_setup_teardown(links_not_followed, setup, teardown),
		cmocka_unit_test_setup_teardown(improper_names, setup, teardown),
		cmocka_unit_test_setup_teardown(linked_elsewhere, setup, teardown),
		cmocka_unit_test_setup_teardown(gone_for_good, setup, teardown),
		cmocka_unit_test_setup_teardown(swept, setup, teardown),
		cmocka_unit_test_setup_teardown(no_directory, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
