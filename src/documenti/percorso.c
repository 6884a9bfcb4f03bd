/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/percorso.h"

#include <string.h>

#include "base/auto.h"

const char *
percorso_tipo(const char *percorso)
{
	static const struct {
		const char *capo, *coda, *tipo;
	} files[] = {
		{ "tipi/", ".xsd", "schema-di-tipo" },
		{ "tipi/", ".xsl", "foglio-di-tipo" },
		{ "tipi/", ".odt", "modello-di-tipo" },
		{ "modelli/", ".odt", "modello-di-carta" },
		{ "chiavi/", ".asc", "chiave-openpgp" },
		{ "chiavi/", ".pem", "certificato" },
		{ "fiducia/", ".pem", "certificati" },
		{ "enti/", ".asc", "chiave-di-ente" },
		{ "", ".asc", "firma-openpgp" },
		{ "", ".p7s", "firma-cades" },
		{ "", ".p7m", "firma-cades" },
	};
	size_t len = strlen(percorso), i;

	for (i = 0; i < NELEM(files); i++)
		if (len > 4 && strncmp(percorso, files[i].capo,
		    strlen(files[i].capo)) == 0 &&
		    strcmp(percorso + len - 4, files[i].coda) == 0)
			return files[i].tipo;
	return NULL;
}
