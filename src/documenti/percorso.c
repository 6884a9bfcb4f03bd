/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/percorso.h"

#include <string.h>

const char *
percorso_tipo(const char *percorso)
{
	size_t len = strlen(percorso);

	if (len < 4 || strcmp(percorso + len - 4, ".asc") != 0)
		return NULL;
	return strncmp(percorso, "chiavi/", 7) == 0 ? "chiave-openpgp" :
	    "firma-openpgp";
}
