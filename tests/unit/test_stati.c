/* SPDX-License-Identifier: EUPL-1.2 */
/* States and passages, what a body may not change of them; the papers of an
 * accesso; how a cartella ends and begins again. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "albero.h"
#include "atti/caso/guardie.h"
#include "base/auto.h"
#include "base/resource.h"
#include "documenti/cartella.h"
#include "documenti/chiusura.h"
#include "documenti/procedimento.h"
#include "documenti/scheda_segretariato.h"
#include "xml/xml.h"

#define OGGI "2026-11-20"
#define FABBRICA "templates/ente/procedimento.xml"

/* The table every body begins with. */
static struct nodo *
shipped(struct arena *a)
{
	const struct resource *m = resource_find(FABBRICA);
	struct nodo *n;

	assert_non_null(m);
	assert_int_equal(xml_parse(&n, a, m->data, m->size, XML_OURS), 0);
	return n;
}

static bool
same(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b) == 0;
}

/* The passage of that key; it must be there. */
static struct nodo *
passage(struct nodo *doc, const char *oggetto, const char *atto,
    const char *esito, const char *da)
{
	struct nodo *n;

	for (n = nodo_child(doc, "passaggio"); n != NULL;
	    n = nodo_next(n, "passaggio"))
		if (same(nodo_attr(n, "oggetto"), oggetto) &&
		    same(nodo_attr(n, "atto"), atto) &&
		    same(nodo_attr(n, "esito"), esito) &&
		    same(nodo_attr(n, "da"), da))
			return n;
	fail_msg("no passage %s %s %s %s", oggetto, atto, esito, da);
	return NULL;
}

static struct nodo *
guard(struct nodo *passaggio, const char *nome)
{
	struct nodo *g;

	for (g = nodo_child(passaggio, "guardia"); g; g = nodo_next(g, "guardia"))
		if (same(nodo_attr(g, "nome"), nome))
			return g;
	fail_msg("no guard %s", nome);
	return NULL;
}

/* Codes of all rilievi, once each, in order. */
static void
said(const struct rilievi *ril, const char *wanted)
{
	const char *last = "";
	AUTO_BUF b = { 0 };
	const struct rilievo *r;

	for (r = ril->primo; r != NULL; r = r->succ) {
		if (strcmp(r->codice, last) != 0)
			buf_printf(&b, "%s%s", *last ? " " : "", r->codice);
		last = r->codice;
	}
	assert_string_equal(buf_str(&b), wanted);
}

static void
checked(const struct nodo *doc, struct arena *a, const char *wanted)
{
	struct rilievi ril = { .a = a };

	procedimento_check(&ril, doc);
	said(&ril, wanted);
}

/* ---- the table ---- */

static void
shipped_is_good(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	checked(shipped(a), a, "");
}

static void
more_is_good(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = shipped(a), *p, *g;

	(void)state;
	/* a guard more, and a stronger one */
	p = passage(doc, "cartella", "chiudi", "", "in-carico");
	g = nodo_elem(a, p, "guardia");
	nodo_set(a, g, "nome", "visto-coordinatore");
	nodo_set(a, g, "grado", "errore");
	nodo_set(a, guard(p, "nessun-termine-aperto"), "grado", "errore");
	/* a road less, where another leads to the same place */
	nodo_remove(passage(doc, "accesso", "valuta", "no", "in-valutazione"));
	nodo_remove(passage(doc, "cartella", "riapri", "", "chiuso"));
	nodo_remove(passage(doc, "accesso", "riapri", "", "chiuso"));
	checked(doc, a, "");
}

