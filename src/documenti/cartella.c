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

static void
add_some(struct arena *a, struct nodo *to, const struct nodo *from,
    const char *const *names)
{
	for (; *names != NULL; names++)
		nodo_elem_text(a, to, *names, nodo_value(a, from, *names));
}

struct nodo *
cartella_sagoma(struct arena *a, const struct nodo *cover)
{
	static const char *const head[] = { "stato", "tipo", "classifica",
	    "protocollo", "accesso", "ufficio", "responsabile", "aperta",
	    "aperto", NULL };
	static const char *const again[] = { "data", "aperta", "chiusa",
	    "motivo-chiusura", NULL };
	static const char *const end[] = { "data", "motivo", NULL };
	struct nodo *n = nodo_new(a, cover->nome);
	const struct nodo *x;

	nodo_set(a, n, "sagoma", "si");
	add_some(a, n, cover, head);
	for (x = nodo_child(cover, "riapertura"); x; x = nodo_next(x,
	    "riapertura"))
		add_some(a, nodo_elem(a, n, "riapertura"), x, again);
	if ((x = nodo_child(cover, "chiusura")) != NULL)
		add_some(a, nodo_elem(a, n, "chiusura"), x, end);
	return n;
}
