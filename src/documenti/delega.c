/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/delega.h"

#include "documenti/numero.h"

char *
delega_percorso(struct arena *a, int numero)
{
	return ordinale_path_grouped(a, "deleghe", numero, ".xml");
}

struct nodo *
delega_make(struct arena *a, const struct nodo *in, int numero,
    const char *delegante, const char *const *atti)
{
	static const char *const given[] = {
		"delegato", "dal", "al", "motivo", "provvedimento",
	};
	struct nodo *out = nodo_new(a, "delega");
	size_t i;

	nodo_elem_printf(a, out, "numero", "%d", numero);
	nodo_elem_text(a, out, "delegante", delegante);
	for (i = 0; i < NELEM(given); i++)
		nodo_elem_text(a, out, given[i], nodo_value(a, in, given[i]));
	for (; *atti != NULL; atti++)
		nodo_elem_text(a, out, "atto", *atti);
	return out;
}

void
delega_revoca(struct arena *a, struct nodo *delega, const char *utente,
    const char *ora, const char *motivo)
{
	struct nodo *n = nodo_elem(a, delega, "revoca");

	nodo_elem_text(a, n, "utente", utente);
	nodo_elem_text(a, n, "ora", ora);
	nodo_elem_text(a, n, "motivo", motivo);
}
