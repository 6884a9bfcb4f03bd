/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/ente/verifiche.h"

#include <string.h>

#include "base/file.h"
#include "xml/xml.h"

#define ESITO_MAX ((size_t)64 << 20)	/* bytes */

int
verifiche_esito(struct nodo **out, struct arena *a, const char *dir)
{
	AUTO_BUF b = { 0 };
	struct nodo *n;
	int r;

	if ((r = file_read(&b, arena_printf(a, "%s/" VERIFICHE_ESITO, dir),
	    ESITO_MAX)) != 0 ||
	    (r = xml_parse(&n, a, b.data, b.len, XML_OURS)) != 0)
		return r;
	if (strcmp(n->nome, "verifica") != 0)
		return err_set(ERR_INVALID, "%s non è il rapporto di una "
		    "verifica", VERIFICHE_ESITO);
	*out = n;
	return 0;
}
