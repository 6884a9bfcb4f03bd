/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Terms: counting days, months, hours, suspensions; the day-by-day simulation
 * that the count must equal; the table and what is wrong with one.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/resource.h"
#include "documenti/collocamento.h"
#include "documenti/scadenza.h"
#include "xml/xml.h"

static const char *const chiuso[] = { "2026-12-24", "2027-01-04" };
static const struct calendario comune = { "12-26", chiuso, 2 };

/* ---- counting ---- */

static const struct {
	const char *inizio;
	int quantita;
	enum unita unita;
	enum slitta slitta;
	const char *scade;
} conti[] = {
	/* the first day is not counted */
	{ "2026-11-20", 30, GIORNI, MAI, "2026-12-20" },
	{ "2026-11-20", 1, GIORNI, MAI, "2026-11-21" },
	/* a Sunday, a Saturday */
	{ "2026-11-20", 30, GIORNI, SE_FESTIVO, "2026-12-21" },
	{ "2026-11-19", 30, GIORNI, SE_FESTIVO, "2026-12-19" },
	{ "2026-11-19", 30, GIORNI, SE_NON_LAVORATIVO, "2026-12-21" },
	/* Christmas, a patron's day that is also Saturday, a Sunday */
	{ "2026-11-25", 30, GIORNI, SE_FESTIVO, "2026-12-28" },
	/* 24 closed, 25 holiday, 26 patron, 27 Sunday */
	{ "2026-11-24", 30, GIORNI, SE_NON_LAVORATIVO, "2026-12-28" },
	{ "2026-11-24", 30, GIORNI, SE_FESTIVO, "2026-12-24" },
	/* Easter Monday */
	{ "2026-03-07", 30, GIORNI, SE_FESTIVO, "2026-04-07" },
	{ "2027-02-27", 30, GIORNI, SE_FESTIVO, "2027-03-30" },
	/* over the year's end, over 29 February */
	{ "2026-12-20", 30, GIORNI, MAI, "2027-01-19" },
	{ "2028-02-14", 15, GIORNI, MAI, "2028-02-29" },
	{ "2027-02-14", 15, GIORNI, MAI, "2027-03-01" },
	/* months end on their day, or on the last they have */
	{ "2026-11-20", 6, MESI, MAI, "2027-05-20" },
	{ "2026-08-31", 6, MESI, MAI, "2027-02-28" },
	{ "2027-08-31", 6, MESI, MAI, "2028-02-29" },
	{ "2026-01-31", 1, MESI, MAI, "2026-02-28" },
	{ "2026-11-20", 24, MESI, MAI, "2028-11-20" },
	{ "2026-11-30", 3, MESI, MAI, "2027-02-28" },
	{ "2026-12-31", 2, MESI, MAI, "2027-02-28" },
	{ "2028-02-29", 1, ANNI, MAI, "2029-02-28" },
	{ "2028-02-29", 4, ANNI, MAI, "2032-02-29" },
	{ "2026-11-01", 1, MESI, SE_FESTIVO, "2026-12-01" },
	{ "2026-11-08", 1, MESI, SE_FESTIVO, "2026-12-09" },
	/* working days */
	{ "2026-11-20", 1, GIORNI_LAVORATIVI, MAI, "2026-11-23" },
	{ "2026-11-20", 10, GIORNI_LAVORATIVI, MAI, "2026-12-04" },
	{ "2026-12-04", 2, GIORNI_LAVORATIVI, MAI, "2026-12-09" },
	{ "2026-12-23", 1, GIORNI_LAVORATIVI, MAI, "2026-12-28" },
	{ "2026-12-31", 2, GIORNI_LAVORATIVI, MAI, "2027-01-07" },
	/* hours are time that passes: one less, one more on the wall */
	{ "2026-11-20T10:00:00+01:00", 24, ORE, MAI,
	    "2026-11-21T10:00:00+01:00" },
	{ "2026-03-28T10:00:00+01:00", 24, ORE, MAI,
	    "2026-03-29T11:00:00+02:00" },
	{ "2026-03-28T10:00:00+01:00", 48, ORE, MAI,
	    "2026-03-30T11:00:00+02:00" },
	{ "2026-10-24T10:00:00+02:00", 24, ORE, MAI,
	    "2026-10-25T09:00:00+01:00" },
	{ "2026-10-23T10:00:00+02:00", 72, ORE, MAI,
	    "2026-10-26T09:00:00+01:00" },
	{ "2026-10-25T02:30:00+02:00", 1, ORE, MAI,
	    "2026-10-25T02:30:00+01:00" },
	{ "2026-12-31T23:30:00+01:00", 24, ORE, MAI,
	    "2027-01-01T23:30:00+01:00" },
	{ "2026-11-20T10:00:00+01:00", 0, ORE, MAI,
	    "2026-11-20T10:00:00+01:00" },
	/* not moved by a holiday */
	{ "2026-12-24T10:00:00+01:00", 24, ORE, SE_FESTIVO,
	    "2026-12-25T10:00:00+01:00" },
};

