/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The forms of writing: from a document back to a form, drafts as far as they
 * go, two who wrote at once.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/auto.h"
#include "web/modulo.h"
#include "web/redazione.h"
#include "web/redazione_gruppi.h"
#include "xml/campi.h"
#include "xml/xml.h"

#define ID "0123456789abcdef0123456789abcdef"

static struct nodo *
made(struct arena *a, const char *atto, const struct coppia *campi, int n)
{
	struct modulo_dati d = { .atto = atto, .campi = campi, .n = n };
	struct rilievi ril = { .a = a };
	struct nodo *out = NULL;

	assert_int_equal(modulo_istanza(&out, &ril, a, &d), 0);
	assert_non_null(out);
	return nodo_child(out, atto);
}

static const char *
written(struct arena *a, const struct nodo *n)
{
	AUTO_BUF b = { 0 };

	nodo_write(&b, n);
	return arena_strdup(a, buf_str(&b));
}

/* What stands in a document and goes through a form comes out the same. */
static void
round_trip(const char *atto, const struct coppia *campi, int n)
{
	AUTO(arena) a = arena_new();
	struct nodo *first = made(a, atto, campi, n);
	struct coppia *back = NULL;
	int n_back = 0;

	assert_int_equal(modulo_da_albero(&back, &n_back, a, atto, first), 0);
	assert_string_equal(written(a, made(a, atto, back, n_back)),
	    written(a, first));
}

static void
a_document_goes_through_a_form(void **state)
{
	static const struct coppia relazione[] = {
		{ "cartella", "CS-2026-0000001" }, { "tipo", "attivita" },
		{ "oggetto", "Prova \"con\" <segni> & àccenti" },
		{ "fatti-accertati", "# Titolo\n\nUno *due* \\*tre.\n\n- a\n- b\n\n"
		    "1. x\n2. y\n\n| a | b |\n| c | d |" },
	};
	static const struct coppia progetto[] = {
		{ "cartella", "CS-2026-0000001" },
		{ "tipo", "individualizzato" }, { "oggetto", "P" },
		{ "obiettivo-breve", "1" }, { "obiettivo-breve.testo", "uno" },
		{ "obiettivo-breve.entro", "2027-01-31" },
		{ "obiettivo-breve", "2" }, { "obiettivo-breve.testo", "due" },
		{ "azione", "1" }, { "azione.testo", "fare" },
		{ "azione.chi", "noi" },
		{ "dal", "2026-12-01" }, { "verifica-ogni", "mensile" },
	};

	(void)state;
	round_trip("redigi", relazione, NELEM(relazione));
	round_trip("progetto", progetto, NELEM(progetto));
}

static void
a_document_gives_what_the_atto_has(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = nodo_new(a, "relazione");
	struct coppia *back = NULL;
	int n = 0, i;

	(void)state;
	nodo_set(a, doc, "id", ID);
	nodo_elem_text(a, doc, "autore", "as1");
	nodo_elem_text(a, doc, "tipo", "attivita");
	assert_int_equal(modulo_da_albero(&back, &n, a, "redigi", doc), 0);
	for (i = 0; i < n; i++)
		assert_string_not_equal(back[i].nome, "autore");
	assert_int_equal(n, 1);
	assert_int_equal(modulo_da_albero(&back, &n, a, "nessuno", doc),
	    ERR_ABSENT);
	err_clear();
}

static void
a_draft_is_as_far_as_it_goes(void **state)
{
	static const struct coppia campi[] = {
		{ "_id", ID }, { "_base", "cartelle/2026/0000001@abc" },
		{ "oggetto", "A metà" }, { "di-nessuno", "x" },
		{ "dal", "non è un giorno" },
	};
	struct modulo_dati d = { .atto = "redigi", .campi = campi,
	    .n = NELEM(campi) };
	AUTO(arena) a = arena_new();
	struct nodo *out;

	(void)state;
	assert_int_equal(modulo_bozza(&out, a, &d), 0);
	assert_string_equal(nodo_attr(out, "id"), ID);
	assert_string_equal(nodo_value(a, out, "redigi/oggetto"), "A metà");
	assert_string_equal(nodo_value(a, out, "redigi/dal"),
	    "non è un giorno");
	assert_string_equal(nodo_value(a, out, "base/testa/@commit"), "abc");
	assert_null(nodo_find(out, "redigi/di-nessuno"));
	d.atto = "nessuno";
	assert_int_equal(modulo_bozza(&out, a, &d), ERR_ABSENT);
	err_clear();
}

