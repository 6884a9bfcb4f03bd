/* SPDX-License-Identifier: EUPL-1.2 */
#include "servizio/lapidi.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "documenti/scarto.h"
#include "servizio/rilettura.h"

struct lapide {
	int64_t seq;
	const char *cartella, *percorso, *era;	/* era: the impronta it had */
	char impronta[IMPRONTA_LEN + 1];
	bool nominata;
};

struct lapidi {
	struct arena *a;
	struct lapide *list;
	int n, cap;
};

struct lapidi *
lapidi_new(struct arena *a)
{
	struct lapidi *l = arena_alloc(a, sizeof *l);

	l->a = a;
	return l;
}

void
lapidi_letta(struct lapidi *l, int64_t seq, const struct anello_documento *d,
    const struct buf *b)
{
	struct lapide *x;

	l->list = arena_more(l->a, l->list, l->n, &l->cap, sizeof *l->list);
	x = &l->list[l->n++];
	*x = (struct lapide){ .seq = seq,
	    .cartella = arena_strdup(l->a, d->cartella),
	    .percorso = arena_strdup(l->a, d->percorso),
	    .era = arena_strdup(l->a, d->impronta) };
	hash_hex(x->impronta, b->data, b->len);
}

static struct lapide *
find(struct lapidi *l, const char *cartella, const char *percorso, int64_t seq)
{
	int i;

	for (i = 0; i < l->n; i++)
		if (l->list[i].seq == seq &&
		    strcmp(l->list[i].cartella, cartella) == 0 &&
		    strcmp(l->list[i].percorso, percorso) == 0)
			return &l->list[i];
	return NULL;
}

/* One version of the espunzione and the lapide that was read there. */
static bool
agree(const struct lapide *x, const char *era, const char *lapide)
{
	return x != NULL && era != NULL && lapide != NULL && !x->nominata &&
	    strcmp(x->era, era) == 0 && strcmp(x->impronta, lapide) == 0;
}

static int
one(struct lapidi *l, struct arena *a, const char *cartella,
    const struct nodo *espunto)
{
	const char *percorso = nodo_value(a, espunto, "percorso");
	const struct nodo *v;
	struct lapide *x;
	const char *atto;

	for (v = nodo_child(espunto, "versione"); v != NULL;
	    v = nodo_next(v, "versione")) {
		atto = nodo_value(a, v, "atto");
		if (percorso == NULL || atto == NULL)
			return err_set(ERR_INVALID, "espunzione incompleta");
		x = find(l, cartella, percorso, strtoll(atto, NULL, 10));
		if (!agree(x, nodo_value(a, v, "impronta"),
		    nodo_value(a, v, "lapide")))
			return err_set(ERR_INVALID, "dice espunto %s "
			    "dell'atto %s, ma non c'è la sua lapide",
			    percorso, atto);
		x->nominata = true;
	}
	return 0;
}

int
lapidi_nominate(struct lapidi *l, struct arena *a, const char *cartella,
    const struct nodo *doc)
{
	const struct nodo *x;
	int r;

	if (strcmp(doc->nome, ESPUNZIONE) != 0 &&
	    strcmp(doc->nome, SCARTO) != 0)
		return 0;
	for (x = nodo_child(doc, "espunto"); x != NULL;
	    x = nodo_next(x, "espunto"))
		if ((r = one(l, a, cartella, x)) != 0)
			return r;
	return 0;
}

void
lapidi_sole(const struct lapidi *l, struct conto *c,
    const struct ascolto *ascolto)
{
	int i;

	for (i = 0; i < l->n; i++)
		if (!l->list[i].nominata)
			dico(c, ascolto, false, l->list[i].cartella, "%s "
			    "dell'atto %lld è una lapide, ma nessuna "
			    "espunzione la nomina", l->list[i].percorso,
			    (long long)l->list[i].seq);
}
