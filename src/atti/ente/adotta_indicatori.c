/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adotta_indicatori.c - the indicators of the body, from a file: what is
 * measured, by which source, what is expected; residents and opening hours.
 *
 * Refuses: what the schema refuses, and a table that contradicts itself.
 * Keeps: every table; the figures of a past day are counted by the one of that
 * day.  How a figure is counted is never in the file.
 * Norm: L. 328/2000 art. 21; d.lgs. 150/2009 art. 5.
 */
#include "atti/ente/tabella.h"
#include "atti/table.h"
#include "documenti/indicatori.h"

static const struct adozione indicatori = {
	.radice = "indicatori",
	.percorso = INDICATORI_PERCORSO,
	.file = "gli indicatori, come templates/ente/indicatori.xml",
	.check = indicatori_check,
};

static int
esamina(struct op *op)
{
	return tabella_esamina(op, &indicatori);
}

static int
prepara(struct op *op)
{
	return tabella_prepara(op, &indicatori);
}

static int
applica(struct op *op)
{
	return tabella_applica(op, &indicatori);
}

const struct atto atto_adotta_indicatori = {
	.nome = "adotta-indicatori",
	.sommario = "adotta gli indicatori dell'ente, da un file",
	.norma = "art. 21 L. 328/2000; art. 5 d.lgs. 150/2009",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
