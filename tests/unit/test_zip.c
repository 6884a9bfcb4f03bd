/* SPDX-License-Identifier: EUPL-1.2 */
/* zip: the same bytes each time, nothing hostile comes out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/process.h"
#include "zip/zip.h"

#define MIME "application/vnd.oasis.opendocument.text"
#define MEGA ((size_t)1024 * 1024)

static const char prose[] = "Il Comune di Prato comunica che il Comune di "
    "Prato comunica che il Comune di Prato comunica.\n";

static const struct zip_part sample[] = {
	{ "mimetype", MIME, sizeof MIME - 1, 1 },
	{ "content.xml", prose, sizeof prose - 1, 0 },
	{ "META-INF/manifest.xml", "<m/>", 4, 0 },
	{ "vuoto", NULL, 0, 0 },
	{ "città.txt", "x", 1, 0 },
};

static void
written(struct buf *out)
{
	assert_int_equal(zip_write(out, sample, NELEM(sample)), 0);
}

/* Runs a program on the archive, saved as a.zip; its exit status. */
static int
tool(const struct buf *zip, const char *program, const char *option)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF out = { 0 }, err = { 0 };
	char *dir, *path;
	int status;

	assert_int_equal(dir_temporary(&dir, a), 0);
	path = arena_printf(a, "%s/a.zip", dir);
	assert_int_equal(file_put(path, zip->data, zip->len, 0600), 0);
	{
		const char *const argv[] = { program, option, path, NULL };
		struct process p = { .argv = argv, .in = "",
		    .out_max = 1 << 20, .seconds = 60 };

		status = process_run(&out, &err, &p);
	}
	assert_int_equal(dir_remove(dir), 0);
	return status;
}

static void
round_trip(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF zip = { 0 };
	char **names;
	size_t i;

	(void)state;
	written(&zip);
	assert_int_equal(zip_names(&names, a, zip.data, zip.len), 0);
	for (i = 0; i < NELEM(sample); i++) {
		AUTO_BUF back = { 0 };

		assert_string_equal(names[i], sample[i].nome);
		/* appends, and the exact size is within the limit */
		buf_puts(&back, "prima");
		assert_int_equal(zip_read(&back, zip.data, zip.len,
		    sample[i].nome, sample[i].n), 0);
		assert_int_equal(back.len, 5 + sample[i].n);
		assert_memory_equal(back.data, "prima", 5);
		if (sample[i].n > 0)
			assert_memory_equal(back.data + 5, sample[i].p,
			    sample[i].n);
	}
	assert_null(names[i]);
	assert_int_equal(tool(&zip, "/usr/bin/unzip", "-tq"), 0);
}

static void
same_bytes(void **state)
{
	AUTO_BUF one = { 0 }, two = { 0 };

	(void)state;
	setenv("TZ", "Asia/Tokyo", 1);
	tzset();
	written(&one);
	setenv("TZ", "America/New_York", 1);
	tzset();
	sleep(2);			/* MS-DOS counts by two seconds */
	written(&two);
	unsetenv("TZ");
	tzset();
	assert_int_equal(one.len, two.len);
	assert_memory_equal(one.data, two.data, one.len);
}

static void
mimetype_in_place(void **state)
{
	AUTO_BUF zip = { 0 };

	(void)state;
	written(&zip);
	assert_memory_equal(zip.data + 30, "mimetype" MIME,
	    sizeof "mimetype" MIME - 1);
}

static void
absent_or_too_long(void **state)
{
	AUTO_BUF zip = { 0 }, out = { 0 };

	(void)state;
	written(&zip);
	buf_puts(&out, "x");
	assert_int_equal(zip_read(&out, zip.data, zip.len, "altro.xml", 100),
	    ERR_ABSENT);
	assert_int_equal(zip_read(&out, zip.data, zip.len, "content.xml",
	    sizeof prose - 2), ERR_INVALID);
	assert_string_equal(out.data, "x");
}

static void
not_a_zip(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF zip = { 0 }, out = { 0 };
	char **names = NULL;
	size_t n;

	(void)state;
	assert_int_equal(zip_names(&names, a, "", 0), ERR_INVALID);
	assert_int_equal(zip_names(&names, a, prose, sizeof prose),
	    ERR_INVALID);
	written(&zip);
	for (n = 0; n < zip.len; n++) {
		assert_int_equal(zip_names(&names, a, zip.data, n),
		    ERR_INVALID);
		assert_int_equal(zip_read(&out, zip.data, n, "content.xml",
		    1000), ERR_INVALID);
	}
	assert_null(names);
	assert_int_equal(out.len, 0);
}

