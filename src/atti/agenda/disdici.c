/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * disdici.c - an appointment is called off.
 *
 * Refuses: a closed case, an appointment called off already or with its
 * outcome.  Keeps: the appointment, with why and by whom.  Norm: L. 328/2000
 * art. 22 c. 4.
 */
#include "atti/agenda/appuntamenti.h"
#include "atti/caso/cartella.h"
#include "atti/table.h"

static int
esamina(struct op *op)
{
	struct fissato f;
	int r;

	if ((r = appuntamenti_trova(&f, op)) != 0 || f.doc == NULL)
		return r;
	appuntamento_aperto(&op->ril, op->in, f.doc);
	return 0;
}

static int
applica(struct op *op)
{
	return appuntamenti_concludi(op, "disdetta");
}

const struct atto atto_disdici = {
	.nome = "disdici",
	.sommario = "disdice un appuntamento, con il motivo",
	.norma = "art. 22 c. 4 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};
