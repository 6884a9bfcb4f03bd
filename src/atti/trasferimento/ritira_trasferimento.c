/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ritira_trasferimento.c - an offer is withdrawn, also when it was accepted or
 * its last day is over: the case stays with this body, as it was.
 *
 * Refuses: a cartella that is not offered, or was released.  Keeps: why; the
 * package of the offer is not kept any more.  Norm: L. 328/2000 art. 6.
 */
#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "atti/trasferimento/trasferire.h"

static int
look(struct trasferimento *t, struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0)
		return r;
	return trasferire_cartella(t, op, &caso.n);
}

static int
esamina(struct op *op)
{
	struct trasferimento t;
	int r;

	if ((r = trasferire_sigillo(op)) != 0 || (r = look(&t, op)) != 0)
		return r;
	if (t.lato.stato == TR_NESSUNO) {
		op_errore(op, "cartella", "trasferimento", NULL, "non c'è "
		    "un'offerta in corso: «trasferimenti --tutti si» dice "
		    "come sono finite quelle di prima");
		return 0;
	}
	trasferire_decidi(&t, op, "cartella", TR_RITIRA, NULL, NULL);
	return 0;
}

static int
prepara(struct op *op)
{
	struct tr_stesura how = { .motivo = op_campo(op, "motivo") };

	return trasferire_parola(op, look, TR_M_RITIRO, &how);
}

static int
applica(struct op *op)
{
	return trasferire_detta(op, look);
}

const struct atto atto_ritira_trasferimento = {
	.nome = "ritira-trasferimento",
	.sommario = "ritira l'offerta di una cartella a un altro ente",
	.norma = TRASFERIRE_NORMA,
	.flags = PERSONALE | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