/* Whatever byte is flipped: refused, absent, or still exactly our bytes. */
static void
flipped_bytes(void **state)
{
	AUTO_BUF zip = { 0 };
	size_t i, refused = 0;
	int r;

	(void)state;
	written(&zip);
	for (i = 0; i < zip.len; i++) {
		AUTO_BUF out = { 0 };

		zip.data[i] = (char)(zip.data[i] ^ 0x21);
		r = zip_read(&out, zip.data, zip.len, "content.xml", 1000);
		zip.data[i] = (char)(zip.data[i] ^ 0x21);
		if (r == 0) {
			assert_int_equal(out.len, sizeof prose - 1);
			assert_memory_equal(out.data, prose, out.len);
			continue;
		}
		assert_true(r == ERR_INVALID || r == ERR_ABSENT);
		assert_int_equal(out.len, 0);
		refused++;
	}
	assert_true(refused > 100);
}

/* Every byte of a stored entry is under the CRC (a deflated one has bits of
 * padding that change nothing). */
static void
flipped_content(void **state)
{
	AUTO_BUF zip = { 0 };
	size_t i, from = 30 + 8;	/* local header, "mimetype" */

	(void)state;
	written(&zip);
	for (i = from; i < from + sizeof MIME - 1; i++) {
		AUTO_BUF out = { 0 };

		zip.data[i] = (char)(zip.data[i] ^ 0x10);
		assert_int_equal(zip_read(&out, zip.data, zip.len,
		    "mimetype", 1000), ERR_INVALID);
		assert_int_equal(out.len, 0);
		zip.data[i] = (char)(zip.data[i] ^ 0x10);
	}
}

static void
bomb(void **state)
{
	struct zip_part part = { "content.xml", NULL, 50 * MEGA, 0 };
	AUTO_BUF zip = { 0 }, out = { 0 };
	char *zeros = calloc(1, part.n);

	(void)state;
	assert_non_null(zeros);
	part.p = zeros;
	assert_int_equal(zip_write(&zip, &part, 1), 0);
	free(zeros);
	assert_true(zip.len < MEGA);
	/* by its size, and by its ratio even where the size would do */
	assert_int_equal(zip_read(&out, zip.data, zip.len, "content.xml",
	    MEGA), ERR_INVALID);
	assert_int_equal(zip_read(&out, zip.data, zip.len, "content.xml",
	    100 * MEGA), ERR_INVALID);
	assert_int_equal(out.len, 0);
}

static void
poke32(struct buf *zip, size_t at, uint32_t v)
{
	int i;

	for (i = 0; i < 4; i++)
		zip->data[at + (size_t)i] = (char)(v >> (8 * i));
}

/* A bomb that declares, in both headers, to be small. */
static void
bomb_that_lies(void **state)
{
	struct zip_part part = { "a", NULL, MEGA, 0 };
	AUTO_BUF zip = { 0 }, out = { 0 };
	char *zeros = calloc(1, part.n), *central;

	(void)state;
	assert_non_null(zeros);
	part.p = zeros;
	assert_int_equal(zip_write(&zip, &part, 1), 0);
	free(zeros);
	central = memmem(zip.data, zip.len, "PK\1\2", 4);
	assert_non_null(central);
	poke32(&zip, 22, 1000);
	poke32(&zip, (size_t)(central - zip.data) + 24, 1000);
	assert_int_equal(zip_read(&out, zip.data, zip.len, "a", 2000),
	    ERR_INVALID);
	assert_int_equal(out.len, 0);
}

static void
rename_all(struct buf *zip, const char *from, const char *to)
{
	size_t n = strlen(from);
	int found = 0;
	char *at;

	assert_int_equal(strlen(to), n);
	while ((at = memmem(zip->data, zip->len, from, n)) != NULL) {
		memcpy(at, to, n);
		found++;
	}
	assert_int_equal(found, 2);
}