static void
unknown_refused(void **state)
{
	static const char *const attrs[][4] = {
		/* attribute, value, what is said */
		{ "atto", "sogna", "atto-ignoto" },
		{ "esito", "forse", "atto-ignoto" },
		{ "da", "sospeso", "stato-ignoto" },
		{ "a", "sospeso", "stato-ignoto" },
		{ "oggetto", "accesso", "atto-ignoto" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(attrs); i++) {
		AUTO(arena) a = arena_new();
		struct nodo *doc = shipped(a);
		struct rilievi ril = { .a = a };

		nodo_set(a, passage(doc, "cartella", "rinvia", "",
		    "proposta-inviata"), attrs[i][0], attrs[i][1]);
		procedimento_check(&ril, doc);
		assert_non_null(rilievo_find(&ril, attrs[i][2]));
	}
}

static void
unknown_guard(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = shipped(a), *g;

	(void)state;
	g = nodo_elem(a, passage(doc, "cartella", "approva", "",
	    "proposta-inviata"), "guardia");
	nodo_set(a, g, "nome", "luna-piena");
	nodo_set(a, g, "grado", "errore");
	checked(doc, a, "guardia-ignota");
}

static void
twice_refused(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = shipped(a), *p;

	(void)state;
	p = passage(doc, "cartella", "approva", "", "proposta-inviata");
	nodo_add(doc, nodo_copy(a, p));
	checked(doc, a, "doppio");
	nodo_remove(doc->ultimo);
	p = passage(doc, "cartella", "apri", "", "inizio");
	nodo_add(p, nodo_copy(a, guard(p, "liberatoria")));
	checked(doc, a, "guardia-doppia");
}

static void
unreachable_refused(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = shipped(a);
	struct rilievi ril = { .a = a };

	(void)state;
	nodo_remove(passage(doc, "cartella", "determina", "accolta",
	    "in-istruttoria"));
	procedimento_check(&ril, doc);
	said(&ril, "irraggiungibile");
	assert_non_null(strstr(ril.primo->testo, "in-erogazione"));
}

/* A circle of states reached only from itself is not reached. */
static void
island_refused(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = shipped(a);

	(void)state;
	nodo_remove(passage(doc, "accesso", "assegna", "", "inizio"));
	nodo_remove(passage(doc, "accesso", "assegna", "", "aperto"));
	checked(doc, a, "morto irraggiungibile");
}

static void
dead_refused(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = shipped(a);
	struct rilievi ril = { .a = a };

	(void)state;
	nodo_remove(passage(doc, "cartella", "chiudi", "", "in-erogazione"));
	checked(doc, a, "");
	nodo_remove(passage(doc, "cartella", "chiudi-intervento", "ultimo",
	    "in-erogazione"));
	procedimento_check(&ril, doc);
	said(&ril, "morto");
	assert_string_equal(ril.primo->norma, "art. 2 L. 241/1990");
}

/* invariante 10, in the table: out of "chiuso" only riapri leads. */
static void
closed_stays_closed(void **state)
{
	static const char *const atti[] = { "riassegna", "proponi", "approva",
	    "rinvia" };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(atti); i++) {
		AUTO(arena) a = arena_new();
		struct nodo *doc = shipped(a), *p;
		struct rilievi ril = { .a = a };

		p = nodo_copy(a, passage(doc, "cartella", atti[i], "",
		    i < 2 ? "in-carico" : "proposta-inviata"));
		nodo_set(a, p, "da", "chiuso");
		nodo_add(doc, p);
		procedimento_check(&ril, doc);
		assert_non_null(rilievo_find(&ril, "scrive-in-chiuso"));
	}
}

