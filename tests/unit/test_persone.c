/* SPDX-License-Identifier: EUPL-1.2 */
/* People: names by sound, codice fiscale, families over time, the drawing,
 * comuni. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "documenti/anagrafica.h"
#include "documenti/codice_fiscale.h"
#include "documenti/comuni.h"
#include "documenti/genogramma.h"
#include "documenti/nome.h"
#include "documenti/stato_di_famiglia.h"
#include "xml/xml.h"

#define OGGI "2026-11-20"

static struct nodo *
tree(struct arena *a, const char *nome, const char *inside)
{
	const char *text = arena_printf(a, "<%s xmlns=\"%s\">%s</%s>", nome,
	    XML_NS, inside, nome);
	struct nodo *n;

	if (xml_parse(&n, a, text, strlen(text), XML_OURS) != 0)
		fail_msg("%s", err_msg());
	return n;
}

/* Exactly these codes at these places: "codice percorso\n…", in order. */
static void
said(const struct rilievi *ril, const char *wanted)
{
	AUTO_BUF b = { 0 };
	const struct rilievo *r;

	for (r = ril->primo; r != NULL; r = r->succ)
		buf_printf(&b, "%s %s\n", r->codice, r->percorso);
	assert_string_equal(buf_str(&b), wanted);
}

/* ---- names ---- */

static const char *
sound(struct arena *a, const char *nome)
{
	char *s;

	assert_int_equal(nome_unito(&s, a, nome), 0);
	return nome_suono(a, s);
}

static void
names_that_sound_alike(void **state)
{
	static const char *const pairs[][2] = {
		{ "Rossi", "Rosi" }, { "Mohamed", "Muhammad" },
		{ "Mohammed", "Mohamad" }, { "Youssef", "Jusuf" },
		{ "Khaled", "Caled" }, { "Djamal", "Giamal" },
		{ "Jamal", "Giamal" }, { "Shaimaa", "Chaimaa" },
		{ "Hassan", "Assan" }, { "El Amrani", "Al-Amrani" },
		{ "Walid", "Oualid" }, { "Sarah", "Sara" },
		{ "Aicha", "Aisha" }, { "Cristina", "Kristina" },
		{ "Ghita", "Gita" }, { "Elisabeth", "Elizabeth" },
		{ "Иванов", "Ivanov" }, { "Сергей", "Serghei" },
		{ "Ivanov", "Iwanoff" }, { "D'Angelo", "Dangelo" },
		{ "De Luca", "Deluca" }, { "Nicolò", "Nicolo" },
		{ "Strauß", "Strauss" }, { "Łukasz", "Lukas" },
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(pairs); i++)
		assert_string_equal(sound(a, pairs[i][0]),
		    sound(a, pairs[i][1]));
}

static void
names_that_do_not(void **state)
{
	static const char *const pairs[][2] = {
		{ "Rossi", "Russo" "tti" }, { "Paolo", "Paola" },
		{ "Mario", "Maria" }, { "Chiara", "Ciara" },
		{ "Omar", "Amar" }, { "Bianchi", "Banci" },
		{ "Luca", "Lucia" }, { "王", "李" }, { "Verdi", "Berti" },
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(pairs); i++)
		assert_string_not_equal(sound(a, pairs[i][0]),
		    sound(a, pairs[i][1]));
}

static void
names_exchanged(void **state)
{
	AUTO(arena) a = arena_new();
	char *one, *two;

	(void)state;
	assert_int_equal(nome_suono_persona(&one, a, "Hassan", "Mohamed Ali"),
	    0);
	assert_int_equal(nome_suono_persona(&two, a, "Muhammad", "Assan"), 0);
	assert_string_equal(one, two);
	assert_int_equal(nome_suono_persona(&two, a, "\xff", "x"),
	    ERR_INVALID);
}

/* ---- codice fiscale ---- */

static void
other_codes(void **state)
{
	(void)state;
	assert_int_equal(codice_fiscale_tipo("STP0900101234567"), CF_STP);
	assert_int_equal(codice_fiscale_tipo("ENI0900101234567"), CF_ENI);
	assert_int_equal(codice_fiscale_tipo("12345678903"), CF_PROVVISORIO);
	assert_int_equal(codice_fiscale_tipo("STP090010123456"), CF_ALTRO);
	assert_int_equal(codice_fiscale_tipo("BNCLCU18C01G999U"), CF_PERSONA);
	assert_true(codice_fiscale_valid("STP0900101234567"));
	assert_true(codice_fiscale_valid("12345678903"));
	assert_false(codice_fiscale_valid("12345678901"));
	assert_false(codice_fiscale_valid("STP09001012345X7"));
	/* they say nothing else */
	assert_true(codice_fiscale_agrees("STP0900101234567", "2018-03-01",
	    "F"));
}

