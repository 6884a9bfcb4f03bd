/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * uffici.c - the offices of the body and who works there: to whom a thing can
 * be sent.
 *
 * Refuses: who has no role within the body.  Says nothing of what anybody may
 * do: that is for «permessi».  Norm: L. 241/1990 artt. 4 and 5; DPR 445/2000
 * art. 50.
 */
#include "atti/table.h"
#include "registro/smistamento.h"

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);

	return registro_uffici(&op->vista, op->a, op->st->registro, &occhio);
}

const struct atto atto_uffici = {
	.nome = "uffici",
	.sommario = "gli uffici dell'ente e chi vi lavora",
	.norma = "artt. 4 e 5 L. 241/1990; art. 50 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};
