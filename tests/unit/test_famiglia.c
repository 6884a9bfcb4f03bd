/* SPDX-License-Identifier: EUPL-1.2 */
/* Families: words of kinship, people over time, the drawing. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "albero.h"
#include "base/buf.h"
#include "documenti/genogramma.h"
#include "documenti/stato_di_famiglia.h"
#include "xml/xml.h"

#define OGGI "2026-11-20"

/* ---- words of kinship ---- */

static void
words_of_kinship(void **state)
{
	static const struct {
		const char *testo;
		struct parentela p;
	} t[] = {
		{ "Madre", { P_GENITORE, L_MATERNO, 'F', 1 } },
		{ "padre del minore", { P_GENITORE, L_PATERNO, 'M', 2 } },
		{ "madre dell'interessato", { P_GENITORE, L_MATERNO, 'F', 1 } },
		{ "nonna materna", { P_NONNO, L_MATERNO, 'F', 4 } },
		{ "nonna, madre del padre", { P_NONNO, L_PATERNO, 'F', 4 } },
		{ "nonno paterno (vive con la madre)",
		    { P_NONNO, L_PATERNO, 'M', 4 } },
		{ "fratello uterino", { P_FRATELLASTRO, L_MATERNO, 'M', 3 } },
		{ "sorella consanguinea",
		    { P_FRATELLASTRO, L_PATERNO, 'F', 3 } },
		{ "fratello per parte di madre",
		    { P_FRATELLASTRO, L_MATERNO, 'M', 3 } },
		{ "convivente con la madre", { P_COMPAGNO, L_MATERNO, 0, 5 } },
		{ "zia affidataria", { P_AFFIDATARIO, L_NESSUNO, 'F', 6 } },
		{ "Nonna materna affidataria",
		    { P_AFFIDATARIO, L_MATERNO, 'F', 4 } },
		/* of another than the person */
		{ "fratello della madre", { P_ZIO, L_MATERNO, 'M', 6 } },
		{ "sorella del padre", { P_ZIO, L_PATERNO, 'F', 6 } },
		{ "padre della madre", { P_NONNO, L_MATERNO, 'M', 4 } },
		{ "figlia del padre", { P_FRATELLASTRO, L_PATERNO, 'F', 3 } },
		{ "moglie del padre", { P_COMPAGNO, L_PATERNO, 'F', 5 } },
		{ "compagno della madre", { P_COMPAGNO, L_MATERNO, 'M', 5 } },
		{ "nonna della madre", { P_ALTRO, L_NESSUNO, 'F', 6 } },
		{ "figlio del compagno della madre",
		    { P_ALTRO, L_NESSUNO, 'M', 6 } },
		{ "marito dell\xe2\x80\x99" "affidataria",
		    { P_ALTRO, L_NESSUNO, 'M', 6 } },
		{ "figlia dello zio", { P_ALTRO, L_NESSUNO, 'F', 6 } },
		/* no words of ours */
		{ "vicino di casa", { P_ALTRO, L_NESSUNO, 0, 6 } },
		{ "matrona", { P_ALTRO, L_NESSUNO, 0, 6 } },
		{ "", { P_ALTRO, L_NESSUNO, 0, 6 } },
		{ "madre\xff", { P_ALTRO, L_NESSUNO, 0, 6 } },
	};
	struct parentela p;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		p = parentela_read(t[i].testo);
		if (p.grado != t[i].p.grado || p.lato != t[i].p.lato ||
		    p.sesso != t[i].p.sesso || p.sinba != t[i].p.sinba)
			fail_msg("%s: %d %d %d %d", t[i].testo, (int)p.grado,
			    (int)p.lato, p.sesso, p.sinba);
	}
}

/* ---- families ---- */

#define SCHEDA "<anagrafica><cognome>Bianchi</cognome><nome>Luca</nome>" \
	"<sesso>M</sesso><nascita><data>2014-03-01</data><luogo>P</luogo>" \
	"</nascita></anagrafica>"
#define C(cognome, nome, parentela, convive, altro)			\
	"<componente><cognome>" cognome "</cognome><nome>" nome "</nome>" \
	"<parentela>" parentela "</parentela><convivente>" convive	\
	"</convivente>" altro "</componente>"
#define SIGLA(x) "<sigla>" x "</sigla>"
#define REL(tipo, con) "<relazione><tipo>" tipo "</tipo><con>" con "</con>" \
	"</relazione>"
