/* SPDX-License-Identifier: EUPL-1.2 */
/* test_modulo.c - forms: what was typed, back in its place; what it means. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "web/modulo.h"
#include "xml/campi.h"
#include "xml/xml.h"

#define PAGE "0123456789abcdef0123456789abcdef"

static struct modulo_dati
dati(const char *atto, const struct coppia *c)
{
	struct modulo_dati d = { .atto = atto, .campi = c };

	while (c[d.n].nome != NULL)
		d.n++;
	return d;
}

/* The body of the istanza; NULL when there are rilievi. */
static struct nodo *
body(struct arena *a, struct rilievi *ril, const char *atto,
    const struct coppia *c)
{
	const struct modulo_dati d = dati(atto, c);
	struct nodo *root = NULL;

	ril->a = a;
	assert_int_equal(0, modulo_istanza(&root, ril, a, &d));
	assert_true((root == NULL) == (ril->errori > 0));
	return root != NULL ? nodo_child(root, atto) : NULL;
}

static const char *
id_of(struct arena *a, const char *atto, const struct coppia *c,
    const char *file)
{
	struct modulo_dati d = dati(atto, c);
	struct rilievi ril = { .a = a };
	struct nodo *root = NULL;

	d.file = file;
	assert_int_equal(0, modulo_istanza(&root, &ril, a, &d));
	assert_non_null(root);
	return nodo_attr(root, "id");
}

/* What was typed in one repetition stays there, also when the first lacks
 * what the second has. */
static void
repetitions_stay_together(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { 0 };
	struct nodo *b, *m;

	(void)state;
	b = body(a, &ril, "registra", (const struct coppia[]){
	    { "flusso", "entrata" }, { "classifica", "VII/9" },
	    { "mittente", "1" }, { "mittente.denominazione", "" },
	    { "mittente.pec", "uno@pec.example" },
	    { "mittente", "2" }, { "mittente.denominazione", "Due" },
	    { "mittente.pec", "" }, { "mittente", "3" },
	    { "mittente.denominazione", "  " }, { 0 } });
	assert_non_null(b);
	m = nodo_child(b, "mittente");
	assert_null(nodo_find(m, "denominazione"));
	assert_string_equal("uno@pec.example", nodo_value(a, m, "pec"));
	m = nodo_next(m, "mittente");
	assert_string_equal("Due", nodo_value(a, m, "denominazione"));
	assert_null(nodo_find(m, "pec"));
	assert_null(nodo_next(m, "mittente"));
}

/* Without marks a value given again begins the next one. */
static void
repetitions_without_marks(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { 0 };
	struct nodo *b, *d;

	(void)state;
	b = body(a, &ril, "smista", (const struct coppia[]){
	    { "protocollo", "0000001/2026" },
	    { "destinazione.ufficio", "sociale" },
	    { "destinazione.titolo", "competenza" },
	    { "destinazione.ufficio", "sds" },
	    { "destinazione.titolo", "conoscenza" }, { 0 } });
	assert_non_null(b);
	d = nodo_child(b, "destinazione");
	assert_string_equal("competenza", nodo_value(a, d, "titolo"));
	d = nodo_next(d, "destinazione");
	assert_string_equal("sds", nodo_value(a, d, "ufficio"));
}

static void
values_are_made_plain(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { 0 };
	struct nodo *b;

	(void)state;
	b = body(a, &ril, "annota", (const struct coppia[]){
	    { "cartella", " CS-2026-0000001 " }, { "data", "5/3/2026" },
	    { "testo", "Primo.\r\n\r\n- uno\r\n- due\r\n" },
	    { "luogo", "" }, { 0 } });
	assert_non_null(b);
	assert_string_equal("CS-2026-0000001", nodo_value(a, b, "cartella"));
	assert_string_equal("2026-03-05", nodo_value(a, b, "data"));
	assert_string_equal("Primo.", nodo_value(a, b, "testo/p"));
	assert_string_equal("due", nodo_all_text(a, nodo_next(nodo_find(b,
	    "testo/voce"), "voce")));
	assert_null(nodo_find(b, "luogo"));
}

