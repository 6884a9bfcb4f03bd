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
#include "atti/trasferire.h"

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
	struct spedita *s = arena_alloc(op->a, sizeof *s);
	struct tr_stesura how = { .motivo = op_campo(op, "motivo") };
	struct trasferimento t;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = trasferire_detto(&t, op)) != 0 ||
	    (r = trasferire_sigilla(s, op, TR_M_RIFIUTO, &t.lato.patto,
	    &how)) != 0)
		return r < 0 ? r : 0;
	op->prep = s;
	return 0;
}

static int
applica(struct op *op)
{
	struct trasferimento t;
	int r;

	if (op->prep == NULL)
		return err_set(ERR_FAULT, "la risposta non è stata preparata");
	if ((r = trasferire_detto(&t, op)) != 0)
		return r;
	op->fatto = t.lato.patto.id;
	return trasferire_spedisci(op, &t, 0, op->prep);
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