#define CF(x) "<codice-fiscale>" x "</codice-fiscale>"
#define MORTO(x) "<decesso>" x "</decesso>"
#define NATO(x) "<nascita>" x "</nascita>"

struct esperimento {
	struct arena *a;
	struct fonte f[10];
	int n;
};

static void
dated(struct esperimento *p, const char *data, const char *tipo, const char *who)
{
	struct nodo *doc = tree(p->a, "stato-di-famiglia", who);

	p->f[p->n++] = (struct fonte){ arena_printf(p->a,
	    "stato-di-famiglia/%s.xml", data), data, tipo, doc };
}

static struct famiglia
family(struct esperimento *p, const char *al)
{
	struct famiglia f;

	if (famiglia_build(&f, p->a, tree(p->a, "scheda", SCHEDA), p->f, p->n,
	    al) != 0)
		fail_msg("%s", err_msg());
	return f;
}

/* "Verdi Giulia 2025-01-01..2026-01-01 ; ..." */
static const char *
periods(struct esperimento *p, const struct famiglia *f)
{
	struct nodo *v = nodo_new(p->a, "famiglia"), *m, *x;
	AUTO_BUF b = { 0 };

	famiglia_vista(v, f);
	for (m = nodo_child(v, "membro"); m; m = nodo_next(m, "membro")) {
		buf_printf(&b, "%s(%s)", nodo_value(p->a, m, "nome"),
		    nodo_attr(m, "convive"));
		for (x = nodo_child(m, "periodo"); x != NULL;
		    x = nodo_next(x, "periodo"))
			buf_printf(&b, " %s<%s..%s<%s",
			    nodo_attr(x, "entrato-dopo") != NULL ?
			    nodo_attr(x, "entrato-dopo") : "",
			    nodo_attr(x, "dal"), nodo_attr(x, "al"),
			    nodo_attr(x, "uscito-entro") != NULL ?
			    nodo_attr(x, "uscito-entro") : "");
		buf_putc(&b, ';');
	}
	for (m = nodo_child(v, "discordanza"); m != NULL;
	    m = nodo_next(m, "discordanza"))
		buf_printf(&b, " %s: %s %s, %s %s;", nodo_all_text(p->a, m),
		    nodo_attr(m, "tipo"), nodo_attr(m, "dice"),
		    nodo_attr(m, "altro-tipo"), nodo_attr(m, "altra-dice"));
	return arena_strdup(p->a, buf_str(&b));
}

static void
family_over_time(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct famiglia f;

	(void)state;
	/* in whatever order they come */
	dated(&p, "2026-06-01", "anpr", C("Verdi", "Giulia", "madre", "si", "")
	    C("Russo", "Ivan", "compagno della madre", "si", ""));
	dated(&p, "2024-01-01", "anpr", C("Verdi", "Giulia", "madre", "si", "")
	    C("Bianchi", "Marco", "padre", "si", NATO("1980-01-01")));
	dated(&p, "2025-01-01", "certificato", C("Verdi", "Giulia", "madre",
	    "si", "") C("Bianchi", "Marco", "padre", "no", ""));
	f = family(&p, OGGI);
	assert_string_equal(periods(&p, &f), "Luca(si);"
	    "Giulia(si) <2024-01-01..2026-06-01<;"
	    "Marco(no) <2024-01-01..2024-01-01<2025-01-01;"
	    "Ivan(si) 2025-01-01<2026-06-01..2026-06-01<;"
	    " Russo Ivan: anpr convive, certificato non c'è;");
	f = family(&p, "2024-12-31");
	assert_string_equal(periods(&p, &f), "Luca(si);"
	    "Giulia(si) <2024-01-01..2024-01-01<;"
	    "Marco(si) <2024-01-01..2024-01-01<;");
	f = family(&p, "2020-01-01");
	assert_string_equal(periods(&p, &f), "Luca(si);");
}

/* The name may be written otherwise; a homonym born another day is another. */
static void
the_same_person(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct famiglia f;

	(void)state;
	dated(&p, "2024-01-01", "anpr", C("Haddad", "Mohamed", "padre", "si",
	    NATO("1980-01-01")) C("Bianchi", "Luca", "figlio", "si", ""));
	dated(&p, "2025-01-01", "dichiarato", C("Hadad", "Muhammad", "padre",
	    "si", "") C("Haddad", "Mohamed", "fratello", "si",
	    NATO("2010-01-01")));
	f = family(&p, OGGI);
	assert_string_equal(periods(&p, &f), "Luca(si) "
	    "<2024-01-01..2024-01-01<2025-01-01;"
	    "Muhammad(si) <2024-01-01..2025-01-01<;"
	    "Mohamed(si) 2024-01-01<2025-01-01..2025-01-01<;"
	    " Haddad Mohamed: dichiarato convive, anpr non c'è;");
}

