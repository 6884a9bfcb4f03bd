/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/secretazione.h"

bool
secretazione_vale(const struct nodo *doc)
{
	return nodo_child(doc, "cessazione") == NULL;
}

struct nodo *
secretazione_di_altri(struct arena *a, const struct nodo *theirs,
    const struct secretazione_venuta *v)
{
	struct nodo *n = nodo_new(a, "secretazione");

	nodo_elem_text(a, n, "motivo", nodo_value(a, theirs, "motivo"));
	nodo_elem_text(a, n, "provvedimento",
	    nodo_value(a, theirs, "provvedimento"));
	nodo_elem_printf(a, n, "nota", "venuta secretata da %s, che l'aveva "
	    "secretata il %s", v->da, nodo_value(a, theirs, "data"));
	nodo_elem_text(a, n, "autore", v->utente);
	nodo_elem_text(a, n, "data", v->oggi);
	return n;
}
