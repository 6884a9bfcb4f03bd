/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How long what is closed is kept: years from facts, the reasons in words, what
 * is not known; the row that counts; the table of the program and wrong ones.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/resource.h"
#include "documenti/massimario.h"
#include "xml/xml.h"

#define HEAD "<massimario xmlns='urn:cartella:1' versione='1' "		\
    "id='00000000000000000000000000000000'>"
#define RIGA(cosa, classe, resto) "<riga><cosa>" cosa "</cosa>" classe	\
    "<nome>prova</nome>" resto "</riga>"
#define CL(c) "<classifica>" c "</classifica>"
#define DUR(da, anni) "<durata><da>" da "</da><anni>" anni "</anni></durata>"
#define FONTE "<fonte>locale</fonte>"
#define SEMPRE "<permanente>si</permanente>" FONTE

static struct nodo *
parsed(struct arena *a, const char *rows)
{
	const char *text = arena_printf(a, "%s%s</massimario>", HEAD, rows);
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, text, strlen(text), XML_OURS), 0);
	return n;
}

static const char tavola[] =
    RIGA("cartella", CL("VII/9"), DUR("chiusura", "10")
	DUR("maggiore-eta", "5") FONTE "<da-confermare>si</da-confermare>")
    RIGA("cartella", CL("VII/11"), DUR("chiusura", "1")
	DUR("fine-misura", "10") FONTE)
    RIGA("cartella", CL("VII"), DUR("chiusura", "40") FONTE)
    RIGA("fascicolo", CL("II/1"), SEMPRE)
    RIGA("fascicolo", CL("II/1") "<tipo>affare</tipo>",
	DUR("registrazione", "5") FONTE)
    RIGA("accesso", CL("VII/10") "<tipo>diretto</tipo>",
	DUR("chiusura", "2") FONTE)
    RIGA("accesso", CL("VII/9"), DUR("chiusura", "6") FONTE)
    RIGA("documento", "<tipo>provvedimento</tipo>", SEMPRE)
    RIGA("documento", CL("VII/10") "<tipo>liberatoria</tipo>",
	DUR("documento", "5") FONTE "<da-confermare>si</da-confermare>")
    RIGA("documento", "<tipo>liberatoria</tipo>", DUR("documento", "1") FONTE)
    RIGA("documento", "<tipo>affidamento</tipo>", DUR("fine-misura", "30")
	FONTE)
    RIGA("documento", "<tipo>relazione</tipo>", DUR("chiusura", "100") FONTE);

static struct conservazione
calcola(struct arena *a, const struct fatti_conservazione *f)
{
	struct conservazione out;
	struct massimario m;

	massimario_read(&m, a, parsed(a, tavola));
	massimario_calcola(&out, a, &m, f);
	return out;
}

/* What is in it: of a type, the last one that day. */
#define IN(...) .documenti = (const struct documenti_conservati[])	\
    { __VA_ARGS__ }, .n_documenti = (int)(sizeof			\
    (struct documenti_conservati[]){ __VA_ARGS__ } /			\
    sizeof(struct documenti_conservati))

/* ---- ends ---- */

