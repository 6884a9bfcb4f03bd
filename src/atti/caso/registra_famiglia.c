/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registra_famiglia.c - keep the family of a person as of a day, with its
 * source.
 *
 * Refuses: a closed cartella, a day of tomorrow, a member born after that day.
 * Keeps: every day its own document; the same day again is a new version.
 * Norm: DPR 223/1989 artt. 4, 35.
 */
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "documenti/stato_di_famiglia.h"

static const char *
percorso(struct op *op)
{
	return arena_printf(op->a, "stato-di-famiglia/%s.xml",
	    op_campo(op, "data"));
}

static const struct scrittura famiglia = {
	.tipo = "stato-di-famiglia",
	.che = "lo stato di famiglia",
	.percorso = percorso,
	.senza_autore = true,
	.check = stato_di_famiglia_check,
};

static int
esamina(struct op *op)
{
	return scrivere_esamina(op, &famiglia);
}

static int
applica(struct op *op)
{
	return scrivere_applica(op, &famiglia);
}

const struct atto atto_registra_famiglia = {
	.nome = "registra-famiglia",
	.sommario = "registra lo stato di famiglia a una data, con la sua fonte",
	.norma = "artt. 4 e 35 DPR 223/1989",
	.esamina = esamina,
	.applica = applica,
};
