/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sposta.c - an appointment goes to another time.
 *
 * Refuses: a closed case, an appointment called off or with its outcome, a
 * time no clock shows.  Keeps: every time it had, with why and who moved it.
 * Norm: L. 328/2000 art. 22 c. 4.
 */
#include "atti/agenda/appuntamenti.h"
#include "atti/caso/cartella.h"
#include "atti/table.h"

static int
esamina(struct op *op)
{
	struct fissato f;
	struct durata d;
	int r;

	if ((r = appuntamenti_trova(&f, op)) != 0 || f.doc == NULL)
		return r;
	appuntamento_aperto(&op->ril, op->in, f.doc);
	if (!appuntamento_quando(&d, &op->ril, op->in, f.doc,
	    appuntamenti_adesso(op)))
		return 0;
	return appuntamenti_controlla(op, &f, f.doc, &d);
}

static int
applica(struct op *op)
{
	struct fissato f;
	int64_t inizio = 0;
	int r;

	if ((r = appuntamenti_trova(&f, op)) != 0)
		return r;
	appuntamento_istante(&inizio, op_campo(op, "giorno"),
	    op_campo(op, "alle"));
	op->fatto = numero_text(op->a, &f.n);
	op_deposita(op, f.folder, f.percorso, appuntamento_sposta(op->a, f.doc,
	    op->in, inizio, op_agente(op), op_oggi(op)));
	return 0;
}

const struct atto atto_sposta = {
	.nome = "sposta",
	.sommario = "sposta un appuntamento a un'altra ora",
	.norma = "art. 22 c. 4 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};