static void
code_and_name(void **state)
{
	static const struct {
		const char *cf, *cognome, *nome;
		bool agrees;
	} t[] = {
		{ "BNCLCU18C01G999U", "Bianchi", "Luca", true },
		{ "BNCLCU18C01G999U", "Bianchi", "Lucia", true },
		{ "BNCLCU18C01G999U", "Bianco", "Luca", true },
		{ "BNCLCU18C01G999U", "Verdi", "Luca", false },
		{ "BNCLCU18C01G999U", "Bianchi", "Marco", false },
		/* four consonants: the second is left out */
		{ "CRLGRL90A01G999A", "Carli", "Gabriele", true },
		{ "CRLGRL90A01G999A", "Carli", "Gabriella", true },
		{ "CRLGRL90A01G999A", "Carli", "Giorgiola", false },
		{ "CRLGRL90A01G999A", "Carli", "Gaierole", true },
		/* too few letters */
		{ "FOXDRA80A01G999K", "Fo", "Dario", true },
		{ "NCCNCL90A01G999F", "Nucci", "Niccolò", true },
		{ "NCCNCL90A01G999F", "Nucci", "Nicola", true },
		{ "DNGMRA18C01G999V", "D'Angelo", "Mario", true },
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++)
		if (codice_fiscale_nome(a, t[i].cf, t[i].cognome,
		    t[i].nome) != t[i].agrees)
			fail_msg("%s %s", t[i].cognome, t[i].nome);
	assert_string_equal(codice_fiscale_luogo(a, "BNCLCU18C01Z330Z"),
	    "Z330");
	/* omocodia */
	assert_string_equal(codice_fiscale_luogo(a, "BNCLCU18C01G99VJ"),
	    "G999");
}

#define ANAGRAFICA(data, dopo, cf)					\
	"<cognome>Bianchi</cognome><nome>Luca</nome><nascita><data>" data \
	"</data><luogo>P</luogo>" dopo "</nascita>" cf
#define CF(x) "<codice-fiscale>" x "</codice-fiscale>"