/* All that is missing is told at once, each at its place. */
static void
missing_fields(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { 0 };

	(void)state;
	assert_null(body(a, &ril, "registra", (const struct coppia[]){
	    { "oggetto", "x" }, { "riservata.fino-al", "2030-01-01" },
	    { 0 } }));
	assert_int_equal(3, ril.errori);
	assert_string_equal("/registra/flusso", ril.primo->percorso);
	assert_string_equal("/registra/riservata/motivo",
	    ril.primo->succ->percorso);
}

static void
refused(void **state)
{
	static const struct coppia unknown[] = {
	    { "cartella", "CS-2026-0000001" }, { "testo", "x" },
	    { "autore", "altri" }, { 0 } };
	static const struct coppia control[] = {
	    { "cartella", "CS-2026-0000001" }, { "testo", "x\x01y" }, { 0 } };
	static const struct coppia base[] = {
	    { "cartella", "CS-2026-0000001" }, { "testo", "x" },
	    { "_base", "cartelle/2026/0000001" }, { 0 } };
	AUTO(arena) a = arena_new();
	struct rilievi one = { 0 }, two = { 0 }, three = { 0 }, none = { 0 };
	struct modulo_dati d = dati("annota", unknown);
	struct nodo *root;

	(void)state;
	assert_null(body(a, &one, "annota", unknown));
	assert_string_equal("campo-ignoto", one.primo->codice);
	assert_null(body(a, &two, "annota", control));
	assert_string_equal("/annota/testo", two.primo->percorso);
	assert_null(body(a, &three, "annota", base));
	assert_string_equal("base", three.primo->codice);
	d.atto = "../documenti/ente";
	none.a = a;
	assert_int_equal(ERR_ABSENT, modulo_istanza(&root, &none, a, &d));
}

/* The fields of a file are the act's own: nobody says his impronta. */
static void
fields_of_files(void **state)
{
	AUTO(arena) a = arena_new();
	const struct modulo_dati d = dati("registra",
	    (const struct coppia[]){ { 0 } });
	struct nodo *form, *c;

	(void)state;
	assert_int_equal(0, modulo_albero(&form, a, NULL, &d, NULL));
	for (c = nodo_child(form, "gruppo"); c; c = nodo_next(c, "gruppo"))
		assert_true(strcmp(nodo_attr(c, "percorso"), "principale") &&
		    strcmp(nodo_attr(c, "percorso"), "allegato"));
}

/* One page, two different forms: two acts; one form twice: one. */
static void
ids(void **state)
{
	static const struct coppia one[] = { { "_id", PAGE },
	    { "protocollo", "0000001/2026" }, { 0 } };
	static const struct coppia two[] = { { "_id", PAGE },
	    { "protocollo", "0000002/2026" }, { 0 } };
	static const struct coppia confirmed[] = { { "_id", PAGE },
	    { "_conferma", "doppione" }, { "protocollo", "0000001/2026" },
	    { 0 } };
	AUTO(arena) a = arena_new();
	const char *id = id_of(a, "prendi-visione", one, NULL);

	(void)state;
	assert_int_equal(32, strlen(id));
	assert_string_equal(id, id_of(a, "prendi-visione", one, NULL));
	assert_string_equal(id, id_of(a, "prendi-visione", confirmed, NULL));
	assert_string_not_equal(id, id_of(a, "prendi-visione", two, NULL));
	assert_string_not_equal(id, id_of(a, "prendi-visione", one,
	    "lettera.pdf 12"));
	assert_string_not_equal(id, PAGE);
}

