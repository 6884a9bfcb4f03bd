/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The pure rules of an inquiry and its decision: days, money, what the letters
 * say.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "documenti/determinazione.h"
#include "documenti/intervento.h"
#include "documenti/istruttoria.h"
#include "xml/xml.h"

#define NS " xmlns=\"urn:cartella:1\""

static int
setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static struct nodo *
tree(struct arena *a, const char *xml)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, xml, strlen(xml), XML_OURS), 0);
	return n;
}

static void
days_are_those_of_the_calendar(void **state)
{
	static const struct {
		const char *from, *to;
		int n;
	} t[] = {
		{ "2026-11-20", "2026-11-20", 0 },
		{ "2026-11-20", "2026-11-30", 10 },
		{ "2026-12-25", "2027-01-04", 10 },
		{ "2028-02-20", "2028-03-01", 10 },
		{ "2027-02-20", "2027-03-02", 10 },
		{ "2026-01-01", "2026-01-31", 30 },
	};
	char out[GIORNO_LEN + 1];
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		giorno_piu(out, t[i].from, t[i].n);
		assert_string_equal(out, t[i].to);
	}
}

/* ---- the inquiry ---- */

#define AVVIA(fields) "<avvia-istruttoria" NS ">" fields "</avvia-istruttoria>"

static void
who_asked_says_when(void **state)
{
	static const struct {
		const char *xml, *code;		/* NULL: nothing */
	} t[] = {
		{ AVVIA("<iniziativa>ufficio</iniziativa>"), NULL },
		{ AVVIA("<iniziativa>istanza</iniziativa>"),
		    "senza-data-istanza" },
		{ AVVIA("<iniziativa>istanza</iniziativa>"
		    "<istanza-data>2026-11-20</istanza-data>"), NULL },
		{ AVVIA("<iniziativa>istanza</iniziativa>"
		    "<istanza-data>2026-11-21</istanza-data>"),
		    "data-futura" },
		{ AVVIA("<iniziativa>ufficio</iniziativa>"
		    "<istanza-data>2026-11-02</istanza-data>"),
		    "non-di-parte" },
		{ AVVIA("<iniziativa>ufficio</iniziativa>"
		    "<istanza-protocollo>0000001/2026</istanza-protocollo>"),
		    "non-di-parte" },
	};
	size_t i;

	for (i = 0; i < NELEM(t); i++) {
		struct rilievi ril = { .a = *state };

		istruttoria_check(&ril, tree(*state, t[i].xml), "2026-11-20");
		assert_int_equal(ril.errori, t[i].code != NULL);
		if (t[i].code != NULL)
			assert_non_null(rilievo_find(&ril, t[i].code));
	}
}

static struct nodo *
inquiry(struct arena *a, const char *xml)
{
	struct istruttoria_dati d = { "proposte/0001.xml", "sostegno", "amm",
	    "amm1", "amm1", "2026-11-20" };

	return istruttoria_make(a, tree(a, xml), &d);
}

static void
the_term_runs_from_the_istanza(void **state)
{
	struct nodo *n = inquiry(*state, AVVIA("<iniziativa>istanza"
	    "</iniziativa><istanza-data>2026-11-02</istanza-data>"));

	assert_string_equal(nodo_value(*state, n, "entro"), "2026-12-02");
	assert_true(istruttoria_di_parte(*state, n));
	n = inquiry(*state, AVVIA("<iniziativa>ufficio</iniziativa>"
	    "<giorni>60</giorni>"));
	assert_string_equal(nodo_value(*state, n, "decorrenza"), "2026-11-20");
	assert_string_equal(nodo_value(*state, n, "entro"), "2027-01-19");
	assert_false(istruttoria_di_parte(*state, n));
}

static void
the_letter_has_what_art_8_wants(void **state)
{
	static const struct { const char *path, *value; } wanted[] = {
		{ "oggetto", "sostegno" }, { "iniziativa", "istanza" },
		{ "istanza/data", "2026-11-02" },
		{ "istanza/protocollo", "0000001/2026" },
		{ "ufficio", "Area minori" }, { "responsabile", "Ines Blu" },
		{ "domicilio-digitale", "pec@prova.example" },
		{ "decorrenza", "2026-11-02" }, { "giorni", "30" },
		{ "termine", "2026-12-02" },
	};
	struct avviso av = { "pec@prova.example", "Area minori", "Ines Blu" };
	struct nodo *n = inquiry(*state, AVVIA("<iniziativa>istanza"
	    "</iniziativa><istanza-data>2026-11-02</istanza-data>"
	    "<istanza-protocollo>0000001/2026</istanza-protocollo>"));
	struct nodo *said = istruttoria_in_carta(*state, n, &av);
	size_t i;

	assert_string_equal(said->nome, "procedimento");
	for (i = 0; i < NELEM(wanted); i++)
		assert_string_equal(nodo_value(*state, said, wanted[i].path),
		    wanted[i].value);
	av.pec = NULL;
	said = istruttoria_in_carta(*state, inquiry(*state,
	    AVVIA("<iniziativa>ufficio</iniziativa>")), &av);
	assert_null(nodo_child(said, "domicilio-digitale"));
	assert_null(nodo_child(said, "istanza"));
}