static void
counting(void **state)
{
	AUTO(arena) a = arena_new();
	const char *got;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(conti); i++) {
		struct regola r = { .quantita = conti[i].quantita,
		    .unita = conti[i].unita, .slitta = conti[i].slitta };
		struct conto c = { .regola = &r, .cal = &comune,
		    .inizio = conti[i].inizio };

		got = scadenza(a, &c);
		if (strcmp(got, conti[i].scade) != 0)
			fail_msg("%zu: from %s: %s, not %s", i,
			    conti[i].inizio, got, conti[i].scade);
	}
}

static void
said_by_the_document(void **state)
{
	static const struct {
		int quantita, mesi;
		const char *fissata, *scade;
	} t[] = {
		{ -1, 0, "2027-01-10", "2027-01-10" },
		/* at most so long: the earlier */
		{ 24, 0, "2027-01-10", "2027-01-10" },
		{ 24, 0, "2029-01-10", "2028-11-20" },
		{ -1, 6, NULL, "2027-05-20" },
		{ -1, 6, "2027-03-01", "2027-03-01" },
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		struct regola r = { .quantita = t[i].quantita, .unita = MESI };
		struct conto c = { .regola = &r, .inizio = "2026-11-20",
		    .fissata = t[i].fissata, .mesi = t[i].mesi };

		assert_string_equal(scadenza(a, &c), t[i].scade);
	}
}

/* Working days behind a stop that has no end; what the document says counts
 * then, if it says a day; an hour that was spoilt is no hour. */
static void
without_end(void **state)
{
	const struct sosta aperta = { "2026-11-23", NULL };
	const struct regola r = { .quantita = 5, .unita = GIORNI_LAVORATIVI };
	const struct regola ore = { .quantita = 24, .unita = ORE };
	AUTO(arena) a = arena_new();
	struct conto c = { .regola = &r, .cal = &comune,
	    .inizio = "2026-11-20", .soste = &aperta, .n = 1 };
	struct lettura_termine l;
	int64_t now;

	(void)state;
	assert_null(scadenza(a, &c));
	c.fissata = "2026-12-15";
	assert_string_equal(scadenza(a, &c), "2026-12-15");
	c = (struct conto){ .regola = &ore, .inizio = "2026-11-20" };
	assert_int_equal(clock_parse(&now, "2026-11-20T10:00:00+01:00"), 0);
	scadenza_leggi(&l, a, &c, "2026-11-21T9", now);
	assert_int_equal(l.stato, CORRE);
	assert_int_equal(l.giorni, 1);
	assert_int_equal(periodicita_mesi("annuale"), 12);
	assert_int_equal(periodicita_mesi("ogni tanto"), 0);
}

/* ---- suspensions ---- */

#define GIORNO_0 "2026-11-20"

