/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiedi_correzione.c - ask that a registration be corrected.
 *
 * Refuses: a registration that is annulled, or that who asks does not read; a
 * rettifica that does not say of what, or of what cannot be renewed.  Keeps:
 * the reasoned request, until the responsible answers it.
 * Norm: DPR 445/2000 art. 54.
 */
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/correzione.h"
#include "registro/titolario.h"

static int
esamina(struct op *op)
{
	struct numero n;
	struct nodo *v;
	int r;

	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0 ||
	    (r = registrazione_valida(op, "protocollo", &n)) < 0)
		return r;
	richiesta_check(&op->ril, op->in);
	return 0;
}

static int
applica(struct op *op)
{
	struct numero n;
	int r, before;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_seguiti(&before, op->st->registro, &n,
	    RICHIESTE)) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    RICHIESTE, n.progressivo, before + 1), richiesta_make(op->a,
	    op->in, before + 1, op_agente(op), op->utente, op->ora_iso));
	return 0;
}

const struct atto atto_chiedi_correzione = {
	.nome = "chiedi-correzione",
	.sommario = "chiede di correggere o annullare una registrazione",
	.norma = "art. 54 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};
