/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/cartella.h"

#include <string.h>

bool
cartella_scrivibile(const char *stato)
{
	return strcmp(stato, CARTELLA_CHIUSO) != 0;
}

void
cartella_riapri(struct arena *a, struct nodo *cover,
    const struct riapertura *r)
{
	struct nodo *end = nodo_child(cover, "chiusura"), *x, *aperta;

	aperta = nodo_child(cover, "aperta");
	nodo_remove(end);
	x = nodo_elem(a, cover, "riapertura");
	nodo_elem_text(a, x, "data", r->oggi);
	nodo_elem_text(a, x, "autore", r->autore);
	nodo_elem_text(a, x, "motivo", r->motivo);
	nodo_elem_text(a, x, "aperta", nodo_all_text(a, aperta));
	nodo_elem_text(a, x, "chiusa", nodo_value(a, end, "data"));
	nodo_elem_text(a, x, "motivo-chiusura", nodo_value(a, end, "motivo"));
	nodo_remove(aperta->primo);
	nodo_text(a, aperta, r->presa_in_carico);
}
