/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modulo_valori.c - from a tree back to what a form of it would have sent: a
 * document that is written again, a draft that is taken up.
 */
#include <string.h>

#include "web/modulo_campi.h"

struct reading {
	struct arena *a;
	const struct campo *campi;
	struct coppia *list;
	int n, max;
};

static const struct campo *
field(const struct reading *g, const char *percorso)
{
	const struct campo *c;

	for (c = g->campi; c->percorso != NULL; c++)
		if (strcmp(c->percorso, percorso) == 0)
			return c;
	return NULL;
}

static void
pair(struct reading *g, const char *nome, const char *valore)
{
	g->list = arena_more(g->a, g->list, g->n, &g->max, sizeof *g->list);
	g->list[g->n++] = (struct coppia){ nome, valore };
}

static const char *
below(struct reading *g, const char *prefix, const char *mark,
    const char *nome)
{
	return prefix[0] == '\0' ? arena_printf(g->a, "%s%s", mark, nome) :
	    arena_printf(g->a, "%s.%s%s", prefix, mark, nome);
}

static void
attributes(struct reading *g, const struct nodo *n, const char *prefix)
{
	const struct attr *at;
	const char *path;

	for (at = n->attr; at != NULL; at = at->succ) {
		path = below(g, prefix, "@", at->nome);
		if (field(g, path) != NULL)
			pair(g, path, at->valore);
	}
}

/* What the atto has no field for is the document's own business. */
static void
children(struct reading *g, const struct nodo *n, const char *prefix)
{
	const struct campo *f;
	const struct nodo *c;
	const char *path;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		path = below(g, prefix, "", c->nome);
		if ((f = field(g, path)) == NULL)
			continue;
		if (strcmp(f->tipo, "prosa") == 0) {
			pair(g, path, prosa_text(g->a, c));
		} else if (strcmp(f->tipo, "gruppo") == 0) {
			if (f->ripetuto)	/* the next one begins */
				pair(g, path, "1");
			attributes(g, c, path);
			children(g, c, path);
		} else {
			pair(g, path, nodo_all_text(g->a, c));
			attributes(g, c, path);
		}
	}
}

int
modulo_da_albero(struct coppia **campi, int *n, struct arena *a,
    const char *atto, const struct nodo *albero)
{
	struct reading g = { .a = a };
	int r, i;

	if ((r = campi_load(&g.campi, arena_printf(a, "atti/%s", atto),
	    atto)) != 0)
		return r;
	for (i = 0; i < *n; i++)
		pair(&g, (*campi)[i].nome, (*campi)[i].valore);
	children(&g, albero, "");
	*campi = g.list;
	*n = g.n;
	return 0;
}
