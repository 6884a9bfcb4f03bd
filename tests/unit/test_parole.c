/* SPDX-License-Identifier: EUPL-1.2 */
/* test_parole.c - what is said at the command line, said at a form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "servizio/parole.h"

static const struct {
	const char *cli, *web;
} sentences[] = {
	{ "è già registrato con il numero 0000001/2026: se va registrato lo "
	    "stesso, conferma con --conferma doppione",
	    "è già registrato con il numero 0000001/2026: se va registrato lo "
	    "stesso, conferma" },
	{ "conferma con --conferma persone-diverse. Poi riprova",
	    "conferma. Poi riprova" },
	{ "indica --classifica, come VII/9", "indica «classifica», come VII/9" },
	{ "indica la richiesta (--richiesta) o", "indica la richiesta "
	    "(«richiesta») o" },
	{ "--mittente.denominazione manca", "«mittente denominazione» manca" },
	{ "togli --ufficio.", "togli «ufficio»." },
	/* what is no option */
	{ "", "" },
	{ "da Prato--Firenze, -- ecco", "da Prato--Firenze, -- ecco" },
	{ "con --conferma", "con «conferma»" },
	{ "a - b --", "a - b --" },
	{ "l'oggetto è «perché»: città", "l'oggetto è «perché»: città" },
};

static void
each_sentence(void **state)
{
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(sentences); i++)
		assert_string_equal(parole_web(a, sentences[i].cli),
		    sentences[i].web);
}

static void
findings_keep_the_rest(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *n;

	(void)state;
	rilievo_add(&ril, AVVISO, "/registra/principale", "doppione",
	    "art. 53", "conferma con --conferma %s", "doppione");
	n = nodo_child(parole_rilievi(a, &ril), "rilievo");
	assert_string_equal(nodo_all_text(a, n), "conferma");
	assert_string_equal(nodo_attr(n, "codice"), "doppione");
	assert_string_equal(nodo_attr(n, "percorso"), "/registra/principale");
	assert_string_equal(nodo_attr(n, "norma"), "art. 53");
	assert_string_equal(nodo_attr(n, "grado"), "avviso");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_sentence),
		cmocka_unit_test(findings_keep_the_rest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
