/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cessa_conflitto.c - a conflict of interest is over: the case is again for
 * who had it what his roles make of it.
 *
 * Refuses: who is himself in conflict, for whom the case is not there; a
 * conflict nobody has declared.  Norm: L. 241/1990 art. 6-bis.
 */
#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"

static int
esamina(struct op *op)
{
	struct luogo ignored;
	struct misurato caso;
	int r;

	if ((r = misura_find(&caso, op, "riferimento")) != 0)
		return r;
	r = registro_conflitto(&ignored, op->a, op->st->registro, &caso.n,
	    op_campo(op, "utente"));
	if (r != ERR_ABSENT)
		return r;
	op_errore(op, "utente", "nessun-conflitto", NULL,
	    "di %s non è dichiarato nessun conflitto su %s",
	    op_campo(op, "utente"), numero_text(op->a, &caso.n));
	return 0;
}

static int
applica(struct op *op)
{
	struct misurato caso;
	struct luogo l;
	int r;

	if ((r = misura_find(&caso, op, "riferimento")) != 0 ||
	    (r = registro_conflitto(&l, op->a, op->st->registro, &caso.n,
	    op_campo(op, "utente"))) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	return misura_togli(op, &l, op_oggi(op));
}

const struct atto atto_cessa_conflitto = {
	.nome = "cessa-conflitto",
	.sommario = "un conflitto di interessi è cessato: il caso si riapre a chi lo aveva",
	.norma = "art. 6-bis L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
