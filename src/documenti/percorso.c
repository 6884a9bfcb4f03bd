/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/percorso.h"

#include <string.h>

#include "base/auto.h"

const char *
percorso_tipo(const char *percorso)
{
	static const struct {
		const char *coda, *tipo;
	} of_a_type[] = {
		{ ".xsd", "schema-di-tipo" }, { ".xsl", "foglio-di-tipo" },
		{ ".odt", "modello-di-tipo" },
	};
	size_t len = strlen(percorso), i;

	for (i = 0; i < NELEM(of_a_type); i++)
		if (len > 4 && strncmp(percorso, "tipi/", 5) == 0 &&
		    strcmp(percorso + len - 4, of_a_type[i].coda) == 0)
			return of_a_type[i].tipo;
	if (len < 4 || strcmp(percorso + len - 4, ".asc") != 0)
		return NULL;
	return strncmp(percorso, "chiavi/", 7) == 0 ? "chiave-openpgp" :
	    "firma-openpgp";
}
