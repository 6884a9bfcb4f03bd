/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * repertori.c - look at the repertories, at the entries of one, at one entry.
 *
 * Refuses by "absent" what the user may not see.  Norm: DPR 445/2000 art. 53
 * c. 5.
 */
#include <stdlib.h>

#include "atti/table.h"
#include "registro/repertori.h"

static int
number(const struct op *op, const char *campo)
{
	const char *v = op_campo(op, campo);

	return v != NULL ? (int)strtol(v, NULL, 10) : 0;
}

static int
applica(struct op *op)
{
	const char *codice = op_campo(op, "repertorio"), *ignored;
	struct occhio occhio = op_occhio(op);
	int r, anno = number(op, "anno");
	bool attivo;

	if (codice == NULL)
		return registro_repertori(&op->vista, op->a, op->st->registro);
	if ((r = registro_repertorio(&attivo, &ignored, op->a,
	    op->st->registro, codice)) != 0)
		return r;
	if (anno == 0)
		anno = clock_year(op->ora);
	if (number(op, "numero") != 0)
		return registro_voce(&op->vista, op->a, op->st->registro,
		    &occhio, codice, anno, number(op, "numero"));
	return registro_voci(&op->vista, op->a, op->st->registro, &occhio,
	    codice, anno, number(op, "dopo"));
}

const struct atto atto_repertori = {
	.nome = "repertori",
	.sommario = "mostra i repertori, o le voci di uno",
	.norma = "art. 53 c. 5 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};