static const struct motivo dieci_bis = { .massimo = 10, .ripresa = 10 };
static const struct motivo informazioni = { .massimo = 30 };
static const struct motivo senza_fine = { .massimo = -1 };

static void
how_long_it_stands(void **state)
{
	static const struct {
		const struct motivo *m;
		const char *evento, *fine;
	} t[] = {
		/* the term given expires, nothing came */
		{ &dieci_bis, NULL, "2026-11-30" },
		/* ten days behind what came, also on the last day */
		{ &dieci_bis, "2026-11-24", "2026-12-04" },
		{ &dieci_bis, "2026-11-30", "2026-12-10" },
		{ &dieci_bis, "2026-11-20", "2026-11-30" },
		/* too late is nothing */
		{ &dieci_bis, "2026-12-01", "2026-11-30" },
		{ &informazioni, NULL, "2026-12-20" },
		{ &informazioni, "2026-12-01", "2026-12-01" },
		{ &senza_fine, NULL, NULL },
		{ &senza_fine, "2027-12-01", "2027-12-01" },
	};
	AUTO(arena) a = arena_new();
	const char *got;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		got = sosta_fine(a, t[i].m, GIORNO_0, t[i].evento);
		if (t[i].fine == NULL)
			assert_null(got);
		else
			assert_string_equal(got, t[i].fine);
	}
}

static void
ten_bis(void **state)
{
	static const struct {
		const char *preavviso, *osservazioni, *scade;
	} t[] = {
		/* invariante 17: 30 days from 20 November, the Sunday moved */
		{ NULL, NULL, "2026-12-21" },
		{ "2026-12-01", NULL, "2026-12-30" },
		{ "2026-12-01", "2026-12-04", "2027-01-02" },
		{ "2026-12-01", "2026-12-11", "2027-01-09" },
		{ "2026-12-01", "2026-12-12", "2026-12-30" },
		/* on the last day nothing is left to stand still */
		{ "2026-12-20", NULL, "2026-12-21" },
		{ "2026-12-19", NULL, "2026-12-30" },
	};
	AUTO(arena) a = arena_new();
	struct regola r = { .quantita = 30, .slitta = SE_FESTIVO,
	    .unita = GIORNI };
	const char *got;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		struct sosta s = { t[i].preavviso, NULL };
		struct conto c = { .regola = &r, .inizio = GIORNO_0,
		    .soste = &s, .n = t[i].preavviso != NULL };

		if (c.n > 0)
			s.fine = sosta_fine(a, &dieci_bis, s.inizio,
			    t[i].osservazioni);
		got = scadenza(a, &c);
		if (strcmp(got, t[i].scade) != 0)
			fail_msg("%zu: %s, not %s", i, got, t[i].scade);
	}
}

