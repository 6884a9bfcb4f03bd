/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rifiuta.c - the competent office, or the person it was sent to, gives a
 * registration back: the protocollo sends it again.
 *
 * Refuses: what was sent only to know of it, to others, or to a colleague in
 * person; what a case was born of; a refusal without reason.  Keeps: who gave
 * it back, when, why; he no longer reads it, and still sees that it is there.
 * Norm: DPR 445/2000 art. 56; L. 241/1990 art. 3.
 */
#include <string.h>

#include "atti/protocollo/percorso.h"
#include "atti/table.h"
#include "documenti/smistamento.h"

static int
esamina(struct op *op)
{
	struct destinazione d;
	struct numero n;
	int r;

	if ((r = percorso_destinazione(&d, &n, op)) != 0)
		return r < 0 ? r : 0;
	if (strcmp(d.stato, DESTINAZIONE_ASSEGNATA) == 0)
		op_errore(op, "protocollo", "gia-assegnata", NULL, "dalla "
		    "registrazione %s è nato un accesso: il caso passa ad "
		    "altri con «riassegna»", numero_text(op->a, &n));
	return 0;
}

static int
applica(struct op *op)
{
	struct smistamento_destinazione d;
	struct numero n;
	int r, ordine;

	if ((r = percorso_passo(&d, &ordine, &n, op, PASSO_RIFIUTO)) != 0)
		return r;
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    "rifiuti", n.progressivo, ordine), rifiuto_make(op->a, &n, ordine,
	    &d, op_agente(op), op->ora_iso, op_campo(op, "motivo")));
	return 0;
}

const struct atto atto_rifiuta = {
	.nome = "rifiuta",
	.sommario = "restituisce una registrazione smistata per errore",
	.norma = "art. 56 DPR 445/2000; art. 3 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
