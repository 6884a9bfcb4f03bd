/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/sottoscrizione.h"

#include <string.h>

#include "documenti/regole.h"

bool
sottoscrizione_firmata(struct arena *a, const struct nodo *in)
{
	const char *esito = nodo_value(a, in, "esito");

	return esito != NULL && strcmp(esito, "sottoscritto") == 0;
}

void
sottoscrizione_check(struct rilievi *out, const struct nodo *in,
    const char *oggi)
{
	bool signed_ = sottoscrizione_firmata(out->a, in);

	regola_non_futura(out, in, "data", oggi, "la data della firma");
	if (signed_ && nodo_child(in, "protocollo") == NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "protocollo"),
		    "manca-protocollo", NULL, "il foglio firmato si registra "
		    "con «registra», e qui se ne scrive il numero con "
		    "--protocollo");
	if (!signed_ && nodo_child(in, "motivo") == NULL)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "motivo"),
		    "manca-motivo", NULL, "di chi non ha voluto firmare si "
		    "scrive perché: --motivo");
}
