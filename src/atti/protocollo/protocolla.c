/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/protocollo/protocolla.h"

#include "atti/protocollo/esterno.h"
#include "documenti/registrazione.h"

int
protocolla_numero(struct numero *out, struct op *op)
{
	struct numero n = { SERIE_PROTOCOLLO, clock_year(op->ora), 0 };
	int r;

	if ((r = esterno_pronto(op)) != 0 ||
	    (r = registro_numero(&n.progressivo, op->st->registro, n.serie,
	    n.anno)) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	*out = n;
	return 0;
}

void
protocolla(struct op *op, const struct numero *n, const struct nodo *campi)
{
	struct nodo *doc = registrazione_make(op->a, campi, n, op->ora_iso,
	    op->utente);
	struct nodo *esterno = esterno_prossimo(op);

	if (esterno != NULL)
		nodo_add(doc, esterno);
	op_deposita(op, numero_folder(op->a, n),
	    numero_path(op->a, "registrazioni", n->progressivo), doc);
}
