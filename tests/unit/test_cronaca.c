/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "colloquio/cronaca.h"

static void
becomes(const char *s, const char *want)
{
	AUTO_BUF b = { 0 };

	cronaca_pulisci(&b, s);
	assert_string_equal(buf_str(&b), want);
}

static void
left_out(void **state)
{
	(void)state;
	becomes("/srv/a/cartelle/2026/0000012/famiglia.xml: No such file",
	    "…: No such file");
	becomes("la cartella CS-2026-0000012 non si apre",
	    "la cartella … non si apre");
	becomes("il testo «Rossi Anna, madre» non è valido",
	    "il testo … non è valido");
	becomes("Element 'nome': 'Anna' is not a valid value",
	    "Element …: … is not a valid value");
	becomes("non chiuso: «Anna Rossi è", "non chiuso: …");
	becomes("oggetto 8843d7f92416211de9ebb963ff4ce28125932878 assente",
	    "oggetto … assente");
	becomes("cartelle/2026/0000012@9f3c", "…");
	becomes("(relazioni/0001.xml).", "(…).");
	becomes("mario.rossi@comune.it scrive", "… scrive");
}

static void
stays(void **state)
{
	(void)state;
	becomes("", "");
	becomes("l'archivio è occupato: riprova", "l'archivio è occupato: "
	    "riprova");
	becomes("database is locked (5)", "database is locked (5)");
	becomes("non c'è spazio sul disco.", "non c'è spazio sul disco.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(left_out), cmocka_unit_test(stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
