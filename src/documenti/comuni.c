/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/comuni.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "documenti/regole.h"

#define MAI "9999-12-31"

static const char *
begins(struct arena *a, const struct nodo *p)
{
	return nodo_value(a, p, "dal");
}

static const char *
ends(struct arena *a, const struct nodo *p)
{
	const char *al = nodo_value(a, p, "al");

	return al != NULL ? al : MAI;
}

static bool
same_kind(struct arena *a, const struct nodo *p, const struct nodo *q)
{
	return strcmp(nodo_value(a, p, "tipo"), nodo_value(a, q, "tipo")) == 0;
}

static const char *
day_after(struct arena *a, const char *giorno)
{
	char next[GIORNO_LEN + 1];

	clock_day_after(next, giorno);
	return arena_strdup(a, next);
}

/* The day before: the one after which that day comes. */
static const char *
day_before(struct arena *a, const char *giorno)
{
	int y = (int)strtol(giorno, NULL, 10);
	int m = (int)strtol(giorno + 5, NULL, 10);
	int d = (int)strtol(giorno + 8, NULL, 10) - 1;
	char *s;

	if (d == 0 && --m == 0) {
		m = 12;
		y--;
	}
	for (d = d == 0 ? 31 : d;; d--) {
		s = arena_printf(a, "%04d-%02d-%02d", y, m, d);
		if (clock_day_valid(s))
			return s;
	}
}

/* ---- the periods there will be ---- */

/* One of the document; NULL: no such number. */
static struct nodo *
numbered(const struct nodo *doc, const char *ordine)
{
	struct nodo *p = doc != NULL ? nodo_child(doc, "periodo") : NULL;
	long i, n = strtol(ordine, NULL, 10);

	for (i = 1; p != NULL && i < n; i++)
		p = nodo_next(p, "periodo");
	return p;
}

static struct nodo *
period_of(struct arena *a, const struct nodo *in)
{
	static const char *const fields[] = { "tipo", "comune", "codice",
	    "dal", "al", "fonte" };
	struct nodo *p = nodo_new(a, "periodo");
	size_t i;

	for (i = 0; i < NELEM(fields); i++)
		nodo_elem_text(a, p, fields[i], nodo_value(a, in, fields[i]));
	return p;
}

static int
order(struct arena *a, const struct nodo *p, const struct nodo *q)
{
	/* residenza, in-carico, onere */
	static const char kinds[] = "rio";
	int k = (int)(strchr(kinds, nodo_value(a, p, "tipo")[0]) -
	    strchr(kinds, nodo_value(a, q, "tipo")[0]));

	return k != 0 ? k : strcmp(begins(a, p), begins(a, q));
}

static void
insert(struct arena *a, struct nodo *doc, struct nodo *p)
{
	struct nodo *at = nodo_child(doc, "periodo");

	while (at != NULL && order(a, at, p) <= 0)
		at = nodo_next(at, "periodo");
	if (at != NULL)
		nodo_add_before(at, p);
	else
		nodo_add(doc, p);
}

/* An open period is over the day before the next begins. */
static void
close_open(struct arena *a, struct nodo *doc, const struct nodo *p)
{
	struct nodo *q, *fonte;

	for (q = nodo_child(doc, "periodo"); q; q = nodo_next(q, "periodo")) {
		if (!same_kind(a, q, p) || nodo_child(q, "al") != NULL ||
		    strcmp(begins(a, q), begins(a, p)) >= 0)
			continue;
		fonte = nodo_child(q, "fonte");
		nodo_remove(fonte);
		nodo_elem_text(a, q, "al", day_before(a, begins(a, p)));
		nodo_add(q, fonte);
	}
}

/* The document as it will be, and the new period in it. */
static struct nodo *
with_period(struct nodo **new, struct arena *a, const struct nodo *doc,
    const struct nodo *in)
{
	struct nodo *out = doc != NULL ? nodo_copy(a, doc) :
	    nodo_new(a, "comuni");
	const char *corregge = nodo_value(a, in, "corregge");
	struct nodo *was;

	*new = period_of(a, in);
	if (corregge != NULL && (was = numbered(out, corregge)) != NULL)
		nodo_remove(was);
	close_open(a, out, *new);
	insert(a, out, *new);
	return out;
}

struct nodo *
comuni_make(struct arena *a, const struct nodo *doc, const struct nodo *in)
{
	struct nodo *new;

	return with_period(&new, a, doc, in);
}

/* ---- rules ---- */

static void
check_next(struct rilievi *out, const struct nodo *in, const struct nodo *p,
    const struct nodo *q)
{
	const char *al = ends(out->a, p), *dal = begins(out->a, q);

	if (strcmp(dal, al) <= 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "dal"),
		    "periodi-sovrapposti", "art. 6(4) L. 328/2000",
		    "%s e %s si sovrappongono: il secondo comincia il %s e il "
		    "primo finisce il %s; per correggerne uno usa --corregge",
		    nodo_value(out->a, p, "comune"),
		    nodo_value(out->a, q, "comune"), dal,
		    strcmp(al, MAI) == 0 ? "mai" : al);
	else if (strcmp(dal, day_after(out->a, al)) != 0)
		rilievo_add(out, AVVISO, figlio_path(out->a, in, "dal"),
		    "periodo-scoperto", "art. 6(4) L. 328/2000",
		    "fra il %s e il %s non risulta nessun comune: se è così, "
		    "conferma con --conferma periodo-scoperto", al, dal);
}

void
comuni_check(struct rilievi *out, const struct nodo *doc,
    const struct nodo *in)
{
	const char *corregge = nodo_value(out->a, in, "corregge");
	const struct nodo *p, *q;
	struct nodo *new, *after;

	if (strcmp(ends(out->a, in), begins(out->a, in)) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "al"),
		    "periodo-rovescio", NULL, "il periodo finisce prima di "
		    "cominciare");
	if (corregge != NULL && numbered(doc, corregge) == NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "corregge"),
		    "periodo-ignoto", NULL, "il periodo %s non c'è: vedi con "
		    "«mostra --documento " COMUNI_PERCORSO "»", corregge);
	after = with_period(&new, out->a, doc, in);
	/* the days of the others were looked at when they came */
	for (p = nodo_child(after, "periodo"); p; p = q) {
		q = nodo_next(p, "periodo");
		if (q != NULL && same_kind(out->a, p, q) &&
		    (p == new || q == new))
			check_next(out, in, p, q);
	}
}