static void
slip(void **state)
{
	static const char *const bad[] = { "../x.xml", "/etc/xml", "a/../xml",
	    "a\\..\\xml", "\\xxx.xml", "a//x.xml", "./xx.xml", "a/xml/..",
	    "xx\nx.xml", };
	AUTO(arena) a = arena_new();
	const struct zip_part good = { "QQQQQQQQ", "x", 1, 0 };
	char **names = NULL;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++) {
		const struct zip_part part = { bad[i], "x", 1, 0 };
		AUTO_BUF zip = { 0 }, out = { 0 };

		assert_int_equal(zip_write(&out, &part, 1), ERR_INVALID);
		assert_int_equal(out.len, 0);
		assert_int_equal(zip_write(&zip, &good, 1), 0);
		rename_all(&zip, "QQQQQQQQ", bad[i]);
		assert_int_equal(zip_names(&names, a, zip.data, zip.len),
		    ERR_INVALID);
	}
	assert_null(names);
}

static void
folder_is_a_name(void **state)
{
	const struct zip_part part = { "QQQQQQQQ", "", 0, 1 };
	AUTO(arena) a = arena_new();
	AUTO_BUF zip = { 0 };
	char **names;

	(void)state;
	assert_int_equal(zip_write(&zip, &part, 1), 0);
	rename_all(&zip, "QQQQQQQQ", "META-IN/");
	assert_int_equal(zip_names(&names, a, zip.data, zip.len), 0);
	assert_string_equal(names[0], "META-IN/");
}

static void
same_name_twice(void **state)
{
	const struct zip_part same[] = { { "a", "1", 1, 0 },
	    { "a", "2", 1, 0 } };
	const struct zip_part two[] = { { "QQQQQQQQ", "1", 1, 0 },
	    { "ZZZZZZZZ", "2", 1, 0 } };
	AUTO(arena) a = arena_new();
	AUTO_BUF out = { 0 }, zip = { 0 };
	char **names = NULL;

	(void)state;
	assert_int_equal(zip_write(&out, same, 2), ERR_INVALID);
	assert_int_equal(out.len, 0);
	/* one reader would take the first, another the second */
	assert_int_equal(zip_write(&zip, two, 2), 0);
	rename_all(&zip, "ZZZZZZZZ", "QQQQQQQQ");
	assert_int_equal(zip_names(&names, a, zip.data, zip.len),
	    ERR_INVALID);
	assert_int_equal(zip_read(&out, zip.data, zip.len, "QQQQQQQQ", 10),
	    ERR_INVALID);
}

/* What LibreOffice itself writes must pass the strict reading. */
static void
libreoffice_opens(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF out = { 0 }, err = { 0 }, odt = { 0 }, content = { 0 };
	char *dir, **names;

	(void)state;
	assert_int_equal(dir_temporary(&dir, a), 0);
	assert_int_equal(file_put(arena_printf(a, "%s/a.txt", dir), prose,
	    sizeof prose - 1, 0600), 0);
	{
		const char *const argv[] = { "/usr/bin/soffice",
		    arena_printf(a, "-env:UserInstallation=file://%s/p", dir),
		    "--headless", "--convert-to", "odt:writer8", "--outdir",
		    dir, arena_printf(a, "%s/a.txt", dir), NULL };
		struct process p = { .argv = argv, .in = "",
		    .out_max = 1 << 20, .seconds = 120 };

		assert_int_equal(process_run(&out, &err, &p), 0);
	}
	assert_int_equal(file_read(&odt, arena_printf(a, "%s/a.odt", dir),
	    MEGA), 0);
	assert_int_equal(dir_remove(dir), 0);
	assert_int_equal(zip_names(&names, a, odt.data, odt.len), 0);
	assert_string_equal(names[0], "mimetype");
	assert_int_equal(zip_read(&content, odt.data, odt.len, "content.xml",
	    MEGA), 0);
	assert_non_null(strstr(content.data, "Il Comune di Prato"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(round_trip),
		cmocka_unit_test(same_bytes),
		cmocka_unit_test(mimetype_in_place),
		cmocka_unit_test(absent_or_too_long),
		cmocka_unit_test(not_a_zip),
		cmocka_unit_test(flipped_bytes),
		cmocka_unit_test(flipped_content),
		cmocka_unit_test(bomb),
		cmocka_unit_test(bomb_that_lies),
		cmocka_unit_test(slip),
		cmocka_unit_test(folder_is_a_name),
		cmocka_unit_test(same_name_twice),
		cmocka_unit_test(libreoffice_opens),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