static void
relations_refused(void **state)
{
	static const struct {
		const char *inside, *wanted;
	} t[] = {
		{ C("V", "G", "madre", "si", SIGLA("m") REL("coniuge", "p"))
		    C("B", "M", "padre", "si", SIGLA("p")), "" },
		{ C("V", "G", "madre", "si", REL("genitore", "interessato")),
		    "" },
		{ C("V", "G", "madre", "si", SIGLA("m") REL("coniuge", "x")),
		    "relazione-ignota componente/relazione/con\n" },
		{ C("V", "G", "madre", "si", SIGLA("m") REL("coniuge", "m")),
		    "relazione-con-se componente/relazione/con\n" },
		{ C("V", "G", "madre", "si", SIGLA("interessato")),
		    "sigla-ripetuta componente/sigla\n" },
		{ C("V", "G", "madre", "si", NATO("1980-01-01")
		    "<decesso>1979-01-01</decesso>"),
		    "decesso-anteriore componente/decesso\n" },
		{ C("V", "G", "madre", "si", "<decesso>2026-11-21</decesso>"),
		    "data-futura componente/decesso\n" },
		{ C("V", "G", "madre", "si", CF("12345678901")),
		    "codice-fiscale componente/codice-fiscale\n" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };
		const struct rilievo *r;
		AUTO_BUF b = { 0 };

		stato_di_famiglia_check(&ril, tree(a, "s", arena_printf(a,
		    "<data>2026-11-01</data>%s", t[i].inside)), OGGI);
		for (r = ril.primo; r != NULL; r = r->succ)
			buf_printf(&b, "%s %s\n", r->codice, r->percorso + 3);
		assert_string_equal(buf_str(&b), t[i].wanted);
	}
}

/* A codice fiscale tells people apart whatever the names, and the sex of who
 * has no word for it; later documents add to what is known. */
static void
known_by_code(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct famiglia f;

	(void)state;
	dated(&p, "2024-01-01", "anpr", C("Rossi", "Mario", "altro", "si",
	    CF("RSSMRA80A01G999X")) C("Rossi", "Mario", "altro", "si",
	    CF("RSSMRA80A41G999X")) C("Bianchi", "Luca", "interessato", "si",
	    ""));
	dated(&p, "2025-01-01", "anpr", C("Rosso", "Maria", "altro", "no",
	    CF("RSSMRA80A41G999X") "<decesso>2024-06-01</decesso>")
	    C("Bianco", "Lucas", "interessato", "si", ""));
	f = family(&p, OGGI);
	assert_int_equal(f.n, 3);
	assert_string_equal(periods(&p, &f), "Lucas(si) "
	    "<2024-01-01..2025-01-01<;"
	    "Mario(no) <2024-01-01..2024-01-01<2025-01-01;"
	    "Maria(no) <2024-01-01..2024-01-01<2025-01-01;");
	assert_int_equal(f.membri[1].sesso, 'M');
	assert_int_equal(f.membri[2].sesso, 'F');
	assert_string_equal(f.membri[2].decesso, "2024-06-01");
	assert_string_equal(f.membri[2].codice_fiscale, "RSSMRA80A41G999X");
}

/* A name that is no text. */
static void
no_name(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = tree(a, "stato-di-famiglia", C("Verdi", "Ada",
	    "madre", "si", "")), *scheda = tree(a, "scheda", SCHEDA);
	struct fonte f = { "x", "2026-01-01", "anpr", doc };
	struct famiglia out = { .n = 7 };

	(void)state;
	nodo_find(doc, "componente/nome")->primo->testo = "A\xff";
	assert_int_equal(famiglia_build(&out, a, scheda, &f, 1, OGGI),
	    ERR_INVALID);
	nodo_find(scheda, "anagrafica/cognome")->primo->testo = "\xff";
	assert_int_equal(famiglia_build(&out, a, scheda, &f, 0, OGGI),
	    ERR_INVALID);
	assert_int_equal(out.n, 7);
}

