/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fissa.c - make an appointment of a case: a colloquio, a visit, a meeting.
 *
 * Refuses: a closed case, a time no clock shows, a participant who is no user.
 * Warns: of what is over, of who is busy then (of what the operator may see),
 * of who would not find it in his agenda.  Keeps: one document, whose versions
 * say what became of it.  Norm: L. 328/2000 art. 22 c. 4.
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

	if ((r = appuntamenti_caso(&f, op)) != 0)
		return r;
	if (!appuntamento_quando(&d, &op->ril, op->in, NULL,
	    appuntamenti_adesso(op)))
		return 0;
	return appuntamenti_controlla(op, &f, op->in, &d);
}

static int
applica(struct op *op)
{
	struct fissato f;
	int64_t inizio = 0;
	int r, n;

	if ((r = appuntamenti_caso(&f, op)) != 0 ||
	    (r = registro_documenti(&n, op->st->registro, f.folder,
	    APPUNTAMENTI_DIR)) != 0)
		return r;
	appuntamento_istante(&inizio, op_campo(op, "giorno"),
	    op_campo(op, "alle"));
	op->fatto = numero_text(op->a, &f.n);
	op_deposita(op, f.folder, ordinale_path_grouped(op->a,
	    APPUNTAMENTI_DIR, n + 1, ".xml"), appuntamento_make(op->a, op->in,
	    inizio, op_agente(op), op_oggi(op)));
	return 0;
}

const struct atto atto_fissa = {
	.nome = "fissa",
	.sommario = "fissa un appuntamento di una cartella o di un accesso",
	.norma = "art. 22 c. 4 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};
