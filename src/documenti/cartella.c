/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/cartella.h"

#include <assert.h>
#include <string.h>

bool
cartella_scrivibile(const char *stato)
{
	return strcmp(stato, "chiuso") != 0;
}

bool
cartella_chiudibile(const char *stato)
{
	return strcmp(stato, "in-carico") == 0 ||
	    strcmp(stato, "in-erogazione") == 0;
}

void
copertina_stato(struct arena *a, struct nodo *copertina, const char *stato)
{
	struct nodo *was = nodo_child(copertina, "stato");
	struct nodo *n = nodo_new(a, "stato");

	assert(was != NULL);
	nodo_text(a, n, stato);
	nodo_add_before(was, n);
	nodo_remove(was);
}
