/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sblocca_scarto.c - a hold is over: the massimario decides again.
 *
 * Refuses: a hold that is not there, or over already.  Keeps: the hold, with
 * who ended it and why.  Norm: DPR 445/2000 art. 68.
 */
#include "atti/archivio/bloccare.h"
#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"

static int
esamina(struct op *op)
{
	struct bloccato b;

	return blocco_find(&b, op);
}

static int
applica(struct op *op)
{
	struct bloccato b;
	struct luogo l;
	int r;

	if ((r = blocco_find(&b, op)) != 0)
		return r;
	op->fatto = numero_text(op->a, &b.c.n);
	l = (struct luogo){ b.folder, b.percorso };
	return misura_togli(op, &l, op_oggi(op));
}

const struct atto atto_sblocca_scarto = {
	.nome = "sblocca-scarto",
	.sommario = "toglie un blocco allo scarto",
	.norma = "art. 68 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};
