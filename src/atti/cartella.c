/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/cartella.h"

#include "atti/atto.h"
#include "documenti/cartella.h"

int
caso_find(struct caso *out, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = numero_parse(&out->n, op_campo(op, "cartella"))) != 0)
		return r;
	out->folder = numero_folder(op->a, &out->n);
	return registro_cartella(&out->c, op->a, op->st->registro, &occhio,
	    &out->n);
}

int
caso_scrivibile(struct caso *out, struct op *op)
{
	int r;

	if ((r = caso_find(out, op)) != 0)
		return r;
	if (!cartella_scrivibile(out->c.stato))
		op_errore(op, "cartella", "cartella-chiusa", NULL,
		    "la cartella %s è chiusa dal %s: non vi si scrive più",
		    numero_text(op->a, &out->n), out->c.chiusa);
	return 0;
}

const char *
op_oggi(struct op *op)
{
	char oggi[GIORNO_LEN + 1];

	clock_day(oggi, op->ora != 0 ? op->ora : clock_now());
	return arena_strdup(op->a, oggi);
}