static void
overlaps(void **state)
{
	static const struct {
		struct sosta a, b;
		bool urta;
	} t[] = {
		{ { "2026-11-20", "2026-11-25" },
		    { "2026-11-24", "2026-11-30" }, true },
		{ { "2026-11-20", "2026-11-25" },
		    { "2026-11-25", "2026-11-30" }, false },
		{ { "2026-11-20", NULL }, { "2027-11-25", "2027-11-30" },
		    true },
		{ { "2026-11-20", "2026-12-31" },
		    { "2026-11-22", "2026-11-23" }, true },
		{ { "2026-11-20", "2026-11-22" }, { "2026-11-23", NULL },
		    false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		assert_int_equal(sosta_urta(&t[i].a, &t[i].b), t[i].urta);
		assert_int_equal(sosta_urta(&t[i].b, &t[i].a), t[i].urta);
	}
}

/* One day after another, as a person would tick them off. */
static const char *
simulated(struct arena *a, const struct conto *c)
{
	char day[DATA_LEN + 1];
	int left = c->regola->quantita, i;
	bool stands;

	memcpy(day, c->inizio, DATA_LEN + 1);
	while (left > 0) {
		calendario_giorni(day, day, 1);
		for (stands = false, i = 0; i < c->n; i++)
			stands = stands ||
			    (strcmp(c->soste[i].inizio, day) < 0 &&
			    strcmp(day, c->soste[i].fine) <= 0);
		if (stands)
			continue;
		if (c->regola->unita == GIORNI_LAVORATIVI &&
		    !calendario_lavorativo(c->cal, day))
			continue;
		left--;
	}
	while ((c->regola->slitta == SE_FESTIVO && calendario_festivo(day)) ||
	    (c->regola->slitta == SE_NON_LAVORATIVO &&
	    !calendario_lavorativo(c->cal, day)))
		calendario_giorni(day, day, 1);
	return arena_strdup(a, day);
}

static unsigned int seed = 20261120;

static int
dice(int n)
{
	seed = seed * 1103515245u + 12345u;
	return (int)(seed >> 16) % n;
}

static const char *
some_day(struct arena *a, const char *from, int within)
{
	char day[DATA_LEN + 1];

	calendario_giorni(day, from, dice(within));
	return arena_strdup(a, day);
}

/* Any suspensions, overlapping and before the start too. */
static void
equal_to_simulation(void **state)
{
	const char *got, *want;
	int i, k;

	(void)state;
	for (i = 0; i < 3000; i++) {
		AUTO(arena) a = arena_new();
		struct sosta s[4];
		struct regola r = { .quantita = 1 + dice(60),
		    .unita = dice(2) ? GIORNI : GIORNI_LAVORATIVI,
		    .slitta = (enum slitta)dice(3) };
		struct conto c = { .regola = &r, .cal = &comune,
		    .inizio = some_day(a, "2026-10-01", 600), .soste = s,
		    .n = dice(5) };
		char before[DATA_LEN + 1];

		calendario_giorni(before, c.inizio, -20);
		for (k = 0; k < c.n; k++) {
			s[k].inizio = some_day(a, before, 90);
			s[k].fine = some_day(a, s[k].inizio, 40);
		}
		got = scadenza(a, &c);
		want = simulated(a, &c);
		if (strcmp(got, want) != 0)
			fail_msg("case %d from %s: %s, not %s", i, c.inizio,
			    got, want);
	}
}

/* ---- how it stands ---- */

static void
words(void **state)
{
	static const struct {
		const char *adesso;
		struct sosta sosta;
		const char *parole;
		enum stato_termine stato;
	} t[] = {
		{ "2026-11-20T10:00:00+01:00", { NULL, NULL },
		    "scade fra 10 giorni", CORRE },
		{ "2026-11-29T10:00:00+01:00", { NULL, NULL },
		    "scade domani", CORRE },
		{ "2026-11-30T23:59:59+01:00", { NULL, NULL },
		    "scade oggi", SCADE_OGGI },
		{ "2026-12-01T00:00:00+01:00", { NULL, NULL },
		    "scaduto ieri", SCADUTO },
		{ "2026-12-03T09:00:00+01:00", { NULL, NULL },
		    "scaduto da 3 giorni", SCADUTO },
		{ "2026-11-24T09:00:00+01:00", { "2026-11-22", NULL },
		    "sospeso", SOSPESO },
		{ "2026-11-24T09:00:00+01:00", { "2026-11-22", "2026-11-25" },
		    "sospeso fino al 25/11/2026", SOSPESO },
		{ "2026-11-25T09:00:00+01:00", { "2026-11-22", "2026-11-25" },
		    "scade fra 8 giorni", CORRE },
		/* what ended does not stand still afterwards */
		{ "2026-12-03T09:00:00+01:00", { "2026-12-01", "2026-12-25" },
		    "scaduto da 3 giorni", SCADUTO },
	};
	AUTO(arena) a = arena_new();
	struct regola r = { .quantita = 10, .unita = GIORNI };
	struct lettura_termine l;
	int64_t now;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		struct conto c = { .regola = &r, .inizio = GIORNO_0,
		    .soste = &t[i].sosta, .n = t[i].sosta.inizio != NULL };

		assert_int_equal(clock_parse(&now, t[i].adesso), 0);
		scadenza_leggi(&l, a, &c, scadenza(a, &c), now);
		assert_string_equal(l.parole, t[i].parole);
		assert_int_equal(l.stato, t[i].stato);
	}
}