static const struct {
	struct fatti_conservazione f;
	enum esito_conservazione esito;
	const char *scade, *parole;
} casi[] = {
	/* the later of two: years from the closing, years from majority */
	{ { .cosa = "cartella", .classifica = "VII/9", .chiuso = "2020-05-03",
	    .persone = 2, .nascita = "2000-01-10" }, SCADE, "2030-05-03",
	    "10 anni dalla chiusura: chiusura del 3/5/2020, fino al 3/5/2030; "
	    "5 anni dalla maggiore età: la più giovane compie 18 anni il "
	    "10/1/2018, fino al 10/1/2023 (VII/9: prova; fonte: locale, da "
	    "confermare)" },
	{ { .cosa = "cartella", .classifica = "VII/9", .chiuso = "2020-05-03",
	    .persone = 2, .nascita = "2015-01-10" }, SCADE, "2038-01-10",
	    "la più giovane compie 18 anni il 10/1/2033" },
	{ { .cosa = "cartella", .classifica = "VII/9", .chiuso = "2020-05-03",
	    .persone = 1, .nascita = "2015-01-10" }, SCADE, "2038-01-10",
	    "la persona compie 18 anni il 10/1/2033" },
	/* 29 February: of age on the last day of that month */
	{ { .cosa = "cartella", .classifica = "VII/9", .chiuso = "2020-05-03",
	    .persone = 1, .nascita = "2012-02-29" }, SCADE, "2035-02-28",
	    "compie 18 anni il 28/2/2030" },
	{ { .cosa = "cartella", .classifica = "VII/11", .chiuso = "2028-02-29" },
	    SCADE, "2029-02-28", "chiusura del 29/2/2028" },
	{ { .cosa = "cartella", .classifica = "VII/5", .chiuso = "2028-02-29" },
	    SCADE, "2068-02-29", "(VII: prova" },
	/* what is not known is not guessed */
	{ { .cosa = "cartella", .classifica = "VII/9", .chiuso = "1950-05-03",
	    .persone = 3, .senza_nascita = 1, .nascita = "1940-01-10" },
	    DA_CALCOLARE, NULL, "di 1 persona non si conosce la nascita" },
	{ { .cosa = "cartella", .classifica = "VII/9", .chiuso = "1950-05-03" },
	    DA_CALCOLARE, NULL, "non vi è nominato nessuno" },
	{ { .cosa = "cartella", .classifica = "VII/11", .chiuso = "1950-05-03",
	    .misure = 2, .senza_fine = 1, .fine_misura = "1951-01-01" },
	    DA_CALCOLARE, NULL, "non si conosce la fine" },
	{ { .cosa = "cartella", .classifica = "VII/11", .chiuso = "2020-05-03",
	    .misure = 2, .fine_misura = "2031-12-31" }, SCADE, "2041-12-31",
	    "l'ultima misura finisce il 31/12/2031" },
	{ { .cosa = "cartella", .classifica = "VII/11", .chiuso = "2020-05-03" },
	    SCADE, "2021-05-03", "non ci sono misure" },
	/* open, of no class that has a row */
	{ { .cosa = "cartella", .classifica = "VII/9", .persone = 1,
	    .nascita = "1940-01-10" }, DA_CALCOLARE, NULL, "è in corso" },
	{ { .cosa = "cartella", .classifica = "VI/1", .chiuso = "1950-05-03" },
	    DA_CALCOLARE, NULL, "non ha una riga per le cartelle della "
	    "classe VI/1" },
	{ { .cosa = "cartella", .chiuso = "1950-05-03" },
	    DA_CALCOLARE, NULL, "che manca" },
	{ { .cosa = "fascicolo", .classifica = "VII/9",
	    .chiuso = "1950-05-03" }, DA_CALCOLARE, NULL, "i fascicoli" },
	/* permanent, but for one type */
	{ { .cosa = "fascicolo", .classifica = "II/1", .tipo = "attivita",
	    .chiuso = "1950-05-03" }, PERMANENTE, NULL, "si conserva sempre" },
	{ { .cosa = "fascicolo", .classifica = "II/1", .tipo = "affare",
	    .chiuso = "2020-05-03", .registrazione = "2020-04-30" }, SCADE,
	    "2025-04-30", "l'ultima registrazione è del 30/4/2020" },
	{ { .cosa = "fascicolo", .classifica = "II/1", .tipo = "affare",
	    .chiuso = "2020-05-03" }, DA_CALCOLARE, NULL,
	    "non ha registrazioni" },
	/* an accesso: by its kind, whatever the class of its row */
	{ { .cosa = "accesso", .tipo = "diretto", .chiuso = "2020-05-03" },
	    SCADE, "2022-05-03", "(VII/10: prova; fonte: locale)" },
	{ { .cosa = "accesso", .tipo = "indiretto", .chiuso = "2020-05-03" },
	    SCADE, "2026-05-03", "(VII/9: prova" },
	{ { .cosa = "accesso", .tipo = "diretto" }, DA_CALCOLARE, NULL,
	    "è in corso" },
};

