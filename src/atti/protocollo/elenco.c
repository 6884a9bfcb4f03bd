/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * elenco.c - the register of a day on the screen, in number order.
 *
 * Keeps: what the user may not see is neither listed nor counted; a riservata
 * he may not read is listed masked.  It is a look at the register, not the
 * registro giornaliero.  Norm: DPR 445/2000 art. 53; GDPR art. 32.
 */
#include "atti/table.h"
#include "registro/ricerca.h"

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	const char *giorno = op_campo(op, "giorno");
	char oggi[GIORNO_LEN + 1];
	int r;

	clock_day(oggi, op->ora);
	if (giorno == NULL)
		giorno = oggi;
	if ((r = ricerca_giorno(&op->vista, op->a, op->st->registro, &occhio,
	    giorno)) != 0)
		return r;
	op->letto = arena_printf(op->a, "giorno=%s;mostrate=%s", giorno,
	    nodo_value(op->a, op->vista, "totali/tutte"));
	return 0;
}

const struct atto atto_elenco = {
	.nome = "elenco",
	.sommario = "le registrazioni di un giorno, in ordine di numero",
	.norma = "art. 53 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};