static void
words_of_hours(void **state)
{
	static const char *const t[][2] = {
		{ "2026-11-20T12:00:00+01:00", "scade domani alle 10:00" },
		{ "2026-11-21T10:00:00+01:00", "scade oggi alle 10:00" },
		{ "2026-11-21T10:00:01+01:00", "scaduto oggi alle 10:00" },
		{ "2026-11-22T08:00:00+01:00", "scaduto ieri" },
	};
	AUTO(arena) a = arena_new();
	struct regola r = { .quantita = 24, .unita = ORE };
	struct conto c = { .regola = &r,
	    .inizio = "2026-11-20T10:00:00+01:00" };
	struct lettura_termine l;
	int64_t now;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		assert_int_equal(clock_parse(&now, t[i][0]), 0);
		scadenza_leggi(&l, a, &c, scadenza(a, &c), now);
		assert_string_equal(l.parole, t[i][1]);
	}
}

static void
values(void **state)
{
	static const struct {
		enum unita unita;
		const char *from, *to;
	} t[] = {
		{ GIORNI, "2026-11-20", "2026-11-20" },
		/* the day in Italy */
		{ GIORNI, "2026-11-20T23:30:00Z", "2026-11-21" },
		{ ORE, "2026-11-20T09:00:00Z", "2026-11-20T10:00:00+01:00" },
		{ ORE, "2026-07-20", "2026-07-20T00:00:00+02:00" },
		{ ORE, "2026-11-20", "2026-11-20T00:00:00+01:00" },
		{ GIORNI, "ieri", NULL }, { ORE, "2026-02-29", NULL },
	};
	AUTO(arena) a = arena_new();
	const char *got;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		struct regola r = { .quantita = 1, .unita = t[i].unita };

		got = scadenza_valore(a, &r, t[i].from);
		if (t[i].to == NULL)
			assert_null(got);
		else
			assert_string_equal(got, t[i].to);
	}
}

/* ---- the table ---- */

static struct nodo *
parsed(struct arena *a, const char *xml)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, xml, strlen(xml), XML_OURS), 0);
	return n;
}

static void
shipped_table(void **state)
{
	const struct resource *x = resource_find("templates/ente/termini.xml");
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	const struct regola *r;
	struct termini t;
	struct nodo *n;

	(void)state;
	assert_int_equal(xml_parse(&n, a, x->data, x->size, XML_OURS), 0);
	termini_check(&ril, n);
	assert_null(ril.primo);
	termini_read(&t, a, n);
	/* norme: the values of the law */
	r = termini_regola(&t, "241.default");
	assert_int_equal(r->quantita, 30);
	assert_int_equal(r->unita, GIORNI);
	r = termini_regola(&t, "403.pm");
	assert_int_equal(r->quantita, 72);
	assert_int_equal(r->unita, ORE);
	assert_true(termini_regola(&t, "affido.relazione")->ripete);
	assert_int_equal(termini_motivo(&t, "preavviso-di-rigetto")->ripresa,
	    10);
	assert_null(termini_regola(&t, "boh"));
}

#define T(body) "<termini xmlns=\"urn:cartella:1\">" body "</termini>"
#define R(k, more) "<regola><chiave>" k "</chiave><nome>n</nome><base>b" \
    "</base>" more "</regola>"
#define Q(q, u) "<quantita>" q "</quantita><unita>" u "</unita>"
#define S(more) "<sospensione><motivo>m</motivo><nome>n</nome><base>b" \
    "</base>" more "</sospensione>"

