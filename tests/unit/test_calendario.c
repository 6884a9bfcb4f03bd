/* SPDX-License-Identifier: EUPL-1.2 */
/* test_calendario.c - working days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "documenti/calendario.h"

static void
holidays(void **state)
{
	/* Easter Mondays, from the almanac */
	static const char *const off[] = { "2024-04-01", "2025-04-21",
	    "2026-04-06", "2027-03-29", "2028-04-17", "2029-04-02",
	    "2030-04-22", "2038-04-26", "2026-01-01", "2026-01-06",
	    "2025-04-25", "2026-05-01", "2026-06-02", "2025-08-15",
	    "2027-11-01", "2026-12-08", "2026-12-25", "2028-12-26",
	    "2027-10-04", "2026-11-21", "2026-11-22" };
	static const char *const on[] = { "2026-11-20", "2026-11-23",
	    "2024-10-04", "2026-12-24", "2026-12-31", "2028-02-29",
	    "2026-04-07" };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(off); i++)
		if (calendario_lavorativo(NULL, off[i]))
			fail_msg("%s is no working day", off[i]);
	for (i = 0; i < NELEM(on); i++)
		if (!calendario_lavorativo(NULL, on[i]))
			fail_msg("%s is a working day", on[i]);
}

static void
days_before(void **state)
{
	static const char *const pairs[][2] = {
		{ "2026-11-20", "2026-11-19" }, { "2026-11-23", "2026-11-20" },
		{ "2026-11-22", "2026-11-20" }, { "2027-01-01", "2026-12-31" },
		{ "2026-12-28", "2026-12-24" }, { "2028-03-01", "2028-02-29" },
		{ "2026-04-07", "2026-04-03" },
	};
	char out[DATA_LEN + 1];
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(pairs); i++) {
		calendario_precedente(out, NULL, pairs[i][0]);
		assert_string_equal(out, pairs[i][1]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holidays),
		cmocka_unit_test(days_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
