/* SPDX-License-Identifier: EUPL-1.2 */
/* Pure rules of documents that no command line test reaches fully. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "documenti/lettera.h"
#include "documenti/proposta.h"
#include "documenti/scheda.h"
#include "documenti/titolo.h"

static struct nodo *
scheda(struct arena *a, const char *cognome, const char *nome, const char *cf)
{
	struct nodo *s = nodo_new(a, "scheda");
	struct nodo *x = nodo_elem(a, s, "anagrafica");

	nodo_elem_text(a, x, "cognome", cognome);
	nodo_elem_text(a, x, "nome", nome);
	nodo_elem_text(a, x, "codice-fiscale", cf);
	return s;
}

static void
words(void **state)
{
	static const struct {
		const char *text, *words;
	} t[] = {
		{ "", " " }, { " ,. ", " " }, { "M. R.", " m r " },
		{ "D\xe2\x80\x99" "ANGELO", " d angelo " },
		{ "Niccol\xc3\xb2 (\xc2\xab" "3B\xc2\xbb)", " niccolo 3b " },
		{ "citta\xcc\x80", " citta " },
		{ "stra\xc3\x9f" "e", " strasse " },
		{ "\xe7\x8e\x8b-wang_li", " \xe7\x8e\x8b wang li " },
	};
	AUTO(arena) a = arena_new();
	char *out;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		assert_int_equal(utf8_words(&out, a, t[i].text), 0);
		assert_string_equal(out, t[i].words);
	}
	assert_int_equal(utf8_words(&out, a, "\xff"), ERR_INVALID);
}

static void
name_found(void **state)
{
	static const struct {
		const char *cognome, *nome, *testo, *trovato;
	} t[] = {
		{ "Rossini", "Matteo", "su ROSSINI M.", "Rossini" },
		{ "Rossini", "Matteo", "alunno matteo, III B", "Matteo" },
		{ "Rossini", "Matteo", "alunno M.R.", NULL },
		{ "Rossini", "Matteo", "via dei Rossinissimi", NULL },
		{ "Rossini", "Matteo", "via San Matteotti", NULL },
		{ "Rossi", "Anna", "la Sig.ra Rossini", NULL },
		{ "Forl\xc3\xac", "No\xc3\xa8", "su forli' N.", "Forl\xc3\xac" },
		{ "Dell'Acqua", "Ugo", "su Dell\xe2\x80\x99 acqua U.",
		    "Dell'Acqua" },
		{ "De Luca", "Eva", "atti de quo", NULL },
		{ "De Luca", "Eva", "su DE  LUCA E.", "De Luca" },
		{ "Hu", "Li Na", "su Hu L.N.", "Hu" },
		{ "Hu", "Li Na", "uno studente humanista", NULL },
		{ "Verdi", "Maria Grazia", "su Grazia V.", "Maria Grazia" },
		{ "Verdi", "M.", "su M. V.", NULL },
		{ "Verdi", "Ugo", "RSSMTT14D12H501X", NULL },
		{ "Verdi", "Ugo", "cf vrdgux14d12h501x.", "VRDGUX14D12H501X" },
	};
	AUTO(arena) a = arena_new();
	const char *got;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		got = scheda_nome_in(a, scheda(a, t[i].cognome, t[i].nome,
		    "VRDGUX14D12H501X"), t[i].testo);
		if (t[i].trovato == NULL)
			assert_null(got);
		else
			assert_string_equal(got, t[i].trovato);
	}
	assert_null(scheda_nome_in(a, scheda(a, "Verdi", "Ugo", NULL), ""));
	assert_null(scheda_nome_in(a, scheda(a, "Verdi", "Ugo", NULL),
	    "Verdi\xff"));
}

static void
initials(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	assert_string_equal(persona_iniziali(a, "Luca", "Bianchi"), "L. B.");
	assert_string_equal(persona_iniziali(a, "\xc3\x88ve", "\xc5\x9e" "ahin"),
	    "\xc3\x88. \xc5\x9e.");
	assert_string_equal(persona_iniziali(a, "", ""), ". .");
	assert_null(persona_iniziali(a, NULL, "Bianchi"));
	assert_null(persona_iniziali(a, "Luca", NULL));
	assert_null(scheda_iniziali(a, nodo_new(a, "scheda")));
}

/* The rilievo that a means and two addresses call for; NULL: none. */
static const char *
recapito(struct arena *a, const char *mezzo, const char *pec, const char *ind)
{
	struct rilievi ril = { .a = a };
	struct nodo *in = nodo_new(a, "comunica");
	struct nodo *to = nodo_elem(a, in, "destinatario");

	nodo_elem_text(a, to, "denominazione", "ASL");
	nodo_elem_text(a, to, "indirizzo", ind);
	nodo_elem_text(a, to, "pec", pec);
	nodo_elem_text(a, in, "mezzo", mezzo);
	lettera_check_recapito(&ril, in);
	return ril.primo != NULL ? ril.primo->codice : NULL;
}