static void
wrong_tables(void **state)
{
	static const struct {
		const char *xml, *codice;
	} t[] = {
		{ T(R("a", Q("1", "giorni")) R("b", Q("1", "mesi"))), NULL },
		{ T(R("a", Q("1", "giorni")) R("a", Q("1", "mesi"))),
		    "doppio" },
		{ T(R("a", "<quantita>1</quantita>")), "quantita" },
		{ T(R("a", "<unita>ore</unita>")), "quantita" },
		{ T(R("a", Q("0", "giorni"))), "quantita" },
		{ T(R("a", Q("0", "ore"))), NULL },
		{ T(R("a", "<inizia><tipo>x</tipo></inizia>")),
		    "senza-durata" },
		{ T(R("a", "<inizia><tipo>x</tipo><scade-il>y</scade-il>"
		    "</inizia>")), NULL },
		{ T(R("a", Q("2", "ore") "<ripete>si</ripete>")), "ripete" },
		{ T(R("a", Q("1", "giorni")) S("<sospende>b</sospende>")),
		    "chiave-ignota" },
		{ T(R("a", Q("1", "ore")) S("<sospende>a</sospende>")),
		    "ore" },
		{ T(R("a", Q("1", "giorni")) S("<sospende>a</sospende>")
		    S("<sospende>a</sospende>")), "doppio" },
		{ T(R("a", Q("1", "giorni")) S("<finisce><tipo>x</tipo>"
		    "</finisce><sospende>a</sospende>")), "finisce" },
		{ T("<calendario><patrono>02-30</patrono></calendario>"),
		    "patrono" },
		{ T("<calendario><patrono>02-29</patrono></calendario>"),
		    NULL },
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		struct rilievi ril = { .a = a };

		termini_check(&ril, parsed(a, t[i].xml));
		if (t[i].codice == NULL) {
			assert_null(ril.primo);
			continue;
		}
		assert_non_null(ril.primo);
		assert_string_equal(ril.primo->codice, t[i].codice);
	}
}

static void
events(void **state)
{
	static const struct {
		struct evento e;
		const char *valore;	/* NULL: it is not that */
	} t[] = {
		{ { .tipo = "p", .campo = "d/g" }, "2026-11-20" },
		{ { .tipo = "p" }, "ora" },
		{ { .tipo = "q" }, NULL },
		{ { .tipo = "p", .campo = "boh" }, NULL },
		{ { .tipo = "p", .se = "d/t", .vale = "due" }, "ora" },
		{ { .tipo = "p", .se = "d/t", .vale = "tre" }, NULL },
		{ { .tipo = "p", .se = "d/t" }, "ora" },
		{ { .tipo = "p", .se = "x" }, NULL },
		{ { .tipo = "p", .se = "via", .vale = "a/" }, "ora" },
		{ { .tipo = "p", .se = "via", .vale = "b/" }, NULL },
	};
	AUTO(arena) a = arena_new();
	struct nodo *doc = parsed(a, "<p xmlns=\"urn:cartella:1\"><d><t>uno</t>"
	    "<t>due</t><g>2026-11-20</g></d><via>a/b</via></p>");
	const char *v;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		assert_int_equal(evento_in(&v, a, &t[i].e, doc, "ora"),
		    t[i].valore != NULL);
		if (t[i].valore != NULL)
			assert_string_equal(v, t[i].valore);
	}
}

/* ---- art. 403 ---- */

#define P(body) "<registra-403 xmlns=\"urn:cartella:1\">" body		\
    "</registra-403>"
#define H(e, h) "<" e ">2026-11-20T" h ":00:00+01:00</" e ">"

