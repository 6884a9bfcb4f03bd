/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scollega.c - two cartelle have no longer to do with each other; the link and
 * its time stay written.
 *
 * Refuses: two that are not linked, a cartella the user does not see.  Norm:
 * GDPR art. 5.
 */
#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"
#include "documenti/regole.h"

/* 1: they are not linked. */
static int
find(struct luogo *out, struct op *op)
{
	struct misurato una, altra;
	int r;

	if ((r = misura_find(&una, op, "cartella")) != 0 ||
	    (r = misura_find(&altra, op, "con")) != 0)
		return r;
	op->fatto = numero_text(op->a, &una.n);
	r = registro_collegamento(out, op->a, op->st->registro, &una.n,
	    &altra.n);
	return r == ERR_ABSENT ? 1 : r;
}

static int
esamina(struct op *op)
{
	struct luogo l;
	int r;

	if ((r = find(&l, op)) < 0)
		return r;
	if (r == 1)
		op_errore(op, "con", "non-collegate", NULL,
		    "%s e %s non sono collegate", op_campo(op, "cartella"),
		    op_campo(op, "con"));
	regola_non_futura(&op->ril, op->in, "dal", op_oggi(op), "la data");
	return 0;
}

static int
applica(struct op *op)
{
	const char *dal = op_campo(op, "dal");
	struct luogo l;
	int r;

	if ((r = find(&l, op)) != 0)
		return r < 0 ? r : err_set(ERR_FAULT, "non sono collegate");
	return misura_togli(op, &l, dal != NULL ? dal : op_oggi(op));
}

const struct atto atto_scollega = {
	.nome = "scollega",
	.sommario = "due cartelle collegate non lo sono più",
	.norma = "art. 5 GDPR",
	.esamina = esamina,
	.applica = applica,
};
