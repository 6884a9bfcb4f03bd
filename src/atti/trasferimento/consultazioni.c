/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * consultazioni.c - what other bodies may look at, and until when; to one of
 * them, what is open to him.
 *
 * Keeps: who consults is told of his own as long as it holds, and of no other
 * body's; each cartella told of leaves its row in the read log.  Norm: GDPR
 * artt. 5, 32.
 */
#include "registro/consultazioni.h"

#include "atti/table.h"

static void
note_cases(struct op *op)
{
	const struct nodo *v;
	int max = 0;

	for (v = nodo_child(op->vista, "consultazione"); v != NULL;
	    v = nodo_next(v, "consultazione")) {
		op->letti = arena_more(op->a, op->letti, op->n_letti, &max,
		    sizeof *op->letti);
		op->letti[op->n_letti++] = arena_printf(op->a,
		    "%s;documento=%s", nodo_attr(v, "riferimento"),
		    nodo_attr(v, "percorso"));
	}
}

static int
applica(struct op *op)
{
	const char *una = op_campo(op, "cartella");
	struct occhio o = op_occhio(op);
	struct numero n;
	int r;

	op->vista = nodo_new(op->a, "consultazioni");
	op->letto = una != NULL ? una : "consultazioni";
	if (una != NULL && ((r = numero_parse(&n, una)) != 0 ||
	    (r = registro_vede(op->st->registro, &o, &n)) != 0))
		return r;
	if ((r = registro_vista_consultazioni(op->vista, op->a,
	    op->st->registro, &o, una != NULL ? &n : NULL)) != 0)
		return r;
	note_cases(op);
	return 0;
}

const struct atto atto_consultazioni = {
	.nome = "consultazioni",
	.sommario = "che cosa di quali cartelle consultano altri enti, e fino a quando",
	.norma = "artt. 5 e 32 GDPR",
	.flags = LETTURA,
	.applica = applica,
};
