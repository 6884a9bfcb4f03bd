/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * annulla.c - annul a registration.
 *
 * Refuses: one annulled already; an uscita that has left, which is replaced
 * instead; the same person who asks and authorises.  Keeps: everything it
 * said, legible, under the mark; its number, never used again; the
 * provvedimento in the repertory of annulments.  Norm: DPR 445/2000 art. 54;
 * DPCM 3/12/2013 art. 8.
 */
#include "atti/protocollo/annullare.h"
#include "atti/table.h"

static int
esamina(struct op *op)
{
	return annullare_esamina(op, false);
}

static int
applica(struct op *op)
{
	return annullare_applica(op, false);
}

const struct atto atto_annulla = {
	.nome = "annulla",
	.sommario = "annulla una registrazione",
	.norma = "art. 54 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};
