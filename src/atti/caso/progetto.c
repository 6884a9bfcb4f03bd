/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * progetto.c - write a plan for a person (progetto individualizzato, PAI,
 * PEI), or write it again.
 *
 * Refuses: a closed cartella; a plan without objective or without action; one
 * signed by either side (a new one is written).  Norm: L. 328/2000 art. 14.
 */
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "documenti/progetto.h"

static const struct scrittura progetto = {
	.tipo = "progetto",
	.che = "il progetto",
	.dir = "progetti",
	.campo = "progetto",
	.check = progetto_check,
};

static int
esamina(struct op *op)
{
	return scrivere_esamina(op, &progetto);
}

static int
applica(struct op *op)
{
	return scrivere_applica(op, &progetto);
}

const struct atto atto_progetto = {
	.nome = "progetto",
	.sommario = "scrive un progetto, o lo riscrive finché nessuno lo ha firmato",
	.norma = "art. 14 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};