static void
means_and_address(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	assert_string_equal(recapito(a, NULL, NULL, NULL), "senza-recapito");
	assert_string_equal(recapito(a, "pec", NULL, NULL), "senza-recapito");
	assert_string_equal(recapito(a, "pec", NULL, "via"),
	    "recapito-del-mezzo");
	assert_string_equal(recapito(a, "posta-elettronica", NULL, "via"),
	    "recapito-del-mezzo");
	assert_string_equal(recapito(a, "raccomandata", "a@b", NULL),
	    "recapito-del-mezzo");
	assert_string_equal(recapito(a, "posta-ordinaria", "a@b", NULL),
	    "recapito-del-mezzo");
	assert_string_equal(recapito(a, "interno", "a@b", "via"),
	    "mezzo-interno");
	assert_null(recapito(a, NULL, "a@b", NULL));
	assert_null(recapito(a, "pec", "a@b", NULL));
	assert_null(recapito(a, "raccomandata", NULL, "via"));
	assert_null(recapito(a, "consegna-a-mano", NULL, "via"));
}

static void
answered_once(void **state)
{
	AUTO(arena) a = arena_new();
	const struct proposta_relazione rel = { "relazioni/0001.xml", "1",
	    "2" };
	struct nodo *in = nodo_new(a, "proponi"), *p;

	(void)state;
	nodo_elem_text(a, in, "oggetto", "sostegno");
	nodo_elem_text(a, nodo_elem(a, in, "testo"), "p", "sei mesi");
	p = proposta_make(a, in, &rel, "as1", "2026-11-20");
	assert_true(proposta_in_attesa(a, p));
	proposta_approva(a, p, "coord", "2026-11-21", "0000001/2026", "amm");
	assert_false(proposta_in_attesa(a, p));
	assert_string_equal(nodo_value(a, p, "approvazione/protocollo"),
	    "0000001/2026");
	assert_string_equal(nodo_value(a, p, "approvazione/ufficio"), "amm");
	assert_false(proposta_in_attesa(a, nodo_new(a, "proposta")));
}

/* What a list says of a document is in the document. */
static void
subject(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = nodo_new(a, "proposta"), *dati;

	(void)state;
	assert_true(titolo_voluto("relazione"));
	assert_false(titolo_voluto("voce-diario"));
	assert_false(titolo_voluto("manifesto"));
	assert_null(documento_titolo(a, doc));
	assert_null(documento_giorno(a, doc));
	assert_null(documento_stato(a, doc));
	dati = nodo_elem(a, doc, "dati");
	nodo_elem_text(a, dati, "oggetto", "un sostegno");
	nodo_elem_text(a, dati, "data", "2026-11-02");
	nodo_elem_text(a, doc, "esito", "un esito detto a lungo, con ragioni");
	assert_string_equal(documento_titolo(a, doc), "un sostegno");
	assert_string_equal(documento_giorno(a, doc), "2026-11-02");
	assert_null(documento_stato(a, doc));
	nodo_elem_text(a, doc, "oggetto", "il primo");
	nodo_elem_text(a, doc, "stato", "approvata");
	assert_string_equal(documento_titolo(a, doc), "il primo");
	assert_string_equal(documento_stato(a, doc), "approvata");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words),
		cmocka_unit_test(name_found), cmocka_unit_test(initials),
		cmocka_unit_test(means_and_address),
		cmocka_unit_test(answered_once),
		cmocka_unit_test(subject),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
