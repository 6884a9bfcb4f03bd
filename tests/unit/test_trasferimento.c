/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A case goes from one body to another: everything that can happen between two
 * and three bodies (trasferimento_mondo.h); each row of the table altered in
 * each way, which must be found out; messages that are forged or of something
 * else; the reasons; the table in the documentation.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "trasferimento_mondo.h"

#define OGGI "2026-12-01"

/* Offers that end today, and others that do not end. */
#define BREVE OGGI
#define LUNGA "2027-06-30"

/* A short offer and a long one: what mutants are tried in. */
static const struct piano piccolo = { "due enti, due offerte", 2, 2,
    { { 0, 1, BREVE }, { 0, 1, LUNGA } } };
static const struct piano ritorno = { "due enti, andata e ritorno", 2, 3,
    { { 0, 1, BREVE }, { 1, 0, LUNGA }, { 0, 1, LUNGA } } };
static const struct piano tre = { "tre enti, a due insieme e ritorno", 3, 3,
    { { 0, 1, BREVE }, { 0, 2, LUNGA }, { 1, 0, LUNGA } } };
static const struct piano giro = { "tre enti, in giro", 3, 3,
    { { 0, 1, LUNGA }, { 1, 2, LUNGA }, { 2, 0, BREVE } } };

static struct prova
tried(const struct piano *p, const struct tr_passaggio *tabella, size_t n)
{
	struct prova w = { .p = p, .tabella = tabella, .n_tabella = n };

	(void)explore(&w);
	return w;
}

static void
whole(const struct piano *p, size_t least)
{
	struct prova w = tried(p, tr_passaggi, tr_passaggi_n);

	print_message("# %s: %zu states, %zu steps\n", p->nome, w.n, w.passi);
	if (w.guasto != NULL)
		fail_msg("%s: %s", p->nome, w.guasto);
	assert_true(w.n >= least);
}

static void
test_two(void **state)
{
	(void)state;
	whole(&piccolo, 1000);
	whole(&ritorno, 10000);
}

static void
test_three(void **state)
{
	(void)state;
	whole(&tre, 10000);
	whole(&giro, 10000);
}

/* ---- mutants ---- */

struct mutanti {
	struct tr_passaggio t[64];
	int n, vivi;
};

static void
must_die(struct mutanti *m, size_t n, size_t row, const char *how)
{
	struct prova w = tried(&piccolo, m->t, n);

	m->n++;
	if (w.guasto != NULL)
		return;
	m->vivi++;
	print_message("# alive: row %zu (%s, %s), %s\n", row,
	    tr_stato_nome(tr_passaggi[row].da),
	    tr_evento_nome(tr_passaggi[row].evento), how);
}

static void
mutate(struct mutanti *m, size_t i)
{
	const struct tr_passaggio was = tr_passaggi[i];
	struct tr_passaggio *r = &m->t[i];
	unsigned k;

	for (k = 0; k < TR_STATI; k++)
		if (k != was.a) {
			r->a = k;
			must_die(m, tr_passaggi_n, i, tr_stato_nome(k));
		}
	*r = was;
	for (k = 0; k < TR_MESSAGGI; k++)
		if (k != was.manda) {
			r->manda = k;
			must_die(m, tr_passaggi_n, i, tr_messaggio_nome(k));
		}
	*r = was;
	for (k = 0; k <= TR_PRENDE; k++)
		if (k != was.effetto) {
			r->effetto = k;
			must_die(m, tr_passaggi_n, i, tr_effetto_nome(k));
		}
	*r = was;
	for (k = 0; k < TR_GUARDIE; k++)
		if (was.guardie & 1u << k) {
			r->guardie = was.guardie & ~(1u << k);
			must_die(m, tr_passaggi_n, i, tr_guardia_nome(1u << k));
		}
	*r = was;
}

static void
test_mutants(void **state)
{
	struct mutanti m = { .n = 0 };
	size_t i, n = tr_passaggi_n;

	(void)state;
	assert_true(n <= NELEM(m.t));
	memcpy(m.t, tr_passaggi, n * sizeof(*m.t));
	for (i = 0; i < n; i++)
		mutate(&m, i);
	for (i = 0; i < n; i++) {
		memmove(&m.t[i], &m.t[i + 1], (n - i - 1) * sizeof(*m.t));
		must_die(&m, n - 1, i, "removed");
		memcpy(m.t, tr_passaggi, n * sizeof(*m.t));
	}
	print_message("# %d mutants, %d alive\n", m.n, m.vivi);
	assert_true(m.n > 500);
	assert_int_equal(m.vivi, 0);
}

