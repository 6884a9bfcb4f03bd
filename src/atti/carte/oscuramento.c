/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * oscuramento.c - the policy of redaction in force: what of which documents is
 * given to whom.  Norm: GDPR art. 13 (who receives the data).
 */
#include "documenti/oscuramento.h"

#include <string.h>

#include "atti/table.h"

static int
applica(struct op *op)
{
	const char *per = op_campo(op, "per");
	struct nodo *doc, *d, *next;
	int r;

	if ((r = store_documento(&doc, op->a, op->st, "ente",
	    OSCURAMENTO_PERCORSO)) != 0)
		return r;
	if (per != NULL && oscuramento_destinazione(doc, per) == NULL)
		return err_set(ERR_ABSENT, "la politica non conosce «%s»: ci "
		    "sono %s", per, oscuramento_nomi(op->a, doc));
	for (d = nodo_child(doc, "destinazione"); d != NULL; d = next) {
		next = nodo_next(d, "destinazione");
		if (per != NULL && strcmp(nodo_attr(d, "nome"), per) != 0)
			nodo_remove(d);
	}
	op->vista = doc;
	op->letto = "oscuramento";
	return 0;
}

const struct atto atto_oscuramento = {
	.nome = "oscuramento",
	.sommario = "la politica di oscuramento: che cosa si dà a chi",
	.norma = "art. 13 GDPR",
	.flags = LETTURA,
	.applica = applica,
};
