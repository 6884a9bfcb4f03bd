/* SPDX-License-Identifier: EUPL-1.2 */
/* test_bozze.c - drafts: what was written over while it was sent stays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "accesso/bozze.h"

#define ID "33333333333333333333333333333333"

static const struct autore as1 = { "as1", NULL }, as2 = { "as2", NULL },
    coord = { "as1", "coord" };

static struct bozza
draft(const char *testo)
{
	return (struct bozza){ ID, "annota", "CS-2026-0000001",
	    "2026-11-20T10:15:30+01:00", testo };
}

static void
written_over(void **state)
{
	char path[] = "/tmp/bozze.XXXXXX";
	AUTO(arena) a = arena_new();
	struct bozza first = draft("<a/>"), second = draft("<b/>"), got;
	AUTO(bozze) b = NULL;
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0 && close(fd) == 0);
	assert_int_equal(bozze_open(&b, path), 0);
	assert_int_equal(bozze_tieni(b, &as1, &first), 0);
	assert_int_equal(bozze_tieni(b, &as1, &second), 0);
	assert_int_equal(bozze_mandata(b, &as1, &first), 0);
	assert_int_equal(bozze_leggi(&got, a, b, &as1, ID), 0);
	assert_string_equal(got.testo, "<b/>");

	/* nor is it another's, or his own in another's name */
	assert_int_equal(bozze_mandata(b, &as2, &second), 0);
	assert_int_equal(bozze_mandata(b, &coord, &second), 0);
	assert_int_equal(bozze_leggi(&got, a, b, &coord, ID), ERR_ABSENT);
	assert_int_equal(bozze_leggi(&got, a, b, &as1, ID), 0);

	assert_int_equal(bozze_mandata(b, &as1, &second), 0);
	assert_int_equal(bozze_leggi(&got, a, b, &as1, ID), ERR_ABSENT);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(written_over) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
