/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Any document as a general paper: its labels, values, tables, sections; what
 * only the program needs is left out, what people wrote never; words added to
 * an ODT that is made already.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/auto.h"
#include "base/buf.h"
#include "documenti/stampato.h"
#include "resa/modello.h"
#include "resa/resa.h"
#include "xml/xml.h"
#include "zip/zip.h"

#define NS " xmlns=\"urn:cartella:1\""

static struct nodo *
parse(struct arena *a, const char *s)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, s, strlen(s), XML_OURS), 0);
	return n;
}

static struct nodo *
laid_out(struct arena *a, const char *tipo, const char *doc)
{
	const struct campo *campi;

	assert_int_equal(campi_load(&campi, arena_printf(a, "documenti/%s",
	    tipo), tipo), 0);
	return stampato_fai(a, parse(a, doc), campi, stampato_titolo(a, tipo),
	    "Cartella CS-2026-0000001");
}

/* The value beside that label; NULL: there is none. */
static const char *
beside(struct arena *a, const struct nodo *n, const char *nome)
{
	const struct nodo *d;

	for (d = nodo_child(n, "dato"); d != NULL; d = nodo_next(d, "dato"))
		if (strcmp(nodo_value(a, d, "nome"), nome) == 0)
			return nodo_value(a, d, "valore");
	return NULL;
}

static const struct nodo *
section(struct arena *a, const struct nodo *n, const char *titolo)
{
	const struct nodo *s;

	for (s = nodo_child(n, "sezione"); s != NULL;
	    s = nodo_next(s, "sezione"))
		if (strcmp(nodo_value(a, s, "titolo"), titolo) == 0)
			return nodo_child(s, "testo");
	return NULL;
}

static void
values(void **state)
{
	static const struct { const char *v, *dice; } casi[] = {
		{ "2026-12-01", "1° dicembre 2026" },
		{ "2026-02-28", "28 febbraio 2026" },
		{ "2026-13-01", "2026-13-01" },
		{ "2026-12-01T10:20:30+01:00", "1° dicembre 2026, ore 10:20" },
		{ "CS-2026-0000001", "CS-2026-0000001" },
		{ "via Po 1", "via Po 1" },
		{ "2026-12-01x", "2026-12-01x" },
	};
	static const char *const scelte[] = { "in-affitto", "propria", NULL };
	const struct campo lista = { .percorso = "casa", .tipo = "casa",
	    .scelte = scelte };
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(casi); i++)
		assert_string_equal(stampato_valore(a, casi[i].v, NULL),
		    casi[i].dice);
	/* a word of a list; what is not in it is no word */
	assert_string_equal(stampato_valore(a, "in-affitto", &lista),
	    "in affitto");
	assert_string_equal(stampato_valore(a, "in-vendita", &lista),
	    "in-vendita");
}

static void
titles(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	assert_string_equal(stampato_titolo(a, "voce-diario"),
	    "Voce di diario");
	assert_string_equal(stampato_titolo(a, "stato-di-famiglia"),
	    "Stato di famiglia");
}

static void
report(void **state)
{
	AUTO(arena) a = arena_new();
	const struct nodo *n, *t;

	(void)state;
	n = laid_out(a, "relazione", "<relazione" NS " id=\"0\"><tipo>attivita"
	    "</tipo><oggetto>su L. B.</oggetto><data>2026-12-01</data>"
	    "<autore>as1</autore><fatti-accertati><p>Uno <b>due</b></p>"
	    "<voce>tre</voce></fatti-accertati></relazione>");
	assert_string_equal(nodo_value(a, n, "titolo"), "Relazione sociale");
	/* its documentation is a sentence: the name of the field */
	assert_string_equal(beside(a, n, "Tipo"), "attivita");
	assert_string_equal(beside(a, n, "Data"), "1° dicembre 2026");
	t = section(a, n, "Fatti accertati");
	assert_non_null(t);
	assert_string_equal(nodo_value(a, t, "p"), "Uno due");
	assert_non_null(nodo_find(t, "p/b"));
	assert_string_equal(nodo_value(a, t, "voce"), "tre");
}