/* ---- messages of others ---- */

static const struct tr_lettera base = { TR_M_OFFERTA, "t0", "caso", "A", "B",
    "p0", "f0", LUNGA };

static struct tr_lato
side(enum tr_stato s)
{
	struct tr_lato l = { s, { 0 } };

	if (s != TR_NESSUNO)
		l.patto = base;
	if (s != TR_RILASCIATA && s != TR_RICEVUTA)
		l.patto.finale = NULL;
	return l;
}

/* A message as it must be, for that side. */
static struct tr_fatto
arrival(struct tr_lettera *c, enum tr_stato s, enum tr_messaggio k)
{
	bool down = goes_to_dest(k);

	*c = base;
	c->tipo = k;
	return (struct tr_fatto){ .evento = TR_E_OFFERTA + (k - TR_M_OFFERTA),
	    .lettera = c, .noi = down ? "B" : "A",
	    .firmatario = down ? "A" : "B",
	    .pacchetto = s == TR_IMPEGNATA ? "f0" : "p0", .oggi = OGGI,
	    .in_carico = s >= TR_OFFERTA && s <= TR_ACCETTATA };
}

static void
is_refused(const struct tr_lato *l, const struct tr_fatto *f)
{
	struct tr_esito e = trasferimento_passo(l, f);

	assert_true(e.rifiutato);
	assert_non_null(e.motivo);
	assert_int_equal(e.manda, TR_NIENTE);
	assert_int_equal(e.effetto, TR_RESTA);
	assert_int_equal(e.dopo.stato, l->stato);
	assert_memory_equal(&e.dopo.patto.id, &l->patto.id,
	    sizeof(l->patto) - offsetof(struct tr_lettera, id));
}

/* Each field of that message altered, each left out: all refused. */
static int
altered(const struct tr_lato *l, const struct tr_fatto *f,
    const struct tr_lettera *c)
{
	static const size_t field[] = {
	    offsetof(struct tr_lettera, id), offsetof(struct tr_lettera, caso),
	    offsetof(struct tr_lettera, da), offsetof(struct tr_lettera, a),
	    offsetof(struct tr_lettera, pacchetto),
	    offsetof(struct tr_lettera, finale),
	    offsetof(struct tr_lettera, scade) };
	struct tr_lettera d;
	struct tr_fatto g = *f;
	const char *bad;
	size_t i, j;
	int n = 0;

	for (i = 0; i < NELEM(field); i++)
		for (j = 0; j < 2; j++) {
			if ((i == 5 && c->tipo != TR_M_RILASCIO) ||
			    (i == 6 && c->tipo != TR_M_OFFERTA))
				continue;
			/* Of an unknown transfer only the bodies and the
			 * package can be judged. */
			if (l->stato == TR_NESSUNO && j == 1 &&
			    (i < 2 || i == 6))
				continue;
			d = *c;
			bad = j == 0 ? NULL : "altro";
			memcpy((char *)&d + field[i], &bad, sizeof(bad));
			g.lettera = &d;
			is_refused(l, &g);
			n++;
		}
	return n;
}

static int
foreign(enum tr_stato s, enum tr_messaggio k)
{
	struct tr_lato l = side(s);
	struct tr_lettera c, d;
	struct tr_fatto f = arrival(&c, s, k), g = f;
	int n;

	if (trasferimento_passo(&l, &f).rifiutato)
		return 0;
	n = altered(&l, &f, &c);
	g.firmatario = NULL;
	is_refused(&l, &g);
	g.firmatario = "C";
	is_refused(&l, &g);
	g.firmatario = f.noi;	/* ours, sent back to us */
	is_refused(&l, &g);
	g = f;
	g.noi = "C";
	is_refused(&l, &g);
	g.noi = f.firmatario;
	is_refused(&l, &g);
	g = f;
	g.lettera = NULL;
	is_refused(&l, &g);
	d = c;			/* it says to be of another kind */
	d.tipo = k == TR_M_RITIRO ? TR_M_OFFERTA : TR_M_RITIRO;
	g.lettera = &d;
	is_refused(&l, &g);
	return n + 7;
}

