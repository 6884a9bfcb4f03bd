/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * deleghe.c - who acts in whose name, for which atti, until when.
 *
 * Keeps: everybody sees those he gave or received; all, who answers for them.
 * Norm: D.lgs. 165/2001 art. 17 c. 1-bis.
 */
#include "registro/deleghe.h"

#include <string.h>

#include "atti/table.h"

static int
applica(struct op *op)
{
	const char *utente = op_campo(op, "utente");
	const char *finite = op_campo(op, "finite");
	struct occhio occhio = op_occhio(op);

	op->letto = utente != NULL ? utente : "deleghe";
	op->vista = nodo_new(op->a, "deleghe");
	return registro_deleghe_viste(op->vista, op->a, op->st->registro,
	    &occhio, utente, finite != NULL && strcmp(finite, "si") == 0);
}

const struct atto atto_deleghe = {
	.nome = "deleghe",
	.sommario = "chi agisce per conto di chi, per quali atti, fino a quando",
	.norma = "art. 17 c. 1-bis D.lgs. 165/2001",
	.flags = LETTURA,
	.applica = applica,
};