/* ---- two who wrote at once ---- */

static struct nodo *
page(struct arena *a, const char *fatti, const char *valutazioni)
{
	struct nodo *p = nodo_new(a, "pagina"), *part, *doc, *n;

	n = nodo_elem(a, nodo_elem(a, p, "sessione"), "puo");
	nodo_set(a, n, "atto", "redigi");
	nodo_set(a, nodo_elem_text(a, p, "parametro", "CS-2026-0000001"),
	    "nome", "cartella");
	nodo_set(a, nodo_elem_text(a, p, "parametro", "relazioni/0001.xml"),
	    "nome", "documento");
	part = nodo_elem(a, p, "parte");
	nodo_set(a, part, "atto", "mostra");
	n = nodo_elem(a, nodo_elem(a, part, "base"), "testa");
	nodo_set(a, n, "cartella", "cartelle/2026/0000001");
	nodo_set(a, n, "commit", fatti);
	doc = nodo_elem(a, part, "relazione");
	nodo_elem_text(a, doc, "tipo", "attivita");
	nodo_elem_text(a, doc, "oggetto", "O");
	prosa_parse(a, nodo_elem(a, doc, "fatti-accertati"), fatti);
	prosa_parse(a, nodo_elem(a, doc, "valutazioni"), valutazioni);
	return p;
}

static struct nodo *
field(const struct nodo *modulo, const char *percorso)
{
	struct nodo *c;

	for (c = nodo_child(modulo, "campo"); c; c = nodo_next(c, "campo"))
		if (strcmp(nodo_attr(c, "percorso"), percorso) == 0)
			return c;
	return NULL;
}

/* The form of a page that was opened and sent, `fatti` being changed. */
static struct nodo *
sent(struct arena *a, const struct nodo *opened, const char *fatti,
    const char *code)
{
	struct coppia *said = NULL, *campi = arena_alloc(a, 64 * sizeof *campi);
	struct modulo_dati d = { .atto = "redigi", .campi = campi };
	struct nodo *ril = nodo_new(a, "rilievi"), *r, *out;
	const struct nodo *p, *doc = nodo_find(opened, "parte/relazione");
	int k, n = 0;

	assert_int_equal(modulo_da_albero(&said, &n, a, "redigi", doc), 0);
	for (k = 0; k < n; k++) {
		campi[k] = said[k];
		if (strcmp(campi[k].nome, "fatti-accertati") == 0)
			campi[k].valore = fatti;
	}
	for (p = nodo_find(opened, "modulo/prima"); p != NULL;
	    p = nodo_next(p, "prima"))
		campi[n++] = (struct coppia){ "_prima", nodo_all_text(a, p) };
	campi[n++] = (struct coppia){ "_base", "cartelle/2026/0000001@vecchio" };
	d.n = n;
	r = nodo_elem_text(a, ril, "rilievo", "è stato cambiato da altri");
	nodo_set(a, r, "grado", "errore");
	nodo_set(a, r, "codice", code);
	nodo_set(a, r, "percorso", "/redigi/fatti-accertati");
	assert_int_equal(modulo_albero(&out, a, NULL, &d, ril), 0);
	return out;
}

static void
both_texts_are_seen(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *before = page(a, "vecchio", "stesse"), *now, *m;

	(void)state;
	redazione_completa(before, a);
	assert_non_null(nodo_find(before, "modulo/prima"));
	now = page(a, "degli altri", "nuove degli altri");
	nodo_add(now, sent(a, before, "mio", "conflitto"));
	redazione_completa(now, a);
	m = nodo_child(now, "modulo");
	assert_null(nodo_next(m, "modulo"));
	assert_string_equal(nodo_attr(m, "conflitto"), "si");
	assert_string_equal(nodo_value(a, field(m, "fatti-accertati"),
	    "valore"), "mio");
	assert_string_equal(nodo_value(a, field(m, "fatti-accertati"), "ora"),
	    "degli altri");
	/* what was not touched is theirs, what is the same has nothing beside */
	assert_string_equal(nodo_value(a, field(m, "valutazioni"), "valore"),
	    "nuove degli altri");
	assert_null(nodo_child(field(m, "valutazioni"), "ora"));
	assert_null(nodo_child(field(m, "oggetto"), "ora"));
	/* the old base is no base any more, until it is chosen */
	assert_string_equal(nodo_value(a, m, "base-prima"),
	    "cartelle/2026/0000001@vecchio");
	assert_string_equal(nodo_value(a, m, "base"),
	    "cartelle/2026/0000001@degli altri");
}

