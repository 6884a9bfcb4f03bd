/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/stato_di_famiglia.h"

#include <string.h>

#include "documenti/regole.h"

void
stato_di_famiglia_check(struct rilievi *out, const struct nodo *fam,
    const char *oggi)
{
	const char *data = nodo_value(out->a, fam, "data"), *nascita;
	const struct nodo *c;

	regola_non_futura(out, fam, "data", oggi,
	    "la data dello stato di famiglia");
	for (c = nodo_child(fam, "componente"); c != NULL;
	    c = nodo_next(c, "componente")) {
		nascita = nodo_value(out->a, c, "nascita");
		if (nascita != NULL && data != NULL &&
		    strcmp(nascita, data) > 0)
			rilievo_add(out, ERRORE,
			    figlio_path(out->a, c, "nascita"),
			    "nascita-posteriore", NULL, "un componente nato il "
			    "%s non può essere nello stato di famiglia del %s",
			    nascita, data);
	}
}
