/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_intervento.c - the social worker says how an intervento goes.
 *
 * Refuses: an intervento that is not there or has ended, a day of tomorrow or
 * before it began, a next look that is not later.
 * Norm: L. 328/2000 art. 14; Prato procedure, step 8.
 */
#include <string.h>

#include "atti/caso/interventi.h"
#include "atti/table.h"

static int
esamina(struct op *op)
{
	const char *next = op_campo(op, "prossima");
	int r;

	if ((r = intervento_esamina_veduto(op)) != 0)
		return r;
	if (next != NULL && strcmp(next, op_campo(op, "data")) <= 0)
		op_errore(op, "prossima", "date-invertite", NULL,
		    "la prossima verifica (%s) non è dopo questa", next);
	return 0;
}

static int
applica(struct op *op)
{
	return intervento_veduto(op, "verifica-intervento", NULL);
}

const struct atto atto_verifica_intervento = {
	.nome = "verifica-intervento",
	.sommario = "scrive come va un intervento",
	.norma = "art. 14 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};