static void
another_rilievo_changes_nothing(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *before = page(a, "vecchio", "stesse"), *now, *m;

	(void)state;
	redazione_completa(before, a);
	now = page(a, "degli altri", "nuove degli altri");
	nodo_add(now, sent(a, before, "mio", "formato"));
	redazione_completa(now, a);
	m = nodo_child(now, "modulo");
	assert_null(nodo_attr(m, "conflitto"));
	assert_string_equal(nodo_value(a, field(m, "valutazioni"), "valore"),
	    "stesse");
	assert_string_equal(nodo_value(a, m, "base"),
	    "cartelle/2026/0000001@vecchio");
}

static void
without_the_atto_no_form(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *p = page(a, "x", "y");

	(void)state;
	nodo_remove(nodo_child(p, "sessione"));
	redazione_completa(p, a);
	assert_null(nodo_child(p, "modulo"));
}

/* ---- what is no prose ---- */

static struct nodo *
plan(struct arena *a, const struct coppia *campi, int n)
{
	struct modulo_dati d = { .atto = "progetto", .campi = campi, .n = n };
	struct nodo *out;

	assert_int_equal(modulo_albero(&out, a, NULL, &d, NULL), 0);
	return out;
}

static const char *
differences(struct arena *a, struct nodo *mio, const struct nodo *ora)
{
	const struct nodo *d;
	AUTO_BUF b = { 0 };

	redazione_gruppi(mio, ora, a);
	for (d = nodo_child(mio, "differenza"); d != NULL;
	    d = nodo_next(d, "differenza"))
		buf_printf(&b, "%s/%s: %s|%s\n", nodo_attr(d, "dove"),
		    nodo_attr(d, "campo"),
		    nodo_all_text(a, nodo_child(d, "mio")),
		    nodo_all_text(a, nodo_child(d, "ora")));
	return arena_strdup(a, buf_str(&b));
}

static void
groups_are_compared_field_by_field(void **state)
{
	static const struct coppia mine[] = {
		{ "oggetto", "P" },
		{ "obiettivo-breve", "1" }, { "obiettivo-breve.testo", "uno" },
		{ "obiettivo-breve.entro", "2027-01-31" },
		{ "obiettivo-breve", "2" }, { "obiettivo-breve.testo", "due" },
		{ "azione", "1" }, { "azione.testo", "fare" },
	}, now[] = {
		{ "oggetto", "Q" },
		{ "obiettivo-breve", "1" }, { "obiettivo-breve.testo", "due" },
		{ "obiettivo-breve", "2" }, { "obiettivo-breve.testo", "uno" },
		{ "obiettivo-breve.raggiunto", "parziale" },
		{ "obiettivo-breve", "3" }, { "obiettivo-breve.testo", "tre" },
		{ "azione", "1" }, { "azione.testo", "fare" },
	};
	AUTO(arena) a = arena_new();
	const struct nodo *ora = plan(a, now, NELEM(now));

	(void)state;
	/* what only stands elsewhere is no difference; prose and plain
	 * fields are shown beside each other */
	assert_string_equal(differences(a, plan(a, mine, NELEM(mine)), ora),
	    "Obiettivo a breve termine 1/Entro quando: 2027-01-31|\n"
	    "Obiettivo a breve termine 1/A che punto è: |"
	    "raggiunto in parte\n"
	    "Obiettivo a breve termine 3/Che cosa si vuole raggiungere: |tre\n");
	assert_string_equal(differences(a, plan(a, now, NELEM(now)), ora), "");
	assert_string_equal(differences(a, plan(a, mine, 1), plan(a, mine,
	    NELEM(mine))),
	    "Obiettivo a breve termine 1/Che cosa si vuole raggiungere: |uno\n"
	    "Obiettivo a breve termine 1/Entro quando: |2027-01-31\n"
	    "Obiettivo a breve termine 2/Che cosa si vuole raggiungere: |due\n"
	    "Azione 1/Che cosa si fa: |fare\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_document_goes_through_a_form),
		cmocka_unit_test(a_document_gives_what_the_atto_has),
		cmocka_unit_test(a_draft_is_as_far_as_it_goes),
		cmocka_unit_test(both_texts_are_seen),
		cmocka_unit_test(another_rilievo_changes_nothing),
		cmocka_unit_test(without_the_atto_no_form),
		cmocka_unit_test(groups_are_compared_field_by_field),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