static void
placement(void **state)
{
	static const struct {
		const char *xml, *codice;
	} t[] = {
		{ P(H("ora", "08") H("avviso-pm", "08")), NULL },
		{ P(H("ora", "08") H("avviso-pm", "07")), NULL },
		{ P(H("avviso-pm", "08")), "manca-ora" },
		{ P(H("ora", "08")), "pm-non-avvisato" },
		{ P(H("ora", "11") H("avviso-pm", "08")), "data-futura" },
		{ P(H("ora", "08") H("avviso-pm", "11")), "data-futura" },
		{ P(H("ora", "08") H("avviso-pm", "08")
		    H("trasmissione", "07")), "ordine" },
		{ P(H("ora", "08") H("avviso-pm", "08")
		    H("ricorso-pm", "09")), "manca-passo" },
		{ P(H("ora", "08") H("avviso-pm", "08") H("trasmissione", "08")
		    H("ricorso-pm", "09") H("decreto-tm", "09")
		    "<udienza>2026-11-20</udienza>"), NULL },
		{ P(H("ora", "08") H("avviso-pm", "08") H("trasmissione", "08")
		    H("ricorso-pm", "09") H("decreto-tm", "09")
		    "<udienza>2026-11-19</udienza>"), "ordine" },
		{ P(H("ora", "08") H("avviso-pm", "08")
		    H("cessazione", "07")), "ordine" },
		{ P(H("ora", "24") H("avviso-pm", "08")), "ora-ignota" },
		{ P(H("ora", "08") "<avviso-pm>ieri</avviso-pm>"),
		    "ora-ignota" },
	};
	AUTO(arena) a = arena_new();
	int64_t now;
	size_t i;

	(void)state;
	assert_int_equal(clock_parse(&now, "2026-11-20T10:15:30+01:00"), 0);
	for (i = 0; i < NELEM(t); i++) {
		struct rilievi ril = { .a = a };

		collocamento_check(&ril, parsed(a, t[i].xml), NULL, now);
		if (t[i].codice == NULL) {
			assert_null(ril.primo);
			continue;
		}
		assert_non_null(ril.primo);
		assert_string_equal(ril.primo->codice, t[i].codice);
	}
}

/* A day that was kept and cannot be read orders nothing. */
static void
placement_damaged(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *prima = collocamento_make(a, parsed(a, P("<ora>2026-11-31"
	    "T08:00:00+01:00</ora>" H("avviso-pm", "08"))), NULL, "as1");
	int64_t now;

	(void)state;
	assert_int_equal(clock_parse(&now, "2026-11-20T10:15:30+01:00"), 0);
	collocamento_check(&ril, parsed(a, P(H("trasmissione", "09"))), prima,
	    now);
	assert_int_equal(ril.errori, 1);
	assert_string_equal(ril.primo->codice, "ora-ignota");
	assert_string_equal(ril.primo->percorso, "/registra-403/ora");
}

static void
placement_again(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *prima = collocamento_make(a, parsed(a,
	    P(H("ora", "08") H("avviso-pm", "08"))), NULL, "as1"), *n;
	int64_t now;

	(void)state;
	assert_int_equal(clock_parse(&now, "2026-11-20T10:15:30+01:00"), 0);
	n = parsed(a, P(H("trasmissione", "09")));
	collocamento_check(&ril, n, prima, now);
	assert_null(ril.primo);
	n = collocamento_make(a, n, prima, "as2");
	assert_string_equal(nodo_value(a, n, "ora"),
	    "2026-11-20T08:00:00+01:00");
	assert_string_equal(nodo_value(a, n, "autore"), "as2");
	collocamento_check(&ril, parsed(a, P(H("avviso-pm", "09"))), prima,
	    now);
	assert_string_equal(ril.primo->codice, "ora-diversa");
	assert_int_equal(ril.errori, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counting),
		cmocka_unit_test(said_by_the_document),
		cmocka_unit_test(without_end),
		cmocka_unit_test(how_long_it_stands),
		cmocka_unit_test(ten_bis), cmocka_unit_test(overlaps),
		cmocka_unit_test(equal_to_simulation),
		cmocka_unit_test(words), cmocka_unit_test(words_of_hours),
		cmocka_unit_test(values), cmocka_unit_test(shipped_table),
		cmocka_unit_test(wrong_tables), cmocka_unit_test(events),
		cmocka_unit_test(placement),
		cmocka_unit_test(placement_damaged),
		cmocka_unit_test(placement_again),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