static void
too_many(void **state)
{
	AUTO(arena) a = arena_new();
	struct fonte *fonti = arena_alloc(a, (FONTI_MAX + 1) * sizeof *fonti);
	struct nodo *doc = nodo_new(a, "stato-di-famiglia"), *c;
	struct famiglia f;
	int i;

	(void)state;
	for (i = 0; i <= FAMIGLIA_MAX; i++) {
		c = nodo_elem(a, doc, "componente");
		nodo_elem_text(a, c, "cognome", "Rossi");
		nodo_elem_text(a, c, "nome", "Anna");
		nodo_elem_text(a, c, "parentela", "altro");
	}
	for (i = 0; i <= FONTI_MAX; i++)
		fonti[i] = (struct fonte){ arena_printf(a, "%03d", i),
		    "2026-01-01", "anpr", doc };
	assert_int_equal(famiglia_build(&f, a, NULL, fonti, 1, OGGI),
	    ERR_INVALID);
	nodo_remove(c);
	assert_int_equal(famiglia_build(&f, a, NULL, fonti, 1, OGGI), 0);
	assert_int_equal(f.n, FAMIGLIA_MAX);
	assert_int_equal(famiglia_build(&f, a, NULL, fonti, FONTI_MAX + 1,
	    OGGI), ERR_INVALID);
	assert_int_equal(famiglia_build(&f, a, NULL, fonti, FONTI_MAX, OGGI),
	    0);
}

/* ---- the drawing ---- */

static struct genogramma
drawn(struct esperimento *p, const char *who)
{
	struct genogramma g;
	struct famiglia *f = arena_alloc(p->a, sizeof *f);

	dated(p, "2026-06-01", "anpr", who);
	*f = family(p, OGGI);
	if (genogramma_build(&g, p->a, f, OGGI) != 0)
		fail_msg("%s", err_msg());
	genogramma_disponi(&g);
	return g;
}

static const struct individuo *
who_is(const struct genogramma *g, const char *nome)
{
	int i;

	for (i = 0; i < g->n; i++)
		if (strcmp(g->chi[i].m->nome, nome) == 0)
			return &g->chi[i];
	fail_msg("%s", nome);
	return NULL;
}

/* Nobody stands on another; and where all is. */
static void
no_overlap(const struct genogramma *g)
{
	int i, k;

	for (i = 0; i < g->n; i++) {
		assert_true(g->chi[i].x > 0);
		assert_in_range(g->chi[i].riga, 0, g->righe - 1);
		for (k = 0; k < i; k++)
			if (g->chi[i].riga == g->chi[k].riga &&
			    g->chi[i].x - g->chi[k].x < 129 &&
			    g->chi[k].x - g->chi[i].x < 129)
				fail_msg("%s on %s", g->chi[i].m->nome,
				    g->chi[k].m->nome);
	}
}

static void
three_generations(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct genogramma g = drawn(&p, C("Verdi", "Giulia", "madre", "si", "")
	    C("Bianchi", "Marco", "padre", "si", "")
	    C("Bianchi", "Anna", "sorella", "si", NATO("2018-01-01"))
	    C("Verdi", "Aldo", "nonno materno", "no", "")
	    C("Neri", "Carla", "nonna materna", "no", "")
	    C("Bianchi", "Piero", "nonno paterno", "no", "")
	    C("Verdi", "Elena", "zia materna", "no", "")
	    C("Altri", "Vicino", "vicino di casa", "no", ""));

	(void)state;
	no_overlap(&g);
	assert_int_equal(g.righe, 4);
	assert_int_equal(who_is(&g, "Aldo")->riga, 0);
	assert_int_equal(who_is(&g, "Piero")->riga, 0);
	assert_int_equal(who_is(&g, "Marco")->riga, 1);
	assert_int_equal(who_is(&g, "Elena")->riga, 1);
	assert_int_equal(who_is(&g, "Luca")->riga, 2);
	assert_int_equal(who_is(&g, "Vicino")->riga, 3);
	/* the father and his own on the left, brothers by age */
	assert_true(who_is(&g, "Marco")->x < who_is(&g, "Giulia")->x);
	assert_true(who_is(&g, "Piero")->x < who_is(&g, "Aldo")->x);
	assert_true(who_is(&g, "Luca")->x < who_is(&g, "Anna")->x);
}