/* ---- the decision ---- */

#define PREPARA(esito, rest)						\
	"<prepara-determina" NS "><esito>" esito "</esito>" rest	\
	"</prepara-determina>"
#define IMPEGNO(quanto)							\
	"<impegno><capitolo>1</capitolo><importo>" quanto "</importo></impegno>"
#define INTERVENTO(dal, al, quanto)					\
	"<intervento><dal>" dal "</dal><al>" al "</al>"			\
	"<importo>" quanto "</importo></intervento>"
#define ANNO(quanto) INTERVENTO("2026-01-01", "2026-12-31", quanto)

static void
what_is_granted_is_paid(void **state)
{
	static const struct {
		const char *xml, *code;		/* NULL: nothing */
	} t[] = {
		{ PREPARA("respinta", ""), NULL },
		{ PREPARA("sospesa", ""), NULL },
		{ PREPARA("accolta", ""), "senza-intervento" },
		{ PREPARA("respinta", ANNO("0.00")), "intervento-non-accolto" },
		{ PREPARA("accolta", ANNO("0.00")), NULL },
		{ PREPARA("accolta", ANNO("0.01")), "senza-impegno" },
		{ PREPARA("accolta", IMPEGNO("0.01") ANNO("0.01")), NULL },
		{ PREPARA("accolta", IMPEGNO("100.00") ANNO("50.50")
		    ANNO("49.50")), NULL },
		{ PREPARA("accolta", IMPEGNO("100.00") ANNO("50.50")
		    ANNO("49.51")), "impegno-insufficiente" },
		{ PREPARA("accolta", INTERVENTO("2026-12-31", "2026-01-01",
		    "0.00")), "date-invertite" },
	};
	size_t i;

	for (i = 0; i < NELEM(t); i++) {
		struct rilievi ril = { .a = *state };

		determinazione_check(&ril, tree(*state, t[i].xml));
		assert_int_equal(ril.errori, t[i].code != NULL);
		if (t[i].code != NULL)
			assert_non_null(rilievo_find(&ril, t[i].code));
	}
	assert_int_equal(importo_centesimi("999999999.99"), 99999999999);
	assert_int_equal(importo_centesimi("7.05"), 705);
}

#define ADOTTATA(esito)							\
	"<determinazione" NS "><esito>" esito "</esito>"		\
	"<premesse><p>Troppo reddito.</p></premesse>"			\
	"<osservazioni><p>Non basta.</p></osservazioni>"		\
	"<dispositivo><p>Si dispone.</p></dispositivo><adozione>"	\
	"<numero>7/2026</numero><data>2026-11-20</data></adozione>"	\
	"</determinazione>"

static const struct nodo *
outcome(struct arena *a, const char *xml)
{
	struct nodo *n = nodo_new(a, "procedimento");

	determinazione_in_carta(a, n, tree(a, xml));
	return n;
}

static void
a_no_says_why(void **state)
{
	const struct nodo *no = outcome(*state, ADOTTATA("respinta"));
	const struct nodo *yes = outcome(*state, ADOTTATA("accolta"));

	assert_string_equal(nodo_value(*state, no, "determinazione/numero"),
	    "7/2026");
	assert_string_equal(nodo_value(*state, no, "determinazione/data"),
	    "2026-11-20");
	assert_string_equal(nodo_value(*state, no, "motivi/p"),
	    "Troppo reddito.");
	assert_string_equal(nodo_value(*state, no, "osservazioni"),
	    "Non basta.");
	assert_string_equal(nodo_value(*state, yes, "esito"), "accolta");
	assert_string_equal(nodo_value(*state, yes, "dispositivo"),
	    "Si dispone.");
	assert_null(nodo_child(yes, "motivi"));
	assert_null(nodo_child(yes, "osservazioni"));
}

static void
an_intervento_begins_and_ends(void **state)
{
	struct rilievi ril = { .a = *state };
	struct nodo *n = intervento_make(*state, tree(*state, "<intervento" NS
	    "><tipologia>altro</tipologia><dal>2026-11-20</dal></intervento>"),
	    "determinazioni/0001.xml", "1/2026", "2026-11-19");
	struct nodo *in = tree(*state, "<chiudi-intervento" NS
	    "><data>2026-11-19</data><motivo>rinuncia</motivo>"
	    "</chiudi-intervento>");

	assert_string_equal(nodo_value(*state, n, "prestazione/tipologia"),
	    "altro");
	assert_true(intervento_aperto(n));
	intervento_check_giorno(&ril, in, n, "2026-11-18");
	assert_non_null(rilievo_find(&ril, "data-futura"));
	assert_non_null(rilievo_find(&ril, "prima-dell-inizio"));
	intervento_chiudi(*state, n, in, "as1");
	assert_false(intervento_aperto(n));
	assert_string_equal(nodo_value(*state, n, "chiusura/motivo"),
	    "rinuncia");
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(days_are_those_of_the_calendar), T(who_asked_says_when),
		T(the_term_runs_from_the_istanza),
		T(the_letter_has_what_art_8_wants),
		T(what_is_granted_is_paid), T(a_no_says_why),
		T(an_intervento_begins_and_ends),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
