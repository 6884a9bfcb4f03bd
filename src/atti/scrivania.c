/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scrivania.c - what waits for who asks, and for those who gave him their
 * atti; the deleghe he gave and received.
 *
 * Refuses: to show what he may not see; of a riservata he may only know that
 * it is there, he sees the number.  Keeps nothing: it is computed from the
 * facts each time.  Norm: L. 241/1990 art. 5 (who answers must know of it).
 */
#include "registro/scrivania.h"

#include "atti/table.h"
#include "registro/deleghe.h"

static int
applica(struct op *op)
{
	struct nodo *v = nodo_new(op->a, "scrivania");
	struct registro *reg = op->st->registro;
	int r;

	nodo_set(op->a, v, "utente", op_agente(op));
	nodo_set(op->a, v, "ora", op->ora_iso);
	/* what others gave to the delegante is not his to give on */
	if ((r = registro_scrivania(v, op->a, reg, op_agente(op),
	    op->per == NULL)) != 0 ||
	    (r = registro_deleghe_di(v, op->a, reg, op_agente(op))) != 0)
		return r;
	op->vista = v;
	return 0;
}

const struct atto atto_scrivania = {
	.nome = "scrivania",
	.sommario = "che cosa aspetta te",
	.norma = "art. 5 L. 241/1990",
	.flags = LETTURA,
	.applica = applica,
};