static void
test_foreign(void **state)
{
	unsigned s, k;
	int n = 0;

	(void)state;
	for (s = 0; s < TR_STATI; s++)
		for (k = TR_M_OFFERTA; k < TR_MESSAGGI; k++)
			n += foreign(s, k);
	print_message("# %d forged or foreign messages refused\n", n);
	assert_true(n > 200);
}

/* A decision is of the end it belongs to. */
static void
test_not_ours(void **state)
{
	unsigned s, e;

	(void)state;
	for (s = TR_OFFERTA; s < TR_STATI; s++)
		for (e = TR_OFFRI; e < TR_E_OFFERTA; e++) {
			struct tr_lato l = side(s);
			struct tr_fatto f = { .evento = e, .pacchetto = "f0",
			    .noi = s >= TR_PERVENUTA ? "A" : "B",
			    .oggi = OGGI, .in_carico = true };

			is_refused(&l, &f);
			f.oggi = "2028-01-01";
			f.in_carico = false;
			is_refused(&l, &f);
		}
}

/* ---- one transfer, told; and what is refused, told ---- */

static void
says(struct tr_esito e, const char *words)
{
	assert_true(e.rifiutato);
	if (strstr(e.motivo, words) == NULL)
		fail_msg("«%s» non dice «%s»", e.motivo, words);
}

static struct tr_esito
decides(struct tr_lato l, enum tr_evento ev, struct tr_fatto f)
{
	struct tr_lettera c = base;

	c.finale = NULL;
	f.evento = ev;
	if (ev == TR_OFFRI)
		f.lettera = &c;
	return trasferimento_passo(&l, &f);
}

static void
test_reasons(void **state)
{
	struct tr_fatto a = { .noi = "A", .oggi = OGGI, .pacchetto = "p0",
	    .in_carico = true }, b = { .noi = "B", .oggi = OGGI,
	    .pacchetto = "p0" }, x;

	(void)state;
	x = a;
	x.in_carico = false;
	says(decides(side(TR_NESSUNO), TR_OFFRI, x), "non è in carico");
	x = a;
	x.altra_offerta = true;
	says(decides(side(TR_NESSUNO), TR_OFFRI, x), "un'altra offerta");
	x = a;
	x.oggi = "2027-07-01";
	says(decides(side(TR_NESSUNO), TR_OFFRI, x), "ultimo giorno");
	x = a;
	x.pacchetto = NULL;
	says(decides(side(TR_NESSUNO), TR_OFFRI, x), "manca il pacchetto");
	x = b;
	x.in_carico = true;
	says(decides(side(TR_PERVENUTA), TR_ACCETTA, x), "già in carico");
	says(decides(side(TR_OFFERTA), TR_SCADE, a), "non è ancora scaduta");
	says(decides(side(TR_OFFERTA), TR_RILASCIA, a), "non è ancora arrivata");
	says(decides(side(TR_RILASCIATA), TR_RITIRA, a), "solo ripetere");
	says(decides(side(TR_IMPEGNATA), TR_RIFIUTA, b), "già accettata");
	says(decides(side(TR_NESSUNO), TR_RITIRA, a), "prima l'offerta");
	assert_false(decides(side(TR_NESSUNO), TR_OFFRI, a).rifiutato);
	assert_false(decides(side(TR_PERVENUTA), TR_ACCETTA, b).rifiutato);
}

/* What was written while the offer waited goes with the rilascio, and only
 * that package makes the receiver the owner. */