static void
groups(void **state)
{
	AUTO(arena) a = arena_new();
	const struct nodo *n, *t;

	(void)state;
	/* few fields: a table with a head; a field that one lacks is empty */
	n = laid_out(a, "verbale", "<verbale" NS "><partecipante><nome>Neri"
	    "</nome><ruolo>psicologa</ruolo></partecipante><partecipante><nome>"
	    "Blu</nome><ruolo>legale</ruolo><presente>si</presente>"
	    "</partecipante></verbale>");
	t = section(a, n, "Partecipante");
	assert_non_null(t);
	assert_non_null(nodo_find(t, "tabella/riga/cella/b"));
	assert_string_equal(nodo_all_text(a, t), "Cognome e nomeRuoloEra "
	    "presenteNeripsicologaBlulegalesì");
	assert_null(nodo_next(nodo_child(n, "sezione"), "sezione"));
	/* one alone: names and values */
	n = laid_out(a, "scheda", "<scheda" NS "><anagrafica><cognome>Bianchi"
	    "</cognome><nascita><data>2018-03-01</data></nascita></anagrafica>"
	    "</scheda>");
	t = section(a, n, "La persona di cui la cartella si occupa");
	assert_non_null(t);
	assert_string_equal(nodo_all_text(a, t),
	    "CognomeBianchiNascitaData di nascita1° marzo 2018");
}

static void
left_out(void **state)
{
	AUTO(arena) a = arena_new();
	const struct nodo *n;

	(void)state;
	/* ids and imprints are the program's; a removed group is a line */
	n = laid_out(a, "scheda", "<scheda" NS "><documento-id>0123</documento-id>"
	    "<odt>4567</odt><anagrafica>[omesso: dati di terze persone]"
	    "</anagrafica></scheda>");
	assert_null(strstr(nodo_all_text(a, n), "0123"));
	assert_null(strstr(nodo_all_text(a, n), "4567"));
	assert_string_equal(beside(a, n, "La persona di cui la cartella si "
	    "occupa"), "[omesso: dati di terze persone]");
}

/* Of several equal groups one was removed: it is a line, and no row. */
static void
one_left_out(void **state)
{
	static const struct {
		const char *altri, *dice;
	} t[] = {
		{ "<ruolo>legale</ruolo>", "Cognome e nomeRuoloNeriBlulegale" },
		/* more kinds of fields than a table has columns */
		{ "<a>1</a><b>2</b><c>3</c><d>4</d><e>5</e>",
		    "Cognome e nomeNeriCognome e nomeBlu" "A1B2C3D4E5" },
		{ "<a>1</a><b>2</b><c>3</c><d>4</d></partecipante>"
		    "<partecipante><e>5</e>",
		    "Cognome e nomeNeriCognome e nomeBlu" "A1B2C3D4E5" },
	};
	AUTO(arena) a = arena_new();
	const struct nodo *n, *x;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		n = laid_out(a, "verbale", arena_printf(a, "<verbale" NS ">"
		    "<partecipante><nome>Neri</nome></partecipante>"
		    "<partecipante>[omesso]</partecipante>"
		    "<partecipante><nome>Blu</nome>%s</partecipante>"
		    "</verbale>", t[i].altri));
		assert_string_equal(beside(a, n, "Partecipante"), "[omesso]");
		x = section(a, n, "Partecipante");
		assert_string_equal(nodo_all_text(a, x), t[i].dice);
		for (x = nodo_find(x, "tabella/riga"); x; x = nodo_next(x,
		    "riga"))
			assert_string_not_equal(nodo_all_text(a, x), "");
	}
}

