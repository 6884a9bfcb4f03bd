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
#include "atti/scrivere.h"
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
	trasferire_decidi(&t, op, "trasferimento", TR_ACCETTA, NULL, NULL);
	return scrivere_protocollo(op);
}

static int
prepara(struct op *op)
{
	struct spedita *s = arena_alloc(op->a, sizeof *s);
	struct tr_stesura how = { .protocollo = op_campo(op, "protocollo") };
	struct trasferimento t;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = trasferire_detto(&t, op)) != 0 ||
	    (r = trasferire_sigilla(s, op, TR_M_ACCETTAZIONE, &t.lato.patto,
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

const struct atto atto_accetta_trasferimento = {
	.nome = "accetta-trasferimento",
	.sommario = "accetta la cartella che un altro ente offre",
	.norma = TRASFERIRE_NORMA,
	.flags = PERSONALE | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