static void
ends(void **state)
{
	AUTO(arena) a = arena_new();
	struct conservazione c;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(casi); i++) {
		c = calcola(a, &casi[i].f);
		if (strstr(c.perche, casi[i].parole) == NULL)
			fail_msg("%zu: «%s» non dice «%s»", i, c.perche,
			    casi[i].parole);
		assert_int_equal(c.esito, casi[i].esito);
		if (casi[i].scade == NULL)
			assert_null(c.scade);
		else
			assert_string_equal(c.scade, casi[i].scade);
	}
}

/* ---- documents in it ---- */

#define VECCHIA .cosa = "cartella", .classifica = "VII", .chiuso = "1980-05-03"
#define SUBITO .cosa = "accesso", .tipo = "diretto", .chiuso = "2020-05-03"

static const struct {
	struct fatti_conservazione f;
	enum esito_conservazione esito;
	const char *scade, *parole;	/* parole "": the documents say nothing */
} contenuti[] = {
	{ { VECCHIA, IN({ "provvedimento", "1979-01-01" }) }, PERMANENTE, NULL,
	    "; più a lungo perché contiene documenti di tipo «provvedimento»: "
	    "si conserva sempre (prova; fonte: locale)" },
	{ { VECCHIA, IN({ "relazione", "1979-01-01" }) }, SCADE, "2080-05-03",
	    "«relazione»: 100 anni dalla chiusura" },
	/* the row of its class before that of any; of an accesso, its row's */
	{ { SUBITO, IN({ "liberatoria", "2019-03-02" }) }, SCADE, "2024-03-02",
	    "«liberatoria»: 5 anni dal documento: l'ultimo è del 2/3/2019, "
	    "fino al 2/3/2024 (VII/10: prova; fonte: locale, da confermare)" },
	/* shorter does nothing, and is not told; nor a type without a row */
	{ { VECCHIA, IN({ "liberatoria", "1980-01-01" }) }, SCADE,
	    "2020-05-03", "" },
	{ { VECCHIA, IN({ "voce-diario", "2020-01-01" }) }, SCADE,
	    "2020-05-03", "" },
	/* no measure: such a row adds no years; one without its end may be any
	 * day; permanent all the same */
	{ { VECCHIA, IN({ "affidamento", "1979-01-01" }) }, SCADE,
	    "2020-05-03", "" },
	{ { VECCHIA, .misure = 1, .senza_fine = 1,
	    IN({ "affidamento", "1979-01-01" }) }, DA_CALCOLARE, NULL,
	    "non si conosce la fine" },
	{ { VECCHIA, .misure = 1, .fine_misura = "1999-12-31",
	    IN({ "affidamento", "1979-01-01" }) }, SCADE, "2029-12-31",
	    "30 anni dalla fine delle misure" },
	{ { VECCHIA, .misure = 1, .senza_fine = 1,
	    IN({ "affidamento", "1979-01-01" },
	    { "provvedimento", "1979-01-01" }) }, PERMANENTE, NULL,
	    "si conserva sempre" },
	/* of more than one, the longest */
	{ { SUBITO, IN({ "relazione", "2019-01-01" },
	    { "liberatoria", "2019-03-02" }) }, SCADE, "2120-05-03",
	    "«relazione»" },
	/* what is open has no end, whatever is in it */
	{ { .cosa = "cartella", .classifica = "VII",
	    IN({ "provvedimento", "1979-01-01" }) }, DA_CALCOLARE, NULL, "" },
	/* nor what no row is for */
	{ { .cosa = "cartella", .classifica = "VI/1", .chiuso = "1980-05-03",
	    IN({ "provvedimento", "1979-01-01" }) }, DA_CALCOLARE, NULL, "" },
};

static void
documents(void **state)
{
	AUTO(arena) a = arena_new();
	struct conservazione c;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(contenuti); i++) {
		c = calcola(a, &contenuti[i].f);
		assert_int_equal(c.esito, contenuti[i].esito);
		if (contenuti[i].scade == NULL)
			assert_null(c.scade);
		else
			assert_string_equal(c.scade, contenuti[i].scade);
		assert_non_null(strstr(c.perche, contenuti[i].parole));
		if (contenuti[i].parole[0] == '\0')
			assert_null(strstr(c.perche, "di tipo"));
	}
	/* a row that waits to be confirmed, and one that does not count */
	assert_true(calcola(a, &contenuti[2].f).da_confermare);
	assert_false(calcola(a, &contenuti[3].f).da_confermare);
	assert_true(calcola(a, &casi[0].f).da_confermare);
}