/* A paper by the general model, with words above and below. */
static void
words(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *dati = parse(a, "<x" NS "><ente><denominazione>Comune"
	    "</denominazione><codice-ipa>c</codice-ipa><ufficio>U</ufficio>"
	    "</ente><luogo>L</luogo><data>2026-12-01</data><documento><titolo>"
	    "T</titolo><dato><nome>N</nome><valore>V</valore></dato>"
	    "</documento></x>"), *manca;
	struct nodo *w = parse(a, "<w" NS "><avviso>BOZZA &lt;1&gt;</avviso>"
	    "<p>piede</p><titolo>Pagina</titolo><p>attesta</p></w>");
	AUTO_BUF odt = { 0 }, one = { 0 }, two = { 0 }, content = { 0 };
	const struct buf *m;
	const char *s;

	(void)state;
	assert_int_equal(modello_spedito(&m, "documento"), 0);
	assert_int_equal(modello_riempi(&odt, &manca, a, m->data, m->len,
	    dati, "Titolo", 0), 0);
	assert_null(manca);
	assert_int_equal(resa_aggiungi(&one, odt.data, odt.len, w), 0);
	assert_int_equal(resa_aggiungi(&two, odt.data, odt.len, w), 0);
	assert_int_equal(one.len, two.len);
	assert_memory_equal(one.data, two.data, one.len);
	assert_int_equal(zip_read(&content, one.data, one.len, "content.xml",
	    1 << 20), 0);
	s = buf_str(&content);
	assert_non_null(strstr(s, "BOZZA &lt;1&gt;"));
	/* behind the first paragraph, before the title; the page is the last */
	assert_true(strstr(s, ">Comune<") < strstr(s, "BOZZA"));
	assert_true(strstr(s, "BOZZA") < strstr(s, ">T<"));
	assert_true(strstr(s, ">T<") < strstr(s, ">piede<"));
	assert_true(strstr(s, ">piede<") < strstr(s, ">Pagina<"));
	assert_true(strstr(s, ">Pagina<") < strstr(s, ">attesta<"));
	/* what is no ODT has no words added */
	assert_int_equal(resa_aggiungi(&two, "no", 2, w), ERR_INVALID);
}

/* What stands in attributes is said too, under the words of the schema; a group
 * with nothing for people is no section. */
static void
attributes(void **state)
{
	AUTO(arena) a = arena_new();
	const struct nodo *n = laid_out(a, "rientro-emergenza",
	    "<rientro-emergenza" NS " id=\"x\" versione=\"1\">"
	    "<ordine>1</ordine>"
	    "<anello impronta=\"0388\" seq=\"5\"/>"
	    "<riga emergenza=\"EM-1\" protocollo=\"PR-1\"/>"
	    "<riga emergenza=\"EM-2\" protocollo=\"PR-2\"/>"
	    "<nota codice=\"zz\">parole</nota>"
	    "<vuoto impronta=\"0388\"/>"
	    "</rientro-emergenza>");
	AUTO_BUF b = { 0 };

	(void)state;
	nodo_write(&b, n);
	assert_string_equal(beside(a, n, "Ordine"), "1");
	assert_non_null(strstr(buf_str(&b), "EM-1"));
	assert_non_null(strstr(buf_str(&b), "PR-2"));
	assert_non_null(strstr(buf_str(&b), "Seq"));
	assert_non_null(strstr(buf_str(&b), "zz"));
	assert_non_null(strstr(buf_str(&b), "parole"));
	assert_null(strstr(buf_str(&b), "0388"));
	assert_null(strstr(buf_str(&b), "uoto"));
	assert_null(strchr(buf_str(&b), '@'));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values),
		cmocka_unit_test(titles),
		cmocka_unit_test(report),
		cmocka_unit_test(groups),
		cmocka_unit_test(left_out), cmocka_unit_test(one_left_out),
		cmocka_unit_test(attributes),
		cmocka_unit_test(words),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
