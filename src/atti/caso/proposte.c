/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/caso/proposte.h"

#include <string.h>

#include "documenti/proposta.h"

int
proposte_in_attesa(struct nodo **out, struct op *op, const struct caso *caso)
{
	const char *path = op_campo(op, "proposta");
	struct attuale at;
	int r;

	*out = NULL;
	r = registro_attuale(&at, op->a, op->st->registro, caso->folder,
	    path);
	if (r == ERR_ABSENT || (r == 0 && strcmp(at.tipo, "proposta") != 0)) {
		op_errore(op, "proposta", "non-proposta", NULL,
		    "%s non è una proposta di questa cartella", path);
		return 0;
	}
	if (r != 0 || (r = store_documento(out, op->a, op->st, caso->folder,
	    path)) != 0)
		return r;
	if (!proposta_in_attesa(op->a, *out))
		op_errore(op, "proposta", "gia-risposta", NULL,
		    "la proposta è già «%s»", nodo_value(op->a, *out,
		    "stato"));
	return 0;
}
