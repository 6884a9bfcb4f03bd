/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * annulla_inoltro.c - annul an uscita that has left: the exception, of the
 * responsible alone, who then tells whoever received it.
 *
 * Refuses: what has not been sent, and the rest of annulla.c; keeps the same.
 * Norm: DPR 445/2000 art. 54; AgID, Linee guida, Allegato 6.
 */
#include "atti/protocollo/annullare.h"
#include "atti/table.h"

static int
esamina(struct op *op)
{
	return annullare_esamina(op, true);
}

static int
applica(struct op *op)
{
	return annullare_applica(op, true);
}

const struct atto atto_annulla_inoltro = {
	.nome = "annulla-inoltro",
	.sommario = "annulla un'uscita già spedita",
	.norma = "art. 54 DPR 445/2000; Allegato 6 Linee guida AgID",
	.esamina = esamina,
	.applica = applica,
};
