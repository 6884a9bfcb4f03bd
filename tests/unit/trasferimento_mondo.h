/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A small world of bodies that send each other one case: all that can happen
 * to it, and what must hold of every step, said without the table of
 * documenti/trasferimento.c.  Breadth first over all states.
 *
 * Of the messages in flight only the kinds are kept: a kind that is there may
 * be delivered and stay (a duplicate), be delivered and go, or be lost.  That
 * is every multiset of messages, of any size and in any order.
 */
#ifndef TESTS_TRASFERIMENTO_MONDO_H
#define TESTS_TRASFERIMENTO_MONDO_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "documenti/trasferimento.h"

#define T_MAX 4			/* transfers */
#define DOMANI "2026-12-02"

struct piano {
	const char *nome;
	int lati, n;
	struct { int da, a; const char *scade; } t[T_MAX];
};

enum { MIT, DEST };		/* the two ends of a transfer */

struct mondo {
	uint8_t stato[T_MAX][2];
	uint8_t volo[T_MAX];	/* bit k: some message of kind k */
	uint8_t carico;		/* bit s: side s owns */
	uint8_t giorno;		/* bit s: at side s it is the day after */
};

struct prova {			/* one table in one world */
	const struct piano *p;
	const struct tr_passaggio *tabella;
	size_t n_tabella;
	const char *guasto;	/* what did not hold */
	uint64_t *coda, *insieme;	/* states found, and where */
	size_t n, posti;
	size_t passi;		/* tried */
	bool tace;		/* looking ahead: no probes */
	unsigned visti;		/* bit per state of a side */
};

static const char *const ente[] = { "A", "B", "C" };
static const char *const id_di[] = { "t0", "t1", "t2", "t3" };
static const char *const pacco[] = { "p0", "p1", "p2", "p3" };
static const char *const finale[] = { "f0", "f1", "f2", "f3" };

/* ---- what must hold of a step ---- */

static bool
goes_to_dest(enum tr_messaggio k)
{
	return k == TR_M_OFFERTA || k == TR_M_RILASCIO || k == TR_M_RITIRO;
}

/* Whoever says so must be so. */
static bool
truthful(enum tr_messaggio k, enum tr_stato s)
{
	switch (k) {
	case TR_M_OFFERTA:
		return s == TR_OFFERTA;
	case TR_M_RILASCIO:
		return s == TR_RILASCIATA;
	case TR_M_RITIRO:
		return s == TR_RITIRATA;
	case TR_M_ACCETTAZIONE:
		return s == TR_IMPEGNATA || s == TR_RICEVUTA;
	case TR_M_RIFIUTO:
		return s == TR_RESPINTA;
	default:
		return true;
	}
}

/* What the other must be told, by whoever comes into that state. */
static bool
to_be_told(enum tr_stato s)
{
	return s == TR_OFFERTA || s == TR_RILASCIATA || s == TR_RITIRATA ||
	    s == TR_IMPEGNATA || s == TR_RESPINTA;
}

static bool
is_over(enum tr_stato s)
{
	return s == TR_RILASCIATA || s == TR_RITIRATA || s == TR_RIFIUTATA ||
	    s == TR_RICEVUTA || s == TR_RESPINTA || s == TR_DECADUTA;
}

static bool
is_question(enum tr_evento e, enum tr_stato s)
{
	return (e == TR_E_OFFERTA && (s == TR_IMPEGNATA || s == TR_RICEVUTA ||
	    s == TR_RESPINTA)) || (e == TR_E_ACCETTAZIONE &&
	    (s == TR_RILASCIATA || s == TR_RITIRATA));
}

/* May this not be refused? */
static bool
is_right(const struct tr_lato *l, const struct tr_fatto *f, bool mine,
    bool late)
{
	enum tr_stato s = l->stato;

	switch (f->evento) {
	case TR_OFFRI:
		return s == TR_NESSUNO && mine && f->in_carico &&
		    !f->altra_offerta && !late;
	case TR_RITIRA:
		return s == TR_OFFERTA || s == TR_ACCETTATA;
	case TR_SCADE:
		return s == TR_OFFERTA && late;
	case TR_RILASCIA:
		return s == TR_ACCETTATA;
	case TR_ACCETTA:
		return s == TR_PERVENUTA && !f->in_carico && !late;
	case TR_RIFIUTA:
		return s == TR_PERVENUTA;
	case TR_RIPETI:
		return to_be_told(s);
	default:		/* what the other did say is understood */
		return s != TR_NESSUNO || f->evento == TR_E_OFFERTA;
	}
}

