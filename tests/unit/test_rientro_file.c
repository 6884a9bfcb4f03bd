/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A draft as Writer saves it, with all that people do in one: revisions, notes
 * in the margin and at the foot, frames, lists in lists, merged cells.  Read
 * in the cage, it is writer.xml.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "worker/worker.h"
#include "xml/xml.h"

#define DOVE "tests/fixtures/rientro/"

static void
as_writer_saves_it(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF odt = { 0 }, wanted = { 0 }, got = { 0 };
	struct nodo *n = NULL;

	(void)state;
	assert_int_equal(file_read(&odt, DOVE "writer.odt", RIENTRO_MAX), 0);
	assert_int_equal(file_read(&wanted, DOVE "writer.xml", RIENTRO_MAX),
	    0);
	if (worker_rientro(&n, a, odt.data, odt.len) != 0)
		fail_msg("%s", err_msg());
	nodo_write(&got, n);
	assert_string_equal(buf_str(&got), buf_str(&wanted));
}

/* Cut anywhere, it is refused or read: never a fault. */
static void
cut_short(void **state)
{
	AUTO_BUF odt = { 0 };
	size_t n;

	(void)state;
	assert_int_equal(file_read(&odt, DOVE "writer.odt", RIENTRO_MAX), 0);
	for (n = 0; n < odt.len; n += odt.len / 12) {
		AUTO(arena) a = arena_new();
		struct nodo *x = NULL;

		assert_int_equal(worker_rientro(&x, a, odt.data, n),
		    ERR_INVALID);
	}
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_writer_saves_it),
		cmocka_unit_test(cut_short),
	};

	if (argc > 2 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
