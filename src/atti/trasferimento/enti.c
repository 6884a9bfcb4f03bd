/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * enti.c - the other bodies whose seal was enrolled, and by which road its
 * fingerprint was had; or one, with the keys it had before.
 *
 * Norm: CAD art. 47.
 */
#include "atti/table.h"
#include "registro/trasferimenti.h"

static int
applica(struct op *op)
{
	const char *codice = op_campo(op, "codice-ipa");

	op->letto = codice != NULL ? codice : "enti";
	op->vista = nodo_new(op->a, "enti");
	return registro_altri_enti(op->vista, op->a, op->st->registro, codice);
}

const struct atto atto_enti = {
	.nome = "enti",
	.sommario = "gli altri enti al cui sigillo si crede",
	.norma = "art. 47 CAD",
	.flags = LETTURA,
	.applica = applica,
};