static void
ends_refused(void **state)
{
	static const struct {
		const char *oggetto, *atto, *esito, *da, *attr, *valore, *codice;
	} t[] = {
		{ "cartella", "approva", "", "proposta-inviata", "a",
		    "chiuso", "arrivo" },
		{ "cartella", "chiudi", "", "in-carico", "a", "in-carico",
		    "arrivo" },
		{ "accesso", "valuta", "no", "assegnato", "a",
		    "in-valutazione", "arrivo" },
		{ "cartella", "riassegna", "", "in-carico", "a",
		    "in-istruttoria", "arrivo" },
		{ "cartella", "apri", "", "inizio", "da", "in-carico",
		    "inizio" },
		{ "cartella", "rinvia", "", "proposta-inviata", "da",
		    "inizio", "inizio" },
		{ "cartella", "riapri", "", "chiuso", "da", "in-carico",
		    "non-chiuso" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct nodo *doc = shipped(a);
		struct rilievi ril = { .a = a };

		nodo_set(a, passage(doc, t[i].oggetto, t[i].atto, t[i].esito,
		    t[i].da), t[i].attr, t[i].valore);
		procedimento_check(&ril, doc);
		assert_non_null(rilievo_find(&ril, t[i].codice));
	}
}

/* Each guard of law: taken away it is missed; weaker it is missed when the
 * law wants an errore. */
static void
law_stays(void **state)
{
	const struct mossa_nota *m;
	int i, tried = 0;

	(void)state;
	for (m = mosse_note; m->oggetto != NULL; m++)
		for (i = 0; i < GUARDIE_DI_LEGGE_MAX && m->legge[i].nome; i++) {
			AUTO(arena) a = arena_new();
			struct nodo *doc = shipped(a), *n, *g = NULL;

			for (n = nodo_child(doc, "passaggio"); g == NULL;
			    n = nodo_next(n, "passaggio"))
				if (same(nodo_attr(n, "oggetto"), m->oggetto) &&
				    same(nodo_attr(n, "atto"), m->atto) &&
				    same(nodo_attr(n, "esito"), m->esito))
					g = guard(n, m->legge[i].nome);
			nodo_set(a, g, "grado", "avviso");
			checked(doc, a, m->legge[i].grado == ERRORE ?
			    "guardia-di-legge" : "");
			nodo_remove(g);
			checked(doc, a, "guardia-di-legge");
			tried++;
		}
	assert_true(tried > 8);
}

static void
both_end(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = shipped(a);

	(void)state;
	nodo_remove(passage(doc, "accesso", "riapri", "", "chiuso"));
	checked(doc, a, "insieme");
}

/* What the table may name, the program can tell. */
static void
guards_are_told(void **state)
{
	const char *const *g;

	(void)state;
	for (g = procedimento_guardie; *g != NULL; g++)
		assert_true(guardia_nota(*g));
	assert_false(guardia_nota("luna-piena"));
}

/* ---- the scheda of the segretariato ---- */

#define CONTATTO(x) "<contatto>" x "</contatto>"
#define CHI(x) "<segnalato><cognome>B</cognome>" x "</segnalato>"

static void
scheda(void **state)
{
	static const struct {
		const char *inside, *wanted;
	} t[] = {
		{ CONTATTO("") CHI(""), "" },
		{ CONTATTO("<data>" OGGI "</data>") CHI("<nato>" OGGI
		    "</nato>"), "" },
		{ CONTATTO("<data>2026-11-21</data>") CHI(""), "data-futura" },
		{ CONTATTO("") CHI("<nato>2026-11-21</nato>"), "data-futura" },
		{ CONTATTO("<motivo>inviato</motivo>") CHI(""),
		    "manca-inviante" },
		{ CONTATTO("<motivo>inviato</motivo><inviato-da>M"
		    "</inviato-da>") CHI(""), "" },
		{ CONTATTO("") CHI("<codice-fiscale>RSSMRA85T10A562T"
		    "</codice-fiscale>"), "codice-fiscale" },
		{ CONTATTO("") CHI("<nato>1985-12-10</nato><codice-fiscale>"
		    "RSSMRA85T10A562S</codice-fiscale>"), "" },
		{ CONTATTO("") CHI("<nato>1985-12-11</nato><codice-fiscale>"
		    "RSSMRA85T10A562S</codice-fiscale>"),
		    "codice-fiscale-discorde" },
		{ CONTATTO("") "<segnalante><codice-fiscale>RSSMRA85T10A562T"
		    "</codice-fiscale></segnalante>" CHI(""),
		    "codice-fiscale" },
		{ CONTATTO("") CHI("") "<privacy><data>2027-01-01</data>"
		    "</privacy>", "data-futura" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };

		scheda_segretariato_check(&ril, tree(a, "scheda",
		    t[i].inside), OGGI);
		said(&ril, t[i].wanted);
	}
}

static void
scheda_has_its_day(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n;

	(void)state;
	n = scheda_segretariato_make(a, tree(a, "scheda",
	    CONTATTO("<interlocutore>utente</interlocutore>") CHI("")), "seg",
	    OGGI);
	assert_string_equal(nodo_value(a, n, "scheda/contatto/data"), OGGI);
	n = scheda_segretariato_make(a, tree(a, "scheda",
	    CONTATTO("<data>2026-11-18</data>") CHI("")), "seg", OGGI);
	assert_string_equal(nodo_value(a, n, "scheda/contatto/data"),
	    "2026-11-18");
	assert_string_equal(nodo_value(a, n, "compilata"), OGGI);
}

static void
decisions(void **state)
{
	static const struct {
		const char *inside, *wanted;
		bool ends;
	} t[] = {
		{ "<esito>da-assegnare</esito>", "", false },
		{ "<esito>orientamento</esito>", "", true },
		{ "<esito>segnalazione-ad-altri</esito>",
		    "manca-destinazione", true },
		{ "<esito>segnalazione-ad-altri</esito><inviato-a>S"
		    "</inviato-a>", "", true },
		{ "<esito>chiusura</esito><inviato-a>S</inviato-a>",
		    "non-inviato", true },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };
		struct nodo *n = tree(a, "accogli", t[i].inside);

		accogli_check(&ril, n);
		said(&ril, t[i].wanted);
		assert_int_equal(accogli_concluso(a, n), t[i].ends);
	}
}