static void
envelope(void **state)
{
	static const struct coppia c[] = {
	    { "_base", "cartelle/2026/0000001@"
	    "0123456789012345678901234567890123456789" },
	    { "_conferma", "doppione" }, { "_ritorno", "/registro" },
	    { "protocollo", "0000001/2026" }, { 0 } };
	const struct modulo_dati d = dati("prendi-visione", c);
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	AUTO_BUF b = { 0 };
	struct nodo *root;

	(void)state;
	assert_int_equal(0, modulo_istanza(&root, &ril, a, &d));
	assert_string_equal("cartelle/2026/0000001",
	    nodo_value(a, root, "base/testa/@cartella"));
	assert_string_equal("doppione",
	    nodo_value(a, root, "conferme/conferma/@codice"));
	nodo_write(&b, root);
	assert_int_equal(0, xml_validate(&ril, "atti/prendi-visione", b.data,
	    b.len));
	assert_int_equal(0, ril.errori);
}

static void
way_back(void **state)
{
	static const struct {
		const char *to;
		bool ours;
	} cases[] = {
		{ "/registro?flusso=entrata", true }, { "/", true },
		{ "//altri.example/", false }, { "/\\altri.example", false },
		{ "https://altri.example/", false }, { "registro", false },
		{ "/\t/altri.example", false }, { "/x\r\nSet-Cookie: a", false },
		{ "", false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(cases); i++) {
		struct coppia c = { "_ritorno", cases[i].to };
		struct modulo_dati d = { .atto = "x", .campi = &c, .n = 1 };

		assert_int_equal(cases[i].ours, modulo_ritorno(&d) != NULL);
	}
}

/* The k-th element of that name and percorso below n, at any depth. */
static struct nodo *
deep(struct nodo *n, const char *percorso, int *k)
{
	struct nodo *c, *found;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (strcmp(c->nome, "rilievo") != 0 &&
		    nodo_attr(c, "percorso") != NULL &&
		    strcmp(nodo_attr(c, "percorso"), percorso) == 0 &&
		    --*k == 0)
			return c;
		if ((found = deep(c, percorso, k)) != NULL)
			return found;
	}
	return NULL;
}

static struct nodo *
at(struct nodo *n, const char *percorso, int k)
{
	return deep(n, percorso, &k);
}

static void
one_more_one_less(void **state)
{
	static struct coppia c[] = {
	    { "_azione", "aggiungi:componente" }, { "cartella", "x" },
	    { "componente", "1" }, { "componente.cognome", "Uno" },
	    { "componente", "2" }, { "componente.cognome", "Due" },
	    { "componente", "3" }, { "componente.cognome", "Tre" }, { 0 } };
	AUTO(arena) a = arena_new();
	struct modulo_dati d = dati("registra-famiglia", c);
	struct nodo *form;

	(void)state;
	assert_int_equal(MODULO_AGGIUNGI, modulo_azione(&d));
	assert_int_equal(0, modulo_albero(&form, a, NULL, &d, NULL));
	assert_non_null(at(form, "componente", 4));
	assert_null(at(form, "componente", 5));
	assert_string_equal("f-componente_4",
	    nodo_attr(at(form, "componente", 4), "id"));
	c[0].valore = "togli:componente:2";
	assert_int_equal(MODULO_TOGLI, modulo_azione(&d));
	assert_int_equal(0, modulo_albero(&form, a, NULL, &d, NULL));
	assert_null(at(form, "componente", 3));
	assert_string_equal("Tre", nodo_all_text(a,
	    at(form, "componente.cognome", 2)));
	c[0].valore = "togli:componente:99";
	assert_int_equal(0, modulo_albero(&form, a, NULL, &d, NULL));
	assert_non_null(at(form, "componente", 3));
}