/* 0 what ends; 1 what cannot be told; 2 what never does. */
static int
rank(enum esito_conservazione e)
{
	return e == SCADE ? 0 : e == DA_CALCOLARE ? 1 : 2;
}

/* Whatever is put in it, nothing goes sooner than it would without. */
static void
never_shorter(void **state)
{
	static const char *const tipi[] = { "liberatoria", "provvedimento",
	    "affidamento", "relazione", "voce-diario" };
	struct documenti_conservati in[NELEM(tipi)];
	struct conservazione bare, full;
	struct fatti_conservazione f;
	AUTO(arena) a = arena_new();
	unsigned set;
	size_t i, k;

	(void)state;
	for (i = 0; i < NELEM(casi); i++)
		for (set = 0; set < 1u << NELEM(tipi); set++) {
			f = casi[i].f;
			bare = calcola(a, &f);
			for (f.n_documenti = 0, k = 0; k < NELEM(tipi); k++)
				if (set & 1u << k)
					in[f.n_documenti++] = (struct
					    documenti_conservati){ tipi[k],
					    "2001-01-01" };
			f.documenti = in;
			full = calcola(a, &f);
			assert_true(rank(full.esito) >= rank(bare.esito));
			if (full.esito == SCADE)
				assert_true(strcmp(full.scade,
				    bare.scade) >= 0);
		}
}

static void
without_table(void **state)
{
	const struct fatti_conservazione f = { .cosa = "cartella",
	    .classifica = "VII/9", .chiuso = "1950-05-03" };
	const struct fatti_conservazione accesso = { .cosa = "accesso",
	    .tipo = "diretto", .chiuso = "1950-05-03" };
	AUTO(arena) a = arena_new();
	struct conservazione c;
	struct massimario m;

	(void)state;
	massimario_calcola(&c, a, NULL, &f);
	assert_int_equal(c.esito, DA_CALCOLARE);
	assert_non_null(strstr(c.perche, "adotta-massimario"));
	assert_string_equal(conservazione_parola(c.esito), "da-calcolare");

	/* one that says nothing of what came to nothing */
	massimario_read(&m, a, parsed(a, RIGA("cartella", CL("VII/9"),
	    DUR("chiusura", "10") FONTE)));
	massimario_calcola(&c, a, &m, &accesso);
	assert_int_equal(c.esito, DA_CALCOLARE);
	assert_non_null(strstr(c.perche, "accessi (tipo diretto)"));
}

/* One more fact never makes the end come sooner. */
static void
never_sooner(void **state)
{
	static const char *const nati[] = { "1950-12-31", "1999-02-28",
	    "2004-02-29", "2019-07-01" };
	struct fatti_conservazione f = { .cosa = "cartella",
	    .classifica = "VII/9", .chiuso = "2020-02-29", .persone = 1 };
	AUTO(arena) a = arena_new();
	const char *last = "";
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(nati); i++) {
		f.nascita = nati[i];
		assert_true(strcmp(calcola(a, &f).scade, last) >= 0);
		last = calcola(a, &f).scade;
		assert_true(strcmp(last, "2030-02-28") >= 0);
	}
}

/* ---- tables ---- */

