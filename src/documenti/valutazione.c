/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/valutazione.h"

#include <string.h>

bool
valutazione_presupposti(struct arena *a, const struct nodo *in)
{
	return strcmp(nodo_value(a, in, "presupposti"), "si") == 0;
}

struct nodo *
valutazione_make(struct arena *a, const struct nodo *in, const char *data,
    const char *autore)
{
	static const char *const prose[] = { "bisogno", "motivazione" };
	struct nodo *out = nodo_new(a, "valutazione");
	const struct nodo *x;
	size_t i;

	nodo_elem_text(a, out, "data", data);
	nodo_elem_text(a, out, "autore", autore);
	nodo_elem_text(a, out, "presupposti",
	    nodo_value(a, in, "presupposti"));
	for (i = 0; i < NELEM(prose); i++)
		if ((x = nodo_child(in, prose[i])) != NULL)
			nodo_add(out, nodo_copy(a, x));
	return out;
}
