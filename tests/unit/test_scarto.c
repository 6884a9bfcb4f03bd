/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * By when the Soprintendenza answers, with questions; what stays of a cover
 * that was destroyed, and that of other documents nothing does.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "documenti/scarto.h"
#include "xml/xml.h"

#define DOC(nome, testo)						\
	"<" nome " xmlns='urn:cartella:1' versione='1' "		\
	"id='00000000000000000000000000000000'>" testo "</" nome ">"
#define DOMANDA(da, resto)						\
	"<domanda><arrivata>" da "</arrivata>" resto "</domanda>"
#define RISPOSTA(da) "<risposta><inviata>" da "</inviata></risposta>"

static struct nodo *
parsed(struct arena *a, const char *text)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, text, strlen(text), XML_OURS), 0);
	return n;
}

static void
sixty_days(void **state)
{
	static const struct {
		const char *domande, *scade, *sospesa;
	} cases[] = {
		{ "", "2028-01-20", NULL },
		{ DOMANDA("2027-12-01", ""), "", "2027-12-01" },
		{ DOMANDA("2027-12-01", RISPOSTA("2027-12-11")),
		    "2028-01-30", NULL },
		{ DOMANDA("2027-12-01", RISPOSTA("2027-12-01")),
		    "2028-01-20", NULL },
		{ DOMANDA("2027-12-01", RISPOSTA("2027-12-11"))
		    DOMANDA("2028-01-02", RISPOSTA("2028-01-03")),
		    "2028-01-31", NULL },
		{ DOMANDA("2027-12-01", RISPOSTA("2027-12-11"))
		    DOMANDA("2028-01-02", ""), "", "2028-01-02" },
	};
	AUTO(arena) a = arena_new();
	char scade[DATA_LEN + 1];
	const char *sospesa;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(cases); i++) {
		scarto_scade(scade, &sospesa, a, parsed(a, arena_printf(a,
		    DOC("richiesta-scarto", "<inviata>2027-11-21</inviata>"
		    "%s"), cases[i].domande)));
		assert_string_equal(scade, cases[i].scade);
		if (cases[i].sospesa == NULL)
			assert_null(sospesa);
		else
			assert_string_equal(sospesa, cases[i].sospesa);
	}
}

static const struct espunto which = { .percorso = "x.xml", .tipo = "cartella",
    .segno = "11111111111111111111111111111111", .provvedimento = "n. 1",
    .giorno = "2027-11-21",
    .istanza = "22222222222222222222222222222222" };

static const char *
text_of(struct arena *a, const struct nodo *n)
{
	AUTO_BUF b = { 0 };

	nodo_write(&b, n);
	return arena_strdup(a, buf_str(&b));
}

static void
covers(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = parsed(a, DOC("cartella", "<stato>chiuso</stato>"
	    "<classifica>VII/9</classifica><accesso>AC-2026-0000001</accesso>"
	    "<ufficio>soc</ufficio><responsabile>as1</responsabile>"
	    "<aperta>2026-11-20</aperta><riapertura><motivo>papavero</motivo>"
	    "</riapertura><chiusura><data>2026-11-21</data>"
	    "<motivo>conclusione</motivo><nota>zafferano</nota></chiusura>"));
	struct nodo *l = scarto_lapide(a, &which, "impronta", doc);
	struct nodo *c = scarto_copertina(a, l);
	const char *text = text_of(a, l);

	(void)state;
	assert_null(strstr(text, "zafferano"));
	assert_null(strstr(text, "papavero"));
	assert_null(strstr(text, "00000000000000000000000000000000"));
	assert_non_null(c);
	assert_string_equal(c->nome, "cartella");
	assert_string_equal(nodo_value(a, c, "accesso"), "AC-2026-0000001");
	assert_string_equal(nodo_value(a, c, "chiusura/data"), "2026-11-21");
	/* the words of a fascicolo give way to ours */
	doc = parsed(a, DOC("fascicolo", "<numero>FA-2026-0000001</numero>"
	    "<stato>chiuso</stato><tipo>affare</tipo>"
	    "<oggetto>zafferano</oggetto>"));
	l = scarto_lapide(a, &which, "impronta", doc);
	assert_null(strstr(text_of(a, l), "zafferano"));
	assert_non_null(nodo_find(l, "copertina/oggetto"));
}

static void
nothing_else(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = parsed(a, DOC("scheda", "<ufficio>soc</ufficio>"));
	struct espunto e = which;
	struct nodo *l;

	(void)state;
	e.tipo = "scheda";
	l = scarto_lapide(a, &e, "impronta", doc);
	assert_null(nodo_child(l, "copertina"));
	assert_null(scarto_copertina(a, l));
	l = scarto_lapide(a, &e, "impronta", NULL);
	assert_null(scarto_copertina(a, l));
	/* one that others gave a cover is none of ours */
	nodo_elem(a, l, "copertina");
	assert_null(scarto_copertina(a, l));
	assert_string_equal(scarto_percorso(a, 3, SCARTO_ELENCO),
	    "scarti/0003/elenco.xml");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sixty_days), cmocka_unit_test(covers),
		cmocka_unit_test(nothing_else),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
