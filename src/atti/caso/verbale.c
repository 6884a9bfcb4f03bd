/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verbale.c - a meeting of the équipe or of the UVM: planned, then held.
 *
 * Refuses: a closed cartella; one held tomorrow or without decisions, one
 * planned for yesterday; a signed one.  Keeps: planned and held are two
 * versions of the same document.  Norm: DPCM 14/02/2001 art. 2.
 */
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "documenti/verbale.h"

static const struct scrittura verbale = {
	.tipo = "verbale",
	.che = "il verbale",
	.dir = "verbali",
	.campo = "verbale",
	.check = verbale_check,
};

static int
esamina(struct op *op)
{
	return scrivere_esamina(op, &verbale);
}

static int
applica(struct op *op)
{
	return scrivere_applica(op, &verbale);
}

const struct atto atto_verbale = {
	.nome = "verbale",
	.sommario = "scrive il verbale di un'équipe o di una UVM, prevista o svolta",
	.norma = "art. 2 DPCM 14/2/2001",
	.esamina = esamina,
	.applica = applica,
};