/* ---- ends ---- */

static void
ends(void **state)
{
	static const struct {
		const char *inside, *wanted;
	} t[] = {
		{ "<motivo>conclusione</motivo>", "" },
		{ "<motivo>conclusione</motivo><dettaglio>maggiore-eta"
		    "</dettaglio><situazione>autonomia</situazione>", "" },
		{ "<motivo>conclusione</motivo><dettaglio>rimpatrio"
		    "</dettaglio>", "dettaglio" },
		{ "<motivo>trasferimento</motivo><dettaglio>rimpatrio"
		    "</dettaglio>", "" },
		{ "<motivo>inattivita</motivo><dettaglio>irreperibilita"
		    "</dettaglio>", "" },
		{ "<motivo>decesso</motivo>", "" },
		{ "<motivo>decesso</motivo><situazione>ignota</situazione>",
		    "situazione" },
		{ "<motivo>presupposti-assenti</motivo>", "motivo-di-accesso" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };

		chiusura_check(&ril, tree(a, "chiudi", t[i].inside));
		said(&ril, t[i].wanted);
	}
	assert_int_equal(chiusura_sinba("conclusione", "maggiore-eta"), 3);
	assert_int_equal(chiusura_sinba("decesso", NULL), 8);
	assert_int_equal(chiusura_sinba("conclusione", NULL), 0);
}

static void
begins_again(void **state)
{
	static const struct riapertura again = { "2027-01-12", "as1",
	    "È tornata.", "2027-01-10" };
	AUTO(arena) a = arena_new();
	struct nodo *n = tree(a, "cartella", "<stato>chiuso</stato>"
	    "<aperta>2026-11-20</aperta><chiusura><data>2026-12-01</data>"
	    "<motivo>trasferimento</motivo><nota>N</nota></chiusura>");

	(void)state;
	cartella_riapri(a, n, &again);
	assert_null(nodo_child(n, "chiusura"));
	assert_string_equal(nodo_value(a, n, "aperta"), "2027-01-10");
	assert_string_equal(nodo_value(a, n, "riapertura/data"), "2027-01-12");
	assert_string_equal(nodo_value(a, n, "riapertura/aperta"),
	    "2026-11-20");
	assert_string_equal(nodo_value(a, n, "riapertura/chiusa"),
	    "2026-12-01");
	assert_string_equal(nodo_value(a, n, "riapertura/motivo-chiusura"),
	    "trasferimento");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_is_good),
		cmocka_unit_test(more_is_good),
		cmocka_unit_test(unknown_refused),
		cmocka_unit_test(unknown_guard),
		cmocka_unit_test(twice_refused),
		cmocka_unit_test(unreachable_refused),
		cmocka_unit_test(island_refused),
		cmocka_unit_test(dead_refused),
		cmocka_unit_test(closed_stays_closed),
		cmocka_unit_test(ends_refused),
		cmocka_unit_test(law_stays),
		cmocka_unit_test(both_end),
		cmocka_unit_test(guards_are_told),
		cmocka_unit_test(scheda),
		cmocka_unit_test(scheda_has_its_day),
		cmocka_unit_test(decisions),
		cmocka_unit_test(ends),
		cmocka_unit_test(begins_again),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
