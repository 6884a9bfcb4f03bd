/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * etichetta.c - the label that is stuck on a document of paper: ente, number,
 * day and QR code, on a page of 100 x 50 mm.
 *
 * Refuses by "absent" what the user may not see.  Keeps: of a riservata that
 * is not in clear, not even the impronta.  Norm: DPR 445/2000 art. 55.
 */
#include "atti/protocollo/segno.h"
#include "atti/table.h"

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *reg;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vista_registrazione(&reg, op->a, op->st->registro,
	    &occhio, &n)) != 0)
		return r;
	op->vista = nodo_new(op->a, "etichetta");
	nodo_elem_text(op->a, op->vista, "riferimento",
	    op_campo(op, "riferimento"));
	return segno_etichetta(op, reg);
}

const struct atto atto_etichetta = {
	.nome = "etichetta",
	.sommario = "etichetta con la segnatura, per un documento di carta",
	.norma = "art. 55 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};
