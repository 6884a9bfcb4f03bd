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

static int
esamina(struct op *op)
{
	if (op->n_file != 1)
		op_errore(op, "", "manca-file", NULL, "serve un file: gli "
		    "indicatori, come templates/ente/indicatori.xml");
	return 0;
}

static int
prepara(struct op *op)
{
	struct nodo *doc;
	int r;

	if ((r = tabella_leggi(&doc, op, "indicatori")) != 0 || doc == NULL)
		return r;
	indicatori_check(&op->ril, doc);
	op->prep = doc;
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *doc;

	if (op->prep == NULL)
		return err_set(ERR_FAULT, "gli indicatori non sono stati "
		    "letti");
	return tabella_adotta(&doc, op, INDICATORI_PERCORSO, op->prep);
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
