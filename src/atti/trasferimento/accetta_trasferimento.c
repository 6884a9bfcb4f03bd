/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accetta_trasferimento.c - a case that another body offers will be taken: the
 * signed receipt names the number under which its offer was registered here.
 * The case is the other's until its rilascio has come.
 *
 * Refuses: an offer whose last day is over, a case that is here already; a
 * registration that this operator cannot read, or annulled.
 * Norm: L. 328/2000 art. 6; DPR 445/2000 art. 53.
 */
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "atti/trasferimento/trasferire.h"

static int
esamina(struct op *op)
{
	struct trasferimento t;
	int r;

	if ((r = trasferire_sigillo(op)) != 0 ||
	    (r = trasferire_detto(&t, op)) != 0)
		return r;
	trasferire_decidi(&t, op, "trasferimento", TR_ACCETTA, NULL, NULL);
	return scrivere_protocollo(op);
}

static int
prepara(struct op *op)
{
	struct tr_stesura how = { .protocollo = op_campo(op, "protocollo") };

	return trasferire_parola(op, trasferire_detto, TR_M_ACCETTAZIONE, &how);
}

static int
applica(struct op *op)
{
	return trasferire_detta(op, trasferire_detto);
}

const struct atto atto_accetta_trasferimento = {
	.nome = "accetta-trasferimento",
	.sommario = "accetta la cartella che un altro ente offre",
	.norma = TRASFERIRE_NORMA,
	.flags = PERSONALE | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