static int
children_of(const struct genogramma *g, const char *a, const char *b)
{
	const struct coppia *c;
	int i;

	for (i = 0; i < g->n_coppie; i++) {
		c = &g->coppie[i];
		if ((strcmp(g->chi[c->a].m->nome, a) == 0 && (b == NULL ?
		    c->b < 0 : c->b >= 0 &&
		    strcmp(g->chi[c->b].m->nome, b) == 0)) ||
		    (b != NULL && c->b >= 0 &&
		    strcmp(g->chi[c->a].m->nome, b) == 0 &&
		    strcmp(g->chi[c->b].m->nome, a) == 0))
			return c->n * 10 + (int)c->tipo;
	}
	return -1;
}

static void
half_brothers(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct genogramma g = drawn(&p, C("Verdi", "Giulia", "madre", "si",
	    SIGLA("m") REL("genitore", "f2") REL("separazione", "p"))
	    C("Bianchi", "Marco", "padre", "no", SIGLA("p"))
	    C("Russo", "Ivan", "compagno della madre", "si",
	    REL("genitore", "f2"))
	    C("Russo", "Sara", "sorella", "si", SIGLA("f2"))
	    C("Bianchi", "Gino", "fratellastro paterno", "no", ""));

	(void)state;
	no_overlap(&g);
	assert_int_equal(children_of(&g, "Giulia", "Marco"),
	    10 + C_SEPARAZIONE);
	assert_int_equal(children_of(&g, "Giulia", "Ivan"),
	    10 + C_CONVIVENZA);
	assert_int_equal(children_of(&g, "Marco", NULL), 10 + C_GENITORI);
}

static void
foster_family(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct genogramma g = drawn(&p, C("Verdi", "Giulia", "madre", "no", "")
	    C("Conti", "Mario", "affidatario", "si", SIGLA("a")
	    REL("coniuge", "b"))
	    C("Fabbri", "Lia", "affidataria", "si", SIGLA("b")));
	int i, affidi = 0;

	(void)state;
	no_overlap(&g);
	for (i = 0; i < g.n_coppie; i++)
		affidi += g.coppie[i].affido && g.coppie[i].n == 1 &&
		    g.coppie[i].b >= 0;
	assert_int_equal(affidi, 1);
	assert_int_equal(children_of(&g, "Giulia", NULL), 10 + C_GENITORI);
	assert_int_equal(who_is(&g, "Lia")->riga, who_is(&g, "Giulia")->riga);
}

/* What was in force on another day only is not drawn. */
static void
relations_have_days(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct genogramma g = drawn(&p, C("Verdi", "Giulia", "madre", "si",
	    "<relazione><tipo>convivenza</tipo><con>x</con>"
	    "<al>2020-01-01</al></relazione>")
	    C("Russo", "Ivan", "conoscente", "no", SIGLA("x")));

	(void)state;
	assert_int_equal(children_of(&g, "Giulia", "Ivan"), -1);
	assert_int_equal(who_is(&g, "Ivan")->gruppo, 0);
}

static void
one_alone(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct famiglia f = family(&p, OGGI);
	struct genogramma g;
	struct nodo *v;

	(void)state;
	assert_int_equal(genogramma_build(&g, a, &f, OGGI), 0);
	v = genogramma_vista(&g, "titolo", true);
	assert_string_equal(nodo_value(a, v, "persona/nome"), "L. B.");
	assert_null(nodo_child(v, "linea"));
	assert_null(nodo_child(v, "perimetro"));
}

static void
his_own_ancestor(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct genogramma g;
	struct famiglia f;

	(void)state;
	dated(&p, "2026-06-01", "anpr", C("A", "A", "altro", "si", SIGLA("a")
	    REL("genitore", "b")) C("B", "B", "altro", "si", SIGLA("b")
	    REL("genitore", "c")) C("C", "C", "altro", "si", SIGLA("c")
	    REL("genitore", "a")));
	f = family(&p, OGGI);
	assert_int_equal(genogramma_build(&g, a, &f, OGGI), ERR_INVALID);
}

/* What the words let guess of a grown person; of two parents without a side
 * the one he lives with; a sign of another document. */