static void
anagrafica(void **state)
{
	static const struct {
		const char *inside, *wanted;
		int errori;
	} t[] = {
		{ ANAGRAFICA("2018-03-01", "", ""), "", 0 },
		{ ANAGRAFICA("2018-03-01", "", CF("BNCLCU18C01G999U")), "", 0 },
		{ ANAGRAFICA("2018-03-01", "<codice-catastale>G999"
		    "</codice-catastale>", CF("BNCLCU18C01G999U")), "", 0 },
		{ ANAGRAFICA("2018-03-01", "<codice-catastale>Z330"
		    "</codice-catastale>", CF("BNCLCU18C01G999U")),
		    "codice-fiscale-luogo /anagrafica/codice-fiscale\n", 0 },
		{ ANAGRAFICA("2018-03-01", "", CF("RSSMRA18C01G999Y")),
		    "codice-fiscale-nome /anagrafica/codice-fiscale\n", 0 },
		{ ANAGRAFICA("2018-03-02", "", CF("BNCLCU18C01G999U")),
		    "codice-fiscale-discorde /anagrafica/codice-fiscale\n", 0 },
		{ ANAGRAFICA("2018-03-01", "", CF("BNCLCU18C01G999A")),
		    "codice-fiscale /anagrafica/codice-fiscale\n", 1 },
		{ ANAGRAFICA("2018-03-01", "", CF("12345678901")),
		    "codice-fiscale /anagrafica/codice-fiscale\n", 1 },
		{ ANAGRAFICA("2018-03-01", "", CF("ENI0900101234567")), "", 0 },
		{ ANAGRAFICA("2018-03-01", "", "<senza-codice-fiscale>msna"
		    "</senza-codice-fiscale>"), "", 0 },
		{ ANAGRAFICA("2018-03-01", "", CF("ENI0900101234567")
		    "<senza-codice-fiscale>msna</senza-codice-fiscale>"),
		    "codice-fiscale-presente "
		    "/anagrafica/senza-codice-fiscale\n", 1 },
		{ ANAGRAFICA("2026-11-21", "", ""),
		    "data-futura /anagrafica/nascita/data\n", 1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };

		anagrafica_check(&ril, tree(a, "anagrafica", t[i].inside),
		    OGGI);
		said(&ril, t[i].wanted);
		assert_int_equal(ril.errori, t[i].errori);
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

/* ---- comuni ---- */

#define PERIODO(tipo, comune, dal, al) "<tipo>" tipo "</tipo><comune>" comune \
	"</comune><codice>G999</codice><dal>" dal "</dal>" al "<fonte>x</fonte>"
#define AL(x) "<al>" x "</al>"

static const char *
days_of(struct arena *a, const struct nodo *doc)
{
	const struct nodo *n;
	AUTO_BUF b = { 0 };

	for (n = nodo_child(doc, "periodo"); n; n = nodo_next(n, "periodo"))
		buf_printf(&b, "%.1s %s %s-%s;", nodo_value(a, n, "tipo"),
		    nodo_value(a, n, "comune"), nodo_value(a, n, "dal"),
		    nodo_value(a, n, "al") != NULL ?
		    nodo_value(a, n, "al") : "");
	return arena_strdup(a, buf_str(&b));
}

static void
comuni(void **state)
{
	static const struct {
		const char *in, *wanted, *days;
	} t[] = {
		{ PERIODO("residenza", "A", "2020-03-01", ""), "",
		    "r A 2020-03-01-;" },
		/* a new one ends the open one, leap years too */
		{ PERIODO("residenza", "B", "2024-03-01", ""), "",
		    "r A 2020-03-01-2024-02-29;r B 2024-03-01-;" },
		{ PERIODO("onere", "A", "2021-01-01", AL("2021-12-31")), "",
		    "r A 2020-03-01-2024-02-29;r B 2024-03-01-;"
		    "o A 2021-01-01-2021-12-31;" },
		{ PERIODO("residenza", "C", "2022-01-01", AL("2022-06-30")),
		    "periodi-sovrapposti /registra/dal\n"
		    "periodo-scoperto /registra/dal\n", NULL },
		{ PERIODO("residenza", "C", "2024-03-01", ""),
		    "periodi-sovrapposti /registra/dal\n", NULL },
		{ PERIODO("onere", "C", "2023-01-01", ""),
		    "periodo-scoperto /registra/dal\n", NULL },
		{ PERIODO("onere", "C", "2022-01-01", AL("2021-12-31")),
		    "periodo-rovescio /registra/al\n", NULL },
		{ PERIODO("in-carico", "C", "2022-01-01", "")
		    "<corregge>9</corregge>",
		    "periodo-ignoto /registra/corregge\n", NULL },
		{ PERIODO("residenza", "A", "2019-01-01", AL("2024-02-29"))
		    "<corregge>1</corregge>", "",
		    "r A 2019-01-01-2024-02-29;r B 2024-03-01-;"
		    "o A 2021-01-01-2021-12-31;" },
	};
	AUTO(arena) a = arena_new();
	struct nodo *doc = NULL, *in;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		struct rilievi ril = { .a = a };

		in = tree(a, "registra", t[i].in);
		comuni_check(&ril, doc, in);
		said(&ril, t[i].wanted);
		if (t[i].days == NULL)
			continue;
		doc = comuni_make(a, doc, in);
		assert_string_equal(days_of(a, doc), t[i].days);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_that_sound_alike),
		cmocka_unit_test(names_that_do_not),
		cmocka_unit_test(names_exchanged),
		cmocka_unit_test(other_codes), cmocka_unit_test(code_and_name),
		cmocka_unit_test(anagrafica),
		cmocka_unit_test(family_over_time),
		cmocka_unit_test(the_same_person),
		cmocka_unit_test(relations_refused),
		cmocka_unit_test(three_generations),
		cmocka_unit_test(half_brothers),
		cmocka_unit_test(foster_family),
		cmocka_unit_test(relations_have_days),
		cmocka_unit_test(one_alone),
		cmocka_unit_test(his_own_ancestor),
		cmocka_unit_test(any_family), cmocka_unit_test(comuni),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
