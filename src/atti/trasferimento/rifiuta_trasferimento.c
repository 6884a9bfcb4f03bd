/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rifiuta_trasferimento.c - a case that another body offers is not taken: it
 * stays that body's.
 *
 * Refuses: an offer that was accepted: the rilascio may be on its way, and who
 * has it then gives the case back by an offer of its own.
 * Norm: L. 328/2000 art. 6.
 */
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
	trasferire_decidi(&t, op, "trasferimento", TR_RIFIUTA, NULL, NULL);
	return 0;
}

static int
prepara(struct op *op)
{
	struct tr_stesura how = { .motivo = op_campo(op, "motivo") };

	return trasferire_parola(op, trasferire_detto, TR_M_RIFIUTO, &how);
}

static int
applica(struct op *op)
{
	return trasferire_detta(op, trasferire_detto);
}

const struct atto atto_rifiuta_trasferimento = {
	.nome = "rifiuta-trasferimento",
	.sommario = "rifiuta la cartella che un altro ente offre",
	.norma = TRASFERIRE_NORMA,
	.flags = PERSONALE | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