/* Who may bring a side into a state. */
static bool
is_decided(enum tr_evento e, enum tr_stato s, bool late)
{
	switch (s) {
	case TR_OFFERTA:
		return e == TR_OFFRI;
	case TR_ACCETTATA:
		return e == TR_E_ACCETTAZIONE && !late;
	case TR_RILASCIATA:
		return e == TR_RILASCIA;
	case TR_RITIRATA:
		return e == TR_RITIRA || (late && (e == TR_SCADE ||
		    e == TR_E_ACCETTAZIONE));
	case TR_RIFIUTATA:
		return e == TR_E_RIFIUTO;
	case TR_PERVENUTA:
		return e == TR_E_OFFERTA;
	case TR_IMPEGNATA:
		return e == TR_ACCETTA && !late;
	case TR_RICEVUTA:
		return e == TR_E_RILASCIO;
	case TR_RESPINTA:
		return e == TR_RIFIUTA;
	case TR_DECADUTA:
		return e == TR_E_RITIRO;
	default:
		return false;
	}
}

/* What is wrong with a step that was done, or NULL. */
static const char *
wrong_step(const struct tr_lato *l, const struct tr_fatto *f,
    const struct tr_esito *e, bool late)
{
	enum tr_stato was = l->stato, is = e->dopo.stato;
	bool moved = was != is;

	if (!truthful(e->manda, is))
		return "a message says what is not so";
	if (moved && to_be_told(is) && e->manda == TR_NIENTE)
		return "the other is not told";
	if (moved && (is_over(was) || !is_decided(f->evento, is, late)))
		return "a state is come to by nobody's right";
	if (f->evento == TR_RIPETI && (moved || e->manda == TR_NIENTE))
		return "a repetition that does not repeat";
	if (is_question(f->evento, was) && e->manda == TR_NIENTE)
		return "a question stays without its answer";
	if ((f->evento == TR_E_RILASCIO || f->evento == TR_E_RITIRO ||
	    f->evento == TR_E_RIFIUTO) && e->manda != TR_NIENTE)
		return "the last word is answered";
	if ((e->effetto == TR_LASCIA) != (moved && is == TR_RILASCIATA) ||
	    (e->effetto == TR_PRENDE) != (moved && is == TR_RICEVUTA))
		return "charge changes hands at the wrong step";
	if (moved && is == TR_IMPEGNATA && f->in_carico)
		return "what is ours already is accepted";
	return NULL;
}

/* ---- one step ---- */

static bool
late_at(const struct prova *w, const struct mondo *m, int t, int s)
{
	return ((m->giorno >> s) & 1) &&
	    strcmp(DOMANI, w->p->t[t].scade) > 0;
}

static bool
other_offer(const struct prova *w, const struct mondo *m, int t, int s)
{
	int i;

	for (i = 0; i < w->p->n; i++)
		if (i != t && w->p->t[i].da == s &&
		    (m->stato[i][MIT] == TR_OFFERTA ||
		    m->stato[i][MIT] == TR_ACCETTATA))
			return true;
	return false;
}

static struct tr_lettera
letter(const struct prova *w, int t, enum tr_messaggio k)
{
	return (struct tr_lettera){ k, id_di[t], "caso", ente[w->p->t[t].da],
	    ente[w->p->t[t].a], pacco[t],
	    k == TR_M_RILASCIO ? finale[t] : NULL, w->p->t[t].scade };
}

static struct tr_esito
do_step(struct prova *w, const struct tr_lato *l, const struct tr_fatto *f)
{
	w->passi++;
	return trasferimento_passo_con(w->tabella, w->n_tabella, l, f);
}

