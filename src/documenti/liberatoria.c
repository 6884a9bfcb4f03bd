/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/liberatoria.h"

#include <string.h>

#include "documenti/regole.h"

void
liberatoria_check(struct rilievi *out, const struct nodo *lib,
    const char *oggi)
{
	const char *data = nodo_value(out->a, lib, "data");
	const char *scadenza = nodo_value(out->a, lib, "scadenza");

	regola_non_futura(out, lib, "data", oggi, "la data della firma");
	if (data != NULL && scadenza != NULL && strcmp(scadenza, data) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, lib, "scadenza"),
		    "scadenza", NULL, "la liberatoria scade il %s, prima della "
		    "firma (%s)", scadenza, data);
}

void
revoca_liberatoria_check(struct rilievi *out, const struct nodo *in,
    const struct nodo *lib, const char *oggi)
{
	const char *data = nodo_value(out->a, in, "data");
	const char *firma = nodo_value(out->a, lib, "data");

	regola_non_futura(out, in, "data", oggi, "la data della revoca");
	if (data != NULL && firma != NULL && strcmp(data, firma) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "data"),
		    "data-anteriore", NULL, "la liberatoria è stata firmata il "
		    "%s: non si revoca il %s", firma, data);
}
