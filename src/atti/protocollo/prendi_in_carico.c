/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prendi_in_carico.c - somebody of the competent office, or the person it was
 * sent to, takes a registration in charge.
 *
 * Refuses: what was sent only to know of it, to others, or to a colleague in
 * person; what is already in charge; what is annulled.
 * Norm: L. 241/1990 art. 5.
 */
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
	return percorso_in_attesa(op, &n, &d);
}

static int
applica(struct op *op)
{
	struct smistamento_destinazione d;
	struct numero n;
	int r, ordine;

	if ((r = percorso_passo(&d, &ordine, &n, op, PASSO_PRESA)) != 0)
		return r;
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    "prese-in-carico", n.progressivo, ordine),
	    presa_in_carico_make(op->a, &n, ordine, &d, op_agente(op),
	    op->ora_iso));
	return 0;
}

const struct atto atto_prendi_in_carico = {
	.nome = "prendi-in-carico",
	.sommario = "prende in carico una registrazione smistata per "
	    "competenza",
	.norma = "art. 5 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