/* Which package must be here for an event, so that it is done. */
static const char *
needed(int t, enum tr_evento e, enum tr_stato s)
{
	if (e == TR_OFFRI || (e == TR_E_OFFERTA && s == TR_NESSUNO))
		return pacco[t];
	if (e == TR_RILASCIA || (e == TR_E_RILASCIO && s == TR_IMPEGNATA))
		return finale[t];
	return NULL;
}

/* The same event with one thing missing is refused. */
static void
probe(struct prova *w, const struct tr_lato *l, const struct tr_fatto *f,
    bool mine)
{
	struct tr_lettera self;
	struct tr_fatto g = *f;

	if (f->pacchetto != NULL) {
		g.pacchetto = NULL;
		if (!do_step(w, l, &g).rifiutato)
			w->guasto = "done without the package";
		g.pacchetto = "altro";
		if (f->evento != TR_RILASCIA && !do_step(w, l, &g).rifiutato)
			w->guasto = "done with another package";
		g.pacchetto = f->pacchetto;
	}
	if (f->evento == TR_OFFRI || f->evento == TR_SCADE ||
	    f->evento == TR_ACCETTA ||
	    (f->evento == TR_E_ACCETTAZIONE && l->stato == TR_OFFERTA)) {
		g.oggi = NULL;
		if (!do_step(w, l, &g).rifiutato)
			w->guasto = "done without a date";
		g.oggi = f->oggi;
	}
	if (f->evento == TR_OFFRI && mine) {
		self = *f->lettera;
		self.a = self.da;
		g.lettera = &self;
		if (!do_step(w, l, &g).rifiutato)
			w->guasto = "offered to oneself";
	}
}

/* An event at one end of transfer t.  False: refused, m as it was. */
static bool
happens(struct prova *w, struct mondo *m, int t, int end, enum tr_evento e)
{
	int s = end == MIT ? w->p->t[t].da : w->p->t[t].a;
	bool came = e >= TR_E_OFFERTA, late = late_at(w, m, t, s);
	enum tr_messaggio k = came ? TR_M_OFFERTA + (e - TR_E_OFFERTA) :
	    TR_M_OFFERTA;
	struct tr_lettera c = letter(w, t, k);
	struct tr_lato l = { m->stato[t][end], { 0 } };
	struct tr_fatto f = { e, NULL, ente[s], NULL,
	    needed(t, e, m->stato[t][end]),
	    (m->giorno >> s) & 1 ? DOMANI : "2026-12-01",
	    (m->carico >> s) & 1, other_offer(w, m, t, s) };
	struct tr_esito r;
	const char *wrong;

	if (l.stato != TR_NESSUNO)
		l.patto = letter(w, t, l.stato == TR_RILASCIATA ||
		    l.stato == TR_RICEVUTA ? TR_M_RILASCIO : TR_M_OFFERTA);
	if (came || e == TR_OFFRI)
		f.lettera = &c;
	if (came)
		f.firmatario = goes_to_dest(k) ? c.da : c.a;
	if (!w->tace)
		probe(w, &l, &f, end == MIT);
	r = do_step(w, &l, &f);
	if (r.rifiutato) {
		if (is_right(&l, &f, end == MIT, late))
			w->guasto = "what is somebody's right is refused";
		return false;
	}
	wrong = wrong_step(&l, &f, &r, late);
	if (wrong != NULL)
		w->guasto = wrong;
	m->stato[t][end] = (uint8_t)r.dopo.stato;
	if (r.effetto == TR_LASCIA)
		m->carico &= (uint8_t)~(1 << s);
	if (r.effetto == TR_PRENDE)
		m->carico |= (uint8_t)(1 << s);
	if (r.manda != TR_NIENTE)
		m->volo[t] |= (uint8_t)(1 << r.manda);
	return true;
}

/* ---- what must hold of a world ---- */

static int
owners(const struct mondo *m)
{
	return __builtin_popcount(m->carico);
}

