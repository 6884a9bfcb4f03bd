/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/corrispondente.h"

#include "documenti/numero.h"

char *
corrispondente_path(struct arena *a, int codice)
{
	return ordinale_path_grouped(a, "corrispondenti", codice, ".xml");
}

struct nodo *
corrispondente_make(struct arena *a, const struct nodo *in, int codice)
{
	static const char *const same[] = { "denominazione", "tipo",
	    "codice-ipa", "codice-aoo", "codice-fiscale", "indirizzo", "pec" };
	const char *attivo = nodo_value(a, in, "attivo");
	struct nodo *n = nodo_new(a, "corrispondente");
	size_t i;

	nodo_elem_printf(a, n, "codice", "%d", codice);
	for (i = 0; i < NELEM(same); i++)
		nodo_elem_text(a, n, same[i], nodo_value(a, in, same[i]));
	nodo_elem_text(a, n, "attivo", attivo != NULL ? attivo : "si");
	return n;
}

void
corrispondente_unisci(struct arena *a, struct nodo *doc, int con)
{
	struct nodo *old = nodo_child(doc, "unito-a");

	if (old != NULL)
		nodo_remove(old);
	if (con != 0)
		nodo_elem_printf(a, doc, "unito-a", "%d", con);
}