static void
guessed(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct genogramma g;

	(void)state;
	dated(&p, "2025-01-01", "anpr", C("Bianchi", "Ugo", "altro", "si",
	    SIGLA("u")));
	g = drawn(&p, C("Verdi", "Giulia", "moglie", "si", "")
	    C("Bianchi", "Pia", "figlia", "si", REL("convivenza", "u"))
	    C("Russo", "Ada", "genitore", "no", "")
	    C("Bianchi", "Ivo", "genitore", "si", "")
	    C("Bianchi", "Leo", "fratellastro", "si", ""));
	no_overlap(&g);
	assert_int_equal(children_of(&g, "Luca", "Giulia"), C_CONIUGE);
	assert_int_equal(children_of(&g, "Luca", NULL), 10 + C_GENITORI);
	assert_int_equal(who_is(&g, "Pia")->riga, who_is(&g, "Luca")->riga + 1);
	assert_int_equal(children_of(&g, "Ada", "Ivo"), 10 + C_GENITORI);
	assert_int_equal(children_of(&g, "Ivo", NULL), 10 + C_GENITORI);
	assert_int_equal(children_of(&g, "Pia", "Ugo"), C_CONVIVENZA);

	p.n = 0;
	g = drawn(&p, C("Neri", "Ugo", "convivente", "si", "")
	    C("Verdi", "Eva", "compagna", "no", "")
	    C("Bianchi", "Ivo", "padre", "si", REL("genitore", "interessato"))
	    C("Verdi", "Ada", "madre", "no", "")
	    C("Conti", "Lia", "amica di famiglia", "si",
	    "<affidatario>si</affidatario>"));
	/* said to be his parent: so nobody else is guessed to be */
	assert_int_equal(children_of(&g, "Ivo", NULL), 10 + C_GENITORI);
	assert_int_equal(children_of(&g, "Ada", "Ivo"), -1);
	assert_int_equal(children_of(&g, "Luca", "Ugo"), C_CONVIVENZA);
	assert_int_equal(children_of(&g, "Ivo", "Eva"), C_CONVIVENZA);
	assert_int_equal(children_of(&g, "Lia", NULL), 10 + C_GENITORI);
}

/* The father's side stands on the left and the first born before his brother,
 * in whatever order they were written; who is beside the daughter of his
 * brother hangs from the row of that brother. */
static void
whatever_the_order(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct genogramma g = drawn(&p, C("Russo", "Ivan",
	    "compagno della madre", "si", "")
	    C("Verdi", "Giulia", "madre", "si", "")
	    C("Bianchi", "Marco", "padre", "no", "")
	    C("Bianchi", "Rosa", "sorella", "no", NATO("2010-01-01")));

	(void)state;
	no_overlap(&g);
	assert_true(who_is(&g, "Marco")->x < who_is(&g, "Giulia")->x);
	assert_true(who_is(&g, "Giulia")->x < who_is(&g, "Ivan")->x);
	assert_true(who_is(&g, "Rosa")->x < who_is(&g, "Luca")->x);

	p.n = 0;
	g = drawn(&p, C("A", "Ava", "altro", "no", REL("genitore", "x")
	    REL("genitore", "y")) C("A", "Xeno", "altro", "no", SIGLA("x")
	    REL("convivenza", "z")) C("A", "Yuri", "altro", "no", SIGLA("y")
	    REL("genitore", "z")) C("A", "Zoe", "altro", "no", SIGLA("z")));
	no_overlap(&g);
	assert_int_equal(children_of(&g, "Ava", NULL), 20 + C_GENITORI);
	assert_int_equal(who_is(&g, "Xeno")->riga, who_is(&g, "Zoe")->riga);
	assert_int_equal(who_is(&g, "Yuri")->riga + 1,
	    who_is(&g, "Xeno")->riga);
	assert_non_null(genogramma_vista(&g, "x", false));
}

/* The drawn person of that name. */
static const struct nodo *
person(struct arena *a, const struct nodo *v, const char *nome)
{
	const struct nodo *n;

	for (n = nodo_child(v, "persona"); n; n = nodo_next(n, "persona"))
		if (strcmp(nodo_value(a, n, "nome"), nome) == 0)
			return n;
	fail_msg("%s", nome);
	return NULL;
}

