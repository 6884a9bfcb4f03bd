/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * termini_elenco.c - the list of terms, as they stand now or as they stood at
 * the end of a day.
 *
 * Keeps: of a past day only what was known then is counted, so that the same
 * day always gives the same list; permission is that of who asks.
 */
#include "registro/termini.h"

#include <stdlib.h>
#include <string.h>

#include "registro/query.h"

struct riga {
	struct termine t;
	const char *base, *inizio, *scade;
	struct lettura_termine l;
};

struct righe {
	struct riga *v;
	int n, cap;
};

static void
add(struct righe *l, struct arena *a, const struct termine *t)
{
	l->v = arena_more(a, l->v, l->n, &l->cap, sizeof *l->v);
	l->v[l->n++] = (struct riga){ .t = *t };
}

/* The last act of that day; 0: there was none yet. */
static int
last_act(int64_t *seq, struct registro *r, const char *al)
{
	AUTO_STMT s = NULL;
	int e;

	*seq = INT64_MAX;
	if (al == NULL)
		return 0;
	if ((e = db_query(&s, r->db, Q_FINE_GIORNO, "isi", (int64_t)0,
	    al, INT64_MAX)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	*seq = e == 1 ? stmt_int(s, 0) : 0;
	return 0;
}

static int
load(struct righe *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct scelta_termini *c, int64_t seq)
{
	AUTO_STMT s = NULL;
	struct termine t;
	int e;

	e = c->cartella != NULL ? db_query(&s, r->db,
	    Q_TERMINI_DELLA_CARTELLA, "ssidd", o->utente, o->atto, seq,
	    c->cartella->anno, c->cartella->progressivo) :
	    db_query(&s, r->db, Q_TERMINI_VISTI, "ssi", o->utente, o->atto,
	    seq);
	if (e != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		termine_riga(&t, a, s);
		t.aperto = t.aperto || stmt_int(s, 10) > seq;
		add(out, a, &t);
	}
	return e;
}

static int
how_late(const char **out, struct arena *a, const char *quando,
    const char *scade)
{
	char day[DATA_LEN + 1];
	int64_t t, end;
	int e, days;

	if (scade == NULL || strncmp(quando, scade, DATA_LEN) < 0)
		return 0;
	if (strncmp(quando, scade, DATA_LEN) > 0) {
		memcpy(day, scade, DATA_LEN);
		day[DATA_LEN] = '\0';
		days = calendario_fra(day, quando);
		*out = arena_printf(a, ", %d %s dopo la scadenza", days,
		    days == 1 ? "giorno" : "giorni");
		return 0;
	}
	if (quando[DATA_LEN] != 'T' || scade[DATA_LEN] != 'T')
		return 0;
	if ((e = clock_parse(&t, quando)) != 0 ||
	    (e = clock_parse(&end, scade)) != 0)
		return e;
	if (t > end)
		*out = ", oltre l'ora";
	return 0;
}

/* " (relazioni/0001.xml)", to whom may read it. */
static int
answered_by(const char **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *cartella,
    const char *percorso)
{
	int e = registro_vede_documento(r, o, cartella, percorso);

	*out = e == 0 ? arena_printf(a, " (%s)", percorso) : "";
	if (e != ERR_ABSENT)
		return e;
	err_clear();
	return 0;
}

/* "risposto il 20/11/2026, 3 giorni dopo la scadenza" */
static int
tell_answer(struct riga *x, struct arena *a, struct registro *r,
    const struct occhio *o, int64_t seq)
{
	const char *q, *by, *late = "";
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TERMINE_RISPOSTA_AL, "dddi",
	    x->t.cartella.anno, x->t.cartella.progressivo, x->t.ordine,
	    seq)) != 0 || (e = stmt_step(s)) <= 0)
		return e;
	q = stmt_text(s, 0);
	if ((e = how_late(&late, a, q, x->scade)) != 0 ||
	    (e = answered_by(&by, a, r, o, &x->t.cartella,
	    stmt_text(s, 1))) != 0)
		return e;
	x->l.parole = arena_printf(a, "risposto il %.2s/%.2s/%.4s%s%s", q + 8,
	    q + 5, q, late, by);
	return 0;
}