static const char *
wrong_pair(const struct prova *w, const struct mondo *m, int t)
{
	enum tr_stato a = m->stato[t][MIT], b = m->stato[t][DEST];
	bool waits = a == TR_OFFERTA || a == TR_ACCETTATA;
	bool bound = b == TR_IMPEGNATA || b == TR_RICEVUTA;

	if (a >= TR_PERVENUTA || (b != TR_NESSUNO && b < TR_PERVENUTA))
		return "one end has a state of the other";
	if (waits && !((m->carico >> w->p->t[t].da) & 1))
		return "offered by whoever has it not";
	if (waits && other_offer(w, m, t, w->p->t[t].da))
		return "two offers wait";
	if (b != TR_NESSUNO && a == TR_NESSUNO)
		return "received and never sent";
	if ((a == TR_ACCETTATA || a == TR_RILASCIATA) && !bound)
		return "accepted, and the receiver is not bound";
	if ((b == TR_RICEVUTA && a != TR_RILASCIATA) ||
	    (b == TR_DECADUTA && a != TR_RITIRATA) ||
	    (a == TR_RIFIUTATA && b != TR_RESPINTA))
		return "the ends do not agree";
	return NULL;
}

static void
look(struct prova *w, const struct mondo *m)
{
	int t, between = 0;
	const char *wrong;

	for (t = 0; t < w->p->n; t++) {
		if ((wrong = wrong_pair(w, m, t)) != NULL)
			w->guasto = wrong;
		between += m->stato[t][MIT] == TR_RILASCIATA &&
		    m->stato[t][DEST] == TR_IMPEGNATA;
		w->visti |= 1u << m->stato[t][MIT] | 1u << m->stato[t][DEST];
	}
	if (owners(m) > 1)
		w->guasto = "two owners";
	if (owners(m) + between != 1)
		w->guasto = "no owner, and no rilascio is on its way";
}

/* Each repeats what it said last and all is delivered, until nothing flies. */
static bool
settle(struct prova *w, struct mondo *m)
{
	int t, k, end, left = 64;
	bool flies = true;

	for (t = 0; t < w->p->n; t++)
		for (end = MIT; end <= DEST; end++)
			happens(w, m, t, end, TR_RIPETI);
	while (flies && left-- > 0) {
		flies = false;
		for (t = 0; t < w->p->n; t++)
			for (k = TR_M_OFFERTA; k < TR_MESSAGGI; k++) {
				if (!((m->volo[t] >> k) & 1))
					continue;
				m->volo[t] &= (uint8_t)~(1 << k);
				happens(w, m, t, goes_to_dest(k) ? DEST : MIT,
				    TR_E_OFFERTA + (k - TR_M_OFFERTA));
				flies = true;
			}
	}
	return !flies;
}

/* With a fair carrier, and nobody deciding anything more, all ends well. */
static void
look_ahead(struct prova *w, struct mondo m)
{
	int t;

	w->tace = true;
	if (!settle(w, &m))
		w->guasto = "messages without end";
	w->tace = false;
	if (w->guasto != NULL)
		return;
	if (owners(&m) != 1)
		w->guasto = "it stays without an owner";
	for (t = 0; t < w->p->n; t++) {
		enum tr_stato a = m.stato[t][MIT], b = m.stato[t][DEST];

		if ((is_over(a) && !is_over(b) && b != TR_NESSUNO) ||
		    (is_over(b) && !is_over(a)))
			w->guasto = "one end never learns that it is over";
		if ((a == TR_RILASCIATA) != (b == TR_RICEVUTA))
			w->guasto = "they end without agreeing";
	}
}

/* ---- all of them ---- */

static uint64_t
pack(const struct prova *w, const struct mondo *m)
{
	uint64_t x = 1;		/* never 0 */
	int t;

	for (t = 0; t < w->p->n; t++)
		x = x << 13 | (uint64_t)m->stato[t][MIT] << 9 |
		    (uint64_t)m->stato[t][DEST] << 5 | m->volo[t] >> 1;
	return x << 6 | (uint64_t)m->carico << 3 | m->giorno;
}

static struct mondo
unpack(const struct prova *w, uint64_t x)
{
	struct mondo m = { .giorno = x & 7, .carico = x >> 3 & 7 };
	int t;

	x >>= 6;
	for (t = w->p->n - 1; t >= 0; t--, x >>= 13) {
		m.stato[t][MIT] = x >> 9 & 15;
		m.stato[t][DEST] = x >> 5 & 15;
		m.volo[t] = (uint8_t)((x & 31) << 1);
	}
	return m;
}