static void
rilievi_at_their_fields(void **state)
{
	AUTO(arena) a = arena_new();
	const struct modulo_dati d = dati("registra", (const struct coppia[]){
	    { "mittente", "1" }, { "mittente.denominazione", "Uno" },
	    { "mittente", "2" }, { "mittente.denominazione", "Due" },
	    { "mittente.pec", "non una pec" }, { "_conferma", "doppione" },
	    { "_conferma", "altro" }, { 0 } });
	struct rilievi ril = { .a = a };
	struct nodo *form, *f, *r;

	(void)state;
	rilievo_add(&ril, ERRORE, "/istanza/registra/mittente[2]/pec",
	    "formato", NULL, "non è un indirizzo");
	rilievo_add(&ril, AVVISO, "/registra", "doppione", NULL, "c'è già");
	rilievo_add(&ril, ERRORE, "/istanza/registra", "manca", NULL,
	    "manca «flusso»");
	assert_int_equal(0, modulo_albero(&form, a, NULL, &d,
	    rilievi_nodo(a, &ril)));
	f = at(form, "mittente.pec", 2);
	assert_non_null(nodo_child(f, "rilievo"));
	assert_null(nodo_child(at(form, "mittente.pec", 1), "rilievo"));
	assert_string_equal("si", nodo_attr(at(form, "mittente", 2),
	    "aperto"));
	r = nodo_child(form, "rilievo");
	assert_string_equal("f-mittente_2_pec", nodo_attr(r, "campo"));
	r = nodo_next(r, "rilievo");
	assert_null(nodo_attr(r, "campo"));
	assert_string_equal("si", nodo_attr(r, "confermato"));
	assert_string_equal("f-flusso", nodo_attr(nodo_next(r, "rilievo"),
	    "campo"));
	/* confirmed before and not in question now */
	assert_string_equal("altro", nodo_value(a, form, "conferma"));
}

/* A choice is read in the words of its documentation. */
static void
choices_have_words(void **state)
{
	AUTO(arena) a = arena_new();
	const struct modulo_dati d = dati("fissa", (const struct coppia[]){
	    { 0 } });
	struct nodo *form, *f;

	(void)state;
	assert_int_equal(0, modulo_albero(&form, a, NULL, &d, NULL));
	f = nodo_next(nodo_child(at(form, "tipo", 1), "scelta"), "scelta");
	assert_string_equal("visita", nodo_attr(f, "v"));
	assert_string_equal("visita domiciliare", nodo_all_text(a, f));
}

/* What only says what "si" means is help, not a name. */
static void
labels(void **state)
{
	static const struct {
		const char *atto, *campo, *nome, *aiuto;
	} cases[] = {
		{ "annota", "riservata", "Riservata", "Sì: la leggono solo" },
		{ "nomina", "attivo", "Attivo", "No: non può" },
		{ "registra", "flusso", "Flusso", NULL },
		{ "registra", "classifica", "Indice di classificazione",
		    "Come VII/9" },
		{ "registra-famiglia", "componente.affidatario",
		    "È affidatario", NULL },
		{ "smista", "destinazione.titolo", "Titolo", "Competenza: " },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(cases); i++) {
		AUTO(arena) a = arena_new();
		const struct modulo_dati d = { .atto = cases[i].atto };
		struct nodo *form, *f;
		const char *help;

		assert_int_equal(0, modulo_albero(&form, a, NULL, &d, NULL));
		assert_non_null(f = at(form, cases[i].campo, 1));
		assert_string_equal(cases[i].nome, nodo_attr(f, "etichetta"));
		help = nodo_attr(f, "aiuto");
		if (cases[i].aiuto == NULL)
			assert_null(help);
		else
			assert_int_equal(0, strncmp(help, cases[i].aiuto,
			    strlen(cases[i].aiuto)));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(repetitions_stay_together),
		cmocka_unit_test(repetitions_without_marks),
		cmocka_unit_test(values_are_made_plain),
		cmocka_unit_test(missing_fields),
		cmocka_unit_test(refused),
		cmocka_unit_test(fields_of_files),
		cmocka_unit_test(ids),
		cmocka_unit_test(envelope),
		cmocka_unit_test(way_back),
		cmocka_unit_test(one_more_one_less),
		cmocka_unit_test(rilievi_at_their_fields),
		cmocka_unit_test(choices_have_words),
		cmocka_unit_test(labels),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