static void
test_last_package(void **state)
{
	struct tr_lato l = side(TR_ACCETTATA);
	struct tr_fatto f = { .evento = TR_RILASCIA, .noi = "A", .oggi = OGGI,
	    .pacchetto = "f9", .in_carico = true };
	struct tr_esito e = trasferimento_passo(&l, &f);
	struct tr_lettera m;

	(void)state;
	assert_int_equal(e.dopo.stato, TR_RILASCIATA);
	assert_int_equal(e.effetto, TR_LASCIA);
	assert_string_equal(e.dopo.patto.finale, "f9");
	assert_string_equal(e.dopo.patto.pacchetto, "p0");
	m = e.dopo.patto;
	m.tipo = e.manda;
	l = side(TR_IMPEGNATA);
	f = (struct tr_fatto){ .evento = TR_E_RILASCIO, .lettera = &m,
	    .noi = "B", .firmatario = "A", .pacchetto = "p0", .oggi = OGGI };
	says(trasferimento_passo(&l, &f), "manca il pacchetto");
	f.pacchetto = "f9";
	e = trasferimento_passo(&l, &f);
	assert_int_equal(e.dopo.stato, TR_RICEVUTA);
	assert_int_equal(e.effetto, TR_PRENDE);
	l = e.dopo;		/* a second rilascio, of another package */
	m.finale = "f8";
	is_refused(&l, &f);
}

/* Offered to oneself: by no road. */
static void
test_self(void **state)
{
	struct tr_lettera c = base;
	struct tr_lato l = side(TR_NESSUNO);
	struct tr_fatto f = { .evento = TR_OFFRI, .lettera = &c, .noi = "A",
	    .firmatario = "A", .pacchetto = "p0", .oggi = OGGI,
	    .in_carico = true };

	(void)state;
	c.a = "A";
	says(trasferimento_passo(&l, &f), "non al proprio");
	f.evento = TR_E_OFFERTA;
	f.in_carico = false;
	is_refused(&l, &f);
}

/* ---- the table in the documentation ---- */

static void
row_text(struct buf *b, const struct tr_passaggio *r)
{
	const char *sep = "";
	unsigned k;

	buf_printf(b, "| %s | %s | ", r->da == TR_NESSUNO ? "–" :
	    tr_stato_nome(r->da), tr_evento_nome(r->evento));
	for (k = 0; k < TR_GUARDIE; k++)
		if (r->guardie & 1u << k) {
			buf_printf(b, "%s%s", sep, tr_guardia_nome(1u << k));
			sep = ", ";
		}
	buf_printf(b, " | %s | %s | %s |\n", tr_stato_nome(r->a),
	    r->manda == TR_NIENTE ? "" : tr_messaggio_nome(r->manda),
	    r->effetto == TR_RESTA ? "" : tr_effetto_nome(r->effetto));
}

/* Its rows, all and in order; those that are missing are told one by one. */
static void
test_documented(void **state)
{
	AUTO_BUF doc = { 0 };
	const char *at, *next;
	int missing = 0;
	size_t i;

	(void)state;
	assert_int_equal(file_read(&doc, "docs/trasferimento.md", 1 << 20), 0);
	at = strstr(buf_str(&doc), "|---|");
	assert_non_null(at);
	at = strchr(at, '\n') + 1;
	for (i = 0; i < tr_passaggi_n; i++) {
		AUTO_BUF row = { 0 };

		row_text(&row, &tr_passaggi[i]);
		next = strchr(at, '\n');
		if (next != NULL && (size_t)(next + 1 - at) == row.len &&
		    memcmp(at, buf_str(&row), row.len) == 0) {
			at = next + 1;
			continue;
		}
		print_message("%s", buf_str(&row));
		missing++;
	}
	assert_int_equal(missing, 0);
	assert_int_equal(*at, '\n');
}

/* A last paper tells the state: that of whoever wrote it, and of whom it
 * reached. */
static void
test_last_paper(void **state)
{
	size_t i;
	int n = 0;

	(void)state;
	for (i = 0; i < tr_passaggi_n; i++) {
		const struct tr_passaggio *p = &tr_passaggi[i];

		if (p->da == p->a)
			continue;
		if (p->manda != TR_NIENTE)
			assert_int_equal(tr_stato_dopo(p->manda, true), p->a);
		else
			assert_int_equal(tr_stato_dopo((int)TR_M_OFFERTA +
			    (int)p->evento - (int)TR_E_OFFERTA, false), p->a);
		n++;
	}
	assert_int_equal(n, 14);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_two),
		cmocka_unit_test(test_three),
		cmocka_unit_test(test_mutants),
		cmocka_unit_test(test_foreign),
		cmocka_unit_test(test_not_ours),
		cmocka_unit_test(test_reasons),
		cmocka_unit_test(test_last_package),
		cmocka_unit_test(test_self),
		cmocka_unit_test(test_documented),
		cmocka_unit_test(test_last_paper),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
