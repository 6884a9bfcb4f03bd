/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Copies with omissis: what is one by its path, also when it was handed on;
 * what one says, read again; what a policy lets pass whole.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "documenti/omissis.h"
#include "documenti/oscuramento.h"
#include "xml/xml.h"

#define NS " xmlns=\"urn:cartella:1\""

static struct nodo *
parse(struct arena *a, const char *s)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, s, strlen(s), XML_OURS), 0);
	return n;
}

static void
paths(void **state)
{
	static const struct {
		const char *percorso, *originale;	/* NULL: it is none */
	} casi[] = {
		{ "omissis/relazioni/0001.xml", "relazioni/0001.xml" },
		{ "precedenti/c_x/omissis/scheda.xml", "scheda.xml" },
		{ "precedenti/c_x/precedenti/c_y-2/omissis/a.xml", "a.xml" },
		{ "omissis/precedenti/c_x/a.xml", "precedenti/c_x/a.xml" },
		{ "relazioni/omissis/0001.xml", NULL },
		{ "omissis", NULL },
		{ "omissisx/a.xml", NULL },
		{ "precedenti/omissis/a.xml", NULL },
		{ "precedenti/c_x/relazioni/0001.xml", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(casi); i++) {
		assert_int_equal(percorso_omissis(casi[i].percorso),
		    casi[i].originale != NULL);
		if (casi[i].originale != NULL)
			assert_string_equal(omissis_originale(
			    casi[i].percorso), casi[i].originale);
	}
}

static void
again(void **state)
{
	AUTO(arena) a = arena_new();
	const struct omissis o = { "relazioni/0001.xml", "relazione", "ab", 2,
	    "altro-comune", "Altro comune", 3, "cd" };
	const struct nodo *left = parse(a, "<o" NS "><omissione "
	    "natura=\"diario\" passi=\"2\"/></o>");
	const struct nodo *printed = parse(a, "<documento" NS "><titolo>T"
	    "</titolo><di>x</di><dato><nome>N</nome><valore>V</valore></dato>"
	    "<sezione><titolo>S</titolo><testo><p>parole</p></testo></sezione>"
	    "<sezione><titolo>vuota</titolo><testo/></sezione></documento>");
	struct nodo *doc = omissis_fai(a, "7", &o, left, printed), *back;
	struct omissis is;

	(void)state;
	assert_int_equal(omissis_leggi(&is, a, doc), 0);
	assert_string_equal(is.percorso, o.percorso);
	assert_string_equal(is.tipo, o.tipo);
	assert_string_equal(is.impronta, o.impronta);
	assert_int_equal(is.versione, 2);
	assert_int_equal(is.politica, 3);
	assert_string_equal(omissis_dice(a, doc), "Omessi: 2 passi (diario), "
	    "per la politica di oscuramento versione 3, verso Altro comune.");
	/* an empty part is no part; whose case it was is not in it */
	assert_int_equal(nodo_count(doc, "sezione"), 1);
	assert_null(nodo_child(doc, "di"));
	back = omissis_stampato(a, doc, "cartella CS-2026-0000001");
	assert_string_equal(nodo_value(a, back, "titolo"),
	    "T (copia con omissis)");
	assert_string_equal(nodo_value(a, back, "dato/valore"), "V");
	assert_string_equal(nodo_value(a, back, "sezione/testo/p"), "parole");
	assert_int_equal(omissis_leggi(&is, a, printed), ERR_INVALID);
	assert_null(omissis_dice(a, printed));
}

static bool
whole(const char *rules, bool protetto)
{
	AUTO(arena) a = arena_new();
	struct nodo *p = parse(a, arena_printf(a, "<oscuramento" NS ">"
	    "<destinazione nome=\"x\">%s</destinazione></oscuramento>",
	    rules));
	const struct oscuramento o = { .politica = p, .protetto = protetto,
	    .destinazione = oscuramento_destinazione(p, "x") };

	return oscuramento_intero(&o, "t");
}

static void
passes_whole(void **state)
{
	(void)state;
	assert_true(whole("<tieni tipo=\"t\" campo=\"*\"/>", false));
	assert_true(whole("<tieni tipo=\"*\" campo=\"*\"/>", false));
	assert_false(whole("", false));
	assert_false(whole("<tieni tipo=\"u\" campo=\"*\"/>", false));
	assert_false(whole("<tieni tipo=\"t\" campo=\"a\"/>", false));
	assert_false(whole("<tieni tipo=\"t\" campo=\"*\"/>"
	    "<togli tipo=\"t\" campo=\"a\" natura=\"diario\"/>", false));
	assert_false(whole("<tieni tipo=\"t\" campo=\"*\"/>"
	    "<togli tipo=\"*\" campo=\"a\" natura=\"diario\"/>", false));
	/* a protected address is taken out of anything */
	assert_false(whole("<tieni tipo=\"t\" campo=\"*\"/>", true));
	assert_true(whole("<conosce-indirizzo-protetto>si"
	    "</conosce-indirizzo-protetto><tieni tipo=\"t\" campo=\"*\"/>",
	    true));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths),
		cmocka_unit_test(again),
		cmocka_unit_test(passes_whole),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
