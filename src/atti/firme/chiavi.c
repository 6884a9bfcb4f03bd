/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiavi.c - with which keys people and the office sign, until when, which
 * were revoked and why.
 *
 * Keeps: everybody sees his own and the seal; all, who answers for them.
 * Norm: CAD art. 20.
 */
#include "registro/chiavi.h"

#include "atti/table.h"

static int
applica(struct op *op)
{
	const char *utente = op_campo(op, "utente");
	struct occhio occhio = op_occhio(op);

	op->letto = utente != NULL ? utente : "chiavi";
	op->vista = nodo_new(op->a, "chiavi");
	return registro_chiavi_viste(op->vista, op->a, op->st->registro,
	    &occhio, utente, op_campo(op, "entro"));
}

const struct atto atto_chiavi = {
	.nome = "chiavi",
	.sommario = "con quali chiavi si firma, e fino a quando",
	.norma = "art. 20 CAD",
	.flags = LETTURA,
	.applica = applica,
};