static const struct {
	const char *righe, *codice;
} errate[] = {
	{ RIGA("cartella", CL("VII/9"), SEMPRE)
	    RIGA("cartella", CL("VII/9"), DUR("chiusura", "1") FONTE),
	    "sovrapposte" },
	{ RIGA("serie", "", SEMPRE) RIGA("serie", "", SEMPRE), "sovrapposte" },
	{ RIGA("cartella", CL("VII/9"), "<permanente>si</permanente>"
	    DUR("chiusura", "1") FONTE), "permanente-con-anni" },
	{ RIGA("cartella", CL("VII/9"), FONTE), "senza-durata" },
	{ RIGA("cartella", CL("VII/9"), DUR("chiusura", "1")
	    DUR("chiusura", "2") FONTE), "doppio" },
	{ RIGA("cartella", "", SEMPRE), "senza-classe" },
	{ RIGA("serie", CL("VII/9"), SEMPRE), "serie-con-classe" },
	{ RIGA("serie", "", DUR("chiusura", "1") FONTE), "serie-con-anni" },
	{ RIGA("cartella", CL("VII/9") "<tipo>affare</tipo>", SEMPRE),
	    "altro-tipo" },
	{ RIGA("fascicolo", CL("VII/9") "<tipo>diretto</tipo>", SEMPRE),
	    "altro-tipo" },
	{ RIGA("accesso", CL("VII/9") "<tipo>affare</tipo>", SEMPRE),
	    "altro-tipo" },
	{ RIGA("accesso", "", SEMPRE), "senza-classe" },
	{ RIGA("accesso", CL("VII"), SEMPRE), "solo-titolo" },
	/* an accesso is not found by its class */
	{ RIGA("accesso", CL("VII/9"), SEMPRE)
	    RIGA("accesso", CL("VII/10"), SEMPRE), "sovrapposte" },
	{ RIGA("accesso", CL("VII/9"), DUR("documento", "1") FONTE),
	    "solo-documenti" },
	{ RIGA("cartella", CL("VII/9"), DUR("documento", "1") FONTE),
	    "solo-documenti" },
	{ RIGA("documento", CL("VII/9"), SEMPRE), "senza-tipo" },
	{ RIGA("documento", "<tipo>relazione</tipo>",
	    DUR("registrazione", "1") FONTE), "non-dei-documenti" },
	{ RIGA("documento", "<tipo>relazione</tipo>", SEMPRE)
	    RIGA("documento", "<tipo>relazione</tipo>", SEMPRE),
	    "sovrapposte" },
	{ RIGA("documento", "<tipo>relazione</tipo>", FONTE), "senza-durata" },
	{ RIGA("fascicolo", CL("VII/9"), DUR("maggiore-eta", "1") FONTE),
	    "solo-cartelle" },
	{ RIGA("fascicolo", CL("VII/9"), DUR("fine-misura", "1") FONTE),
	    "solo-cartelle" },
};

static void
wrong_tables(void **state)
{
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(errate); i++) {
		struct rilievi ril = { .a = a };

		massimario_check(&ril, parsed(a, errate[i].righe));
		assert_int_equal(ril.errori, 1);
		assert_string_equal(ril.primo->codice, errate[i].codice);
	}
}

static void
good_table(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };

	(void)state;
	massimario_check(&ril, parsed(a, tavola));
	assert_null(ril.primo);
}

/* The table of the program: nothing wrong; all of title VII is to be
 * confirmed; a source for each row. */
static void
shipped_table(void **state)
{
	const struct resource *m = resource_find(
	    "templates/ente/massimario.xml");
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	const struct riga_massimario *r;
	struct massimario t;
	struct nodo *doc;
	int i;

	(void)state;
	assert_non_null(m);
	assert_int_equal(xml_parse(&doc, a, m->data, m->size, XML_OURS), 0);
	massimario_check(&ril, doc);
	assert_null(ril.primo);
	massimario_read(&t, a, doc);
	for (i = 0; i < t.n; i++) {
		r = &t.righe[i];
		assert_true(strlen(r->fonte) > 0);
		if (r->classifica != NULL)
			assert_true(r->da_confermare &&
			    strncmp(r->fonte, "locale", 6) == 0);
		else
			assert_true(r->permanente);
	}
	assert_non_null(massimario_riga(&t, "accesso", NULL, "diretto"));
	assert_non_null(massimario_riga(&t, "accesso", NULL, "indiretto"));
	assert_non_null(massimario_riga(&t, "cartella", "VII/15", NULL));
	assert_null(massimario_riga(&t, "cartella", "VI/1", NULL));
	/* XVII is not below VII, nor VII/91 below VII/9 */
	r = massimario_riga(&t, "cartella", "VII/91", NULL);
	assert_string_equal(r->classifica, "VII");
	assert_null(massimario_riga(&t, "cartella", "XVII/9", NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ends), cmocka_unit_test(without_table),
		cmocka_unit_test(never_sooner), cmocka_unit_test(documents),
		cmocka_unit_test(never_shorter),
		cmocka_unit_test(wrong_tables),
		cmocka_unit_test(good_table), cmocka_unit_test(shipped_table),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