static void grow(struct prova *w);

/* Notes a state; the first time it is looked at, and waits in the queue. */
static void
found(struct prova *w, const struct mondo *m)
{
	uint64_t x = pack(w, m);
	size_t i = x * 0x9e3779b97f4a7c15u >> 20 & (w->posti - 1);

	while (w->insieme[i] != 0 && w->insieme[i] != x)
		i = (i + 1) & (w->posti - 1);
	if (w->insieme[i] == x)
		return;
	w->insieme[i] = x;
	w->coda[w->n++] = x;
	look(w, m);
	if (w->guasto == NULL)
		look_ahead(w, *m);
	if (w->n * 2 > w->posti)
		grow(w);
}

static void
grow(struct prova *w)
{
	size_t i, j;

	w->posti = w->posti == 0 ? 4096 : w->posti * 4;
	free(w->insieme);
	w->insieme = calloc(w->posti, sizeof(*w->insieme));
	w->coda = realloc(w->coda, w->posti * sizeof(*w->coda));
	if (w->insieme == NULL || w->coda == NULL)
		abort();
	for (i = 0; i < w->n; i++) {
		j = w->coda[i] * 0x9e3779b97f4a7c15u >> 20 & (w->posti - 1);
		while (w->insieme[j] != 0)
			j = (j + 1) & (w->posti - 1);
		w->insieme[j] = w->coda[i];
	}
}

/*
 * An event at one end, with all its ends: what it answers is sent, or that side
 * crashed behind its COMMIT (before it nothing happened).  k: the message that
 * makes it happen, of which another copy may be left; TR_NIENTE: none does.
 */
static void
branch(struct prova *w, const struct mondo *m, int t, int end, enum tr_evento e,
    enum tr_messaggio k)
{
	uint8_t without = m->volo[t] & (uint8_t)~(1 << k), told;
	struct mondo next = *m;

	if (!happens(w, &next, t, end, e))
		return;
	told = next.volo[t];
	found(w, &next);
	next.volo[t] = m->volo[t];
	found(w, &next);
	if (k == TR_NIENTE)
		return;
	next.volo[t] = told & (uint8_t)~(1 << k);
	found(w, &next);
	next.volo[t] = without;
	found(w, &next);
}

/* A message of kind k is lost, or is delivered. */
static void
delivery(struct prova *w, const struct mondo *m, int t, enum tr_messaggio k)
{
	struct mondo next = *m;

	next.volo[t] &= (uint8_t)~(1 << k);
	found(w, &next);
	branch(w, m, t, goes_to_dest(k) ? DEST : MIT,
	    TR_E_OFFERTA + (k - TR_M_OFFERTA), k);
}

static void
successors(struct prova *w, const struct mondo *m)
{
	struct mondo next;
	int t, k, e, s;

	for (t = 0; t < w->p->n; t++) {
		for (k = TR_M_OFFERTA; k < TR_MESSAGGI; k++)
			if ((m->volo[t] >> k) & 1)
				delivery(w, m, t, k);
		for (e = TR_OFFRI; e < TR_E_OFFERTA; e++) {
			branch(w, m, t, MIT, e, TR_NIENTE);
			branch(w, m, t, DEST, e, TR_NIENTE);
		}
	}
	for (s = 0; s < w->p->lati; s++) {
		next = *m;
		next.giorno |= (uint8_t)(1 << s);
		found(w, &next);
	}
}

/* True: all that can happen was seen, and all held. */
static inline bool
explore(struct prova *w)
{
	struct mondo m = { .carico = 1 };
	size_t i;

	grow(w);
	found(w, &m);
	for (i = 0; i < w->n && w->guasto == NULL; i++) {
		m = unpack(w, w->coda[i]);
		successors(w, &m);
	}
	if (w->guasto == NULL && w->visti != (1u << TR_STATI) - 1)
		w->guasto = "a state is never come to";
	free(w->insieme);
	free(w->coda);
	return w->guasto == NULL;
}

#endif