static int
count(struct riga *x, struct arena *a, struct registro *r,
    const struct occhio *o, int64_t seq, int64_t adesso)
{
	struct conto c;
	int e;

	if ((e = registro_termine_conto(&c, a, r, &x->t, seq)) != 0)
		return e;
	x->inizio = c.inizio;
	x->base = c.regola->base;
	x->scade = scadenza(a, &c);
	scadenza_leggi(&x->l, a, &c, x->scade, adesso);
	return x->t.aperto ? 0 : tell_answer(x, a, r, o, seq);
}

/* Open ones first, soonest end first; then by number. */
static int
by_end(const void *p, const void *q)
{
	const struct riga *x = p, *y = q;
	int d;

	if (x->t.aperto != y->t.aperto)
		return x->t.aperto ? -1 : 1;
	if ((x->l.stato == SOSPESO) != (y->l.stato == SOSPESO))
		return x->l.stato == SOSPESO ? 1 : -1;
	if ((x->scade == NULL) != (y->scade == NULL))
		return x->scade == NULL ? 1 : -1;
	if (x->scade != NULL && (d = strcmp(x->scade, y->scade)) != 0)
		return d;
	if (x->t.cartella.anno != y->t.cartella.anno)
		return x->t.cartella.anno < y->t.cartella.anno ? -1 : 1;
	if (x->t.cartella.progressivo != y->t.cartella.progressivo)
		return x->t.cartella.progressivo < y->t.cartella.progressivo ?
		    -1 : 1;
	return x->t.ordine < y->t.ordine ? -1 : x->t.ordine > y->t.ordine;
}

static void
show(struct nodo *out, struct arena *a, const struct riga *x)
{
	static const char *const stati[] = { "scaduto", "oggi", "corre",
	    "sospeso" };
	struct nodo *n = nodo_elem(a, out, "termine");

	nodo_set(a, n, "cartella", numero_text(a, &x->t.cartella));
	nodo_set(a, n, "ordine", arena_printf(a, "%d", x->t.ordine));
	nodo_set(a, n, "chiave", x->t.chiave);
	nodo_set(a, n, "nome", x->t.nome);
	nodo_set(a, n, "base", x->base);
	nodo_set(a, n, "inizio", x->inizio);
	nodo_set(a, n, "scade", x->scade);
	nodo_set(a, n, "stato", x->t.aperto ? stati[x->l.stato] : "risposto");
	if (x->t.aperto && x->l.stato != SOSPESO)
		nodo_set(a, n, "giorni", arena_printf(a, "%d", x->l.giorni));
	nodo_set(a, n, "origine", x->t.percorso);
	nodo_text(a, n, x->l.parole);
}

static bool
wanted(const struct riga *x, int entro)
{
	return entro < 0 || (x->t.aperto && x->l.stato != SOSPESO &&
	    x->l.giorni <= entro);
}

int
registro_termini(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct scelta_termini *c)
{
	struct righe l = { .n = 0 };
	struct nodo *v;
	int64_t seq;
	int e, i;

	if ((e = last_act(&seq, r, c->al)) != 0 ||
	    (e = load(&l, a, r, o, c, seq)) != 0)
		return e;
	for (i = 0; i < l.n; i++)
		if ((e = count(&l.v[i], a, r, o, seq, c->adesso)) != 0)
			return e;
	if (l.n > 0)
		qsort(l.v, (size_t)l.n, sizeof *l.v, by_end);
	v = nodo_new(a, "termini");
	nodo_set(a, v, "al", c->al);
	for (i = 0; i < l.n; i++)
		if (wanted(&l.v[i], c->entro))
			show(v, a, &l.v[i]);
	*out = v;
	return 0;
}
