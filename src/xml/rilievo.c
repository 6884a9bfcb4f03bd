/* SPDX-License-Identifier: EUPL-1.2 */
#include "xml/rilievo.h"

#include <stdarg.h>
#include <string.h>

void
rilievo_add(struct rilievi *out, enum grado grado, const char *percorso,
    const char *codice, const char *norma, const char *fmt, ...)
{
	struct rilievo *r = arena_alloc(out->a, sizeof *r);
	va_list ap;

	r->grado = grado;
	r->percorso = arena_strdup(out->a, percorso);
	r->codice = arena_strdup(out->a, codice);
	r->norma = norma != NULL ? arena_strdup(out->a, norma) : NULL;
	va_start(ap, fmt);
	r->testo = arena_vprintf(out->a, fmt, ap);
	va_end(ap);
	if (out->ultimo != NULL)
		out->ultimo->succ = r;
	else
		out->primo = r;
	out->ultimo = r;
	if (grado == ERRORE)
		out->errori++;
	else
		out->avvisi++;
}

const struct rilievo *
rilievo_find(const struct rilievi *r, const char *codice)
{
	const struct rilievo *x;

	for (x = r->primo; x != NULL; x = x->succ)
		if (strcmp(x->codice, codice) == 0)
			return x;
	return NULL;
}

struct nodo *
rilievi_nodo(struct arena *a, const struct rilievi *r)
{
	struct nodo *root = nodo_new(a, "rilievi"), *n;
	const struct rilievo *x;

	for (x = r->primo; x != NULL; x = x->succ) {
		n = nodo_elem(a, root, "rilievo");
		nodo_set(a, n, "grado",
		    x->grado == ERRORE ? "errore" : "avviso");
		nodo_set(a, n, "codice", x->codice);
		nodo_set(a, n, "percorso", x->percorso);
		nodo_set(a, n, "norma", x->norma);
		nodo_text(a, n, x->testo);
	}
	return root;
}

void
rilievi_read(struct rilievi *out, const struct nodo *n)
{
	const struct nodo *x;
	const char *grado, *codice, *percorso;

	if (n->nome == NULL || strcmp(n->nome, "rilievi") != 0)
		return;
	for (x = nodo_child(n, "rilievo"); x; x = nodo_next(x, "rilievo")) {
		grado = nodo_attr(x, "grado");
		codice = nodo_attr(x, "codice");
		percorso = nodo_attr(x, "percorso");
		if (grado == NULL || codice == NULL)
			continue;
		/* anything but a plain avviso refuses */
		rilievo_add(out, strcmp(grado, "avviso") == 0 ? AVVISO : ERRORE,
		    percorso != NULL ? percorso : "", codice,
		    nodo_attr(x, "norma"), "%s", nodo_all_text(out->a, x));
	}
}
