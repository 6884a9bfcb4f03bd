/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/avvio_ufficio.h"

#include "documenti/regole.h"

void
avvio_ufficio_check(struct rilievi *out, const struct nodo *in,
    const char *oggi)
{
	regola_non_futura(out, in, "data", oggi, "la data dell'avvio");
	regola_prosa(out, in, "motivi", "l'ufficio che agisce da sé dice "
	    "perché");
}
