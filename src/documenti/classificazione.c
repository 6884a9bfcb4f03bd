/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/classificazione.h"

struct nodo *
classificazione_make(struct arena *a, const struct nodo *in, int ordine,
    const char *da, const char *titolario, const char *ora,
    const char *operatore)
{
	struct nodo *out = nodo_new(a, "classificazione");

	nodo_elem_text(a, out, "protocollo", nodo_value(a, in, "protocollo"));
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	nodo_elem_text(a, out, "da", da);
	nodo_elem_text(a, out, "a", nodo_value(a, in, "classifica"));
	nodo_elem_text(a, out, "titolario", titolario);
	nodo_elem_text(a, out, "motivo", nodo_value(a, in, "motivo"));
	nodo_elem_text(a, out, "operatore", operatore);
	nodo_elem_text(a, out, "ora", ora);
	return out;
}