static void
the_dead(void **state)
{
	static const struct {
		const char *nome, *anni;
	} t[] = {
		{ "Uno", "1950-2020 (69)" }, { "Due", "-2020" },
		/* as two documents together may say */
		{ "Tre", "2021-2020" },
	};
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	struct genogramma g = drawn(&p, C("A", "Uno", "altro", "no",
	    NATO("1950-05-01") MORTO("2020-04-30")) C("A", "Due", "altro",
	    "no", MORTO("2020-04-30")) C("A", "Tre", "altro", "no",
	    NATO("2021-01-01") MORTO("2020-04-30")) C("A", "Quattro", "altro",
	    "no", NATO("1950-01-01") MORTO("2026-11-21")));
	const struct nodo *v = genogramma_vista(&g, "x", false), *n;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		n = person(a, v, t[i].nome);
		assert_string_equal(nodo_value(a, n, "anni"), t[i].anni);
		assert_string_equal(nodo_attr(n, "deceduto"), "si");
		assert_null(nodo_value(a, n, "dentro"));
	}
	n = person(a, v, "Quattro");		/* on that day still alive */
	assert_null(nodo_attr(n, "deceduto"));
	assert_string_equal(nodo_value(a, n, "anni"), "1950");
}

/* Everybody linked to as many as a document lets him: none is left out. */
static void
all_relations(void **state)
{
	AUTO(arena) a = arena_new();
	struct esperimento p = { .a = a };
	AUTO_BUF b = { 0 };
	struct genogramma g;
	struct famiglia f;
	int i, k;

	(void)state;
	for (i = 0; i < 60; i++) {
		buf_printf(&b, "<componente><cognome>A</cognome><nome>N%d"
		    "</nome><nascita>19%02d-01-01</nascita><parentela>%s"
		    "</parentela><convivente>no</convivente><sigla>s%d</sigla>",
		    i, i, i == 59 ? "figlia" : "altro", i);
		for (k = 1; k <= 10; k++)
			buf_printf(&b, REL("convivenza", "s%d"), (i + k) % 60);
		buf_puts(&b, "</componente>");
	}
	dated(&p, "2026-06-01", "anpr", buf_str(&b));
	f = family(&p, OGGI);
	assert_int_equal(genogramma_build(&g, a, &f, OGGI), 0);
	assert_int_equal(g.n_coppie, 601);
	assert_int_equal(children_of(&g, "Luca", NULL), 10 + C_GENITORI);
}

static int
draw(unsigned *seed, int n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (int)(*seed >> 8) % n;
}

/* As many people as there may be, linked at random: always a drawing, or a
 * refusal. */
static void
any_family(void **state)
{
	static const char *const tipi[] = { "genitore", "coniuge",
	    "affidatario", "divorzio", "convivenza", "separazione" };
	unsigned seed = 5;
	int round, i, k;

	(void)state;
	for (round = 0; round < 40; round++) {
		AUTO(arena) a = arena_new();
		struct esperimento p = { .a = a };
		struct genogramma g;
		struct famiglia f;
		AUTO_BUF b = { 0 };

		k = 1 + draw(&seed, FAMIGLIA_MAX - 1);
		for (i = 0; i < k; i++)
			buf_printf(&b, "<componente><cognome>%c%c</cognome>"
			    "<nome>N%d</nome><nascita>20%02d-01-%02d</nascita>"
			    "<parentela>altro</parentela><convivente>%s"
			    "</convivente><sigla>s%d</sigla><relazione><tipo>%s"
			    "</tipo><con>s%d</con></relazione></componente>",
			    'A' + i % 26, 'A' + i / 26, i, i % 25, 1 + i / 25,
			    draw(&seed, 2) ? "si" : "no", i, tipi[draw(&seed, 6)],
			    draw(&seed, 4) ? (i + 1) % k : draw(&seed, k));
		dated(&p, "2026-06-01", "anpr", buf_str(&b));
		f = family(&p, OGGI);
		if (genogramma_build(&g, a, &f, OGGI) != 0)
			continue;
		assert_non_null(genogramma_vista(&g, "x", false));
		no_overlap(&g);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_kinship),
		cmocka_unit_test(family_over_time),
		cmocka_unit_test(the_same_person),
		cmocka_unit_test(known_by_code), cmocka_unit_test(too_many),
		cmocka_unit_test(no_name),
		cmocka_unit_test(relations_refused),
		cmocka_unit_test(three_generations),
		cmocka_unit_test(half_brothers),
		cmocka_unit_test(foster_family),
		cmocka_unit_test(relations_have_days),
		cmocka_unit_test(one_alone),
		cmocka_unit_test(his_own_ancestor),
		cmocka_unit_test(guessed),
		cmocka_unit_test(whatever_the_order),
		cmocka_unit_test(the_dead), cmocka_unit_test(all_relations),
		cmocka_unit_test(any_family),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
