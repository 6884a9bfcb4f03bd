/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * giorni.c - the registers of the days against what they speak of.  Their
 * bytes have been held against the chain with all other documents, and their
 * signatures with all others: here is what only a day says, above all that no
 * row of the read log was taken away.  Norm: linee guida AgID §3.1.6.
 */
#include "servizio/giorni.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "registro/giorni.h"
#include "servizio/rilettura.h"

struct controllo {
	struct arena *a;
	struct store *st;
	struct conto *conto;
	const struct ascolto *l;
	struct letture *log;		/* NULL: it does not open */
	const char *luogo;		/* "giorno 2026-11-20" */
	bool primo;			/* from the first day on */
};

static void
wrong(struct controllo *c, const char *che)
{
	dico(c->conto, c->l, false, c->luogo, "%s", che);
}

/* ---- one day ---- */

/* The day begins where the one before ends, in time, chain and read log. */
static void
check_follows(struct controllo *c, const struct giornaliero *g,
    const struct giornaliero *before)
{
	char expected[GIORNO_LEN + 1];

	if (clock_day_valid(before->data)) {
		clock_day_after(expected, before->data);
		if (strcmp(expected, g->data) != 0)
			dico(c->conto, c->l, false, c->luogo,
			    "manca il registro del %s", expected);
	}
	if (strcmp(g->precedente, before->impronta) != 0)
		wrong(c, "non segue il registro del giorno prima");
	if (g->ultimo < before->ultimo ||
	    (g->primo != 0 && g->primo != before->ultimo + 1))
		wrong(c, "i suoi atti non cominciano dove finiscono quelli del "
		    "giorno prima");
	if (g->lettura_ultima - before->lettura_ultima != g->letture)
		wrong(c, "le sue letture non cominciano dove finiscono quelle "
		    "del giorno prima");
}

/* The first of all. */
static int
check_first(struct controllo *c, const struct giornaliero *g)
{
	const char *day;
	int r;

	if ((r = registro_primo_giorno(&day, c->a, c->st->registro)) != 0)
		return r;
	if (strcmp(day, g->data) != 0)
		dico(c->conto, c->l, false, c->luogo, "è il primo, ma il "
		    "primo atto è del %s", day);
	if (strcmp(g->precedente, ANELLO_GENESI) != 0)
		wrong(c, "è il primo e ne nomina uno prima");
	if (g->primo != 1 || g->lettura_ultima != g->letture)
		wrong(c, "è il primo e non comincia dal primo atto");
	return 0;
}

/* An act dated this day that stands behind the last one of the next day is told
 * of the next, or of a later one: the last day looks at all that follow it.  So
 * a link is looked at for two days, and not for all of them. */
static int
check_links(struct controllo *c, const struct giornaliero *g,
    const struct giornaliero *after)
{
	const char *impronta;
	int64_t seq;
	int r, n = 0;

	/* the link itself: none dated far ahead stands between */
	r = registro_fine_giorno(&seq, &impronta, c->a, c->st->registro,
	    g->ultimo - 1, after != NULL ? after->ultimo : INT64_MAX,
	    g->data);
	if (r == ERR_ABSENT) {
		err_clear();
		wrong(c, "la catena non ha il suo ultimo atto");
		return 0;
	}
	if (r != 0)
		return r;
	if (seq != g->ultimo)
		wrong(c, "la catena ha altri atti di quel giorno");
	else if (strcmp(impronta, g->anello) != 0)
		wrong(c, "il suo ultimo atto ha un'altra impronta");
	if (g->primo != 0 && (r = registro_quante(&n, c->st->registro,
	    g->primo, g->ultimo)) != 0)
		return r;
	if (n != g->registrazioni)
		dico(c->conto, c->l, false, c->luogo, "ha %d registrazioni, "
		    "ma quel giorno sono %d", g->registrazioni, n);
	return 0;
}

static void
check_reads(struct controllo *c, const struct giornaliero *g)
{
	char impronta[IMPRONTA_LEN + 1];
	int r;

	if (c->log == NULL || g->letture == 0)
		return;
	r = letture_impronta(impronta, c->log, g->lettura_ultima);
	if (r == ERR_ABSENT)
		dico(c->conto, c->l, false, c->luogo, "mancano righe del "
		    "registro delle letture: la n. %lld non c'è",
		    (long long)g->lettura_ultima);
	else if (r != 0)
		wrong(c, err_msg());
	else if (strcmp(impronta, g->lettura_impronta) != 0)
		dico(c->conto, c->l, false, c->luogo, "il registro delle "
		    "letture è un altro: la riga n. %lld non ha l'impronta "
		    "di allora", (long long)g->lettura_ultima);
	err_clear();
}

static int
check_seal(struct controllo *c, const struct giornaliero *g)
{
	struct chiusura x;
	int r;

	if (!g->chiuso)
		return 0;
	if ((r = registro_chiusura(&x, c->a, c->st->registro, g->data)) != 0)
		return r;
	if (strcmp(x.giornaliero, g->impronta) != 0)
		wrong(c, "la chiusura è di un altro registro");
	return 0;
}

/* ---- all of them ---- */

static int
check_day(struct controllo *c, const struct giornaliero *g,
    const struct giornaliero *before, const struct giornaliero *after)
{
	int r;

	c->luogo = arena_printf(c->a, "giorno %s", g->data);
	if (before != NULL)
		check_follows(c, g, before);
	else if (c->primo && (r = check_first(c, g)) != 0)
		return r;
	if ((r = check_links(c, g, after)) != 0)
		return r;
	check_reads(c, g);
	return check_seal(c, g);
}

/* Up to the day before that of the last act. */
static int
check_last(struct controllo *c, const struct giornaliero *list, int n)
{
	char next[GIORNO_LEN + 1];
	const char *last, *first;
	int r;

	r = registro_ultimo_ordinario(&last, c->a, c->st->registro);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0 || (r = registro_primo_giorno(&first, c->a,
	    c->st->registro)) != 0)
		return r;
	next[0] = '\0';
	if (n == 0)
		snprintf(next, sizeof next, "%s", first);
	else if (clock_day_valid(list[n - 1].data))
		clock_day_after(next, list[n - 1].data);
	if (next[0] != '\0' && strcmp(next, last) < 0)
		dico(c->conto, c->l, false, arena_printf(c->a, "giorno %s",
		    next), "manca il registro del giorno, e di quelli fino al "
		    "%s", last);
	return 0;
}

static void
tell_open(struct controllo *c, const struct giornaliero *list, int n)
{
	int i, open = 0;

	for (i = n; i > 0 && !list[i - 1].chiuso; i--)
		open++;
	if (open > 0)
		dico(c->conto, c->l, true, "giorni", "%d da chiudere, dal %s "
		    "al %s: li chiude «chiudi-giorno»", open,
		    list[n - open].data, list[n - 1].data);
}

int
verifica_giorni(struct conto *conto, struct store *st, const char *dal,
    const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	struct controllo c = { .a = a, .st = st, .conto = conto, .l = l,
	    .primo = dal[0] == '\0' };
	struct giornaliero *list;
	int r, n, i;

	if (st->kit)
		return 0;
	/* that it does not open is told by who checks it */
	if (store_letture(&c.log, st) != 0)
		c.log = NULL;
	err_clear();
	if ((r = registro_giornalieri(&list, &n, a, st->registro, dal,
	    "9999")) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = check_day(&c, &list[i],
		    i > 0 ? &list[i - 1] : NULL,
		    i + 1 < n ? &list[i + 1] : NULL)) != 0)
			return r;
	tell_open(&c, list, n);
	return check_last(&c, list, n);
}
