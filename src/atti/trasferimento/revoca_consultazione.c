/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * revoca_consultazione.c - what another body looked at is closed to it, from
 * this moment.
 *
 * Refuses: a consultation that is not there, or over already.  Keeps: the
 * consultation, with who ended it and why.  Norm: GDPR artt. 5, 7.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"
#include "registro/consultazioni.h"

static int
esamina(struct op *op)
{
	const char *path = op_campo(op, "consultazione");
	struct consultazione k;
	struct misurato caso;
	int r;

	if ((r = misura_find(&caso, op, "cartella")) != 0)
		return r;
	r = registro_consultazione(&k, op->a, op->st->registro, caso.folder,
	    path);
	if (r == ERR_ABSENT)
		op_errore(op, "consultazione", "consultazione-ignota", NULL,
		    "in %s non c'è la consultazione %s: le elenca "
		    "«consultazioni»", numero_text(op->a, &caso.n), path);
	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	if (k.finita != NULL)
		op_errore(op, "consultazione", "gia-finita", NULL, "%s è già "
		    "stata revocata il %s", path, k.finita);
	else if (strcmp(k.al, op_oggi(op)) < 0)
		op_errore(op, "consultazione", "gia-finita", NULL, "%s è già "
		    "finita il %s", path, k.al);
	return 0;
}

static int
applica(struct op *op)
{
	struct misurato caso;
	struct luogo l;
	int r;

	if ((r = misura_find(&caso, op, "cartella")) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	l = (struct luogo){ caso.folder, op_campo(op, "consultazione") };
	return misura_togli(op, &l, op_oggi(op));
}

const struct atto atto_revoca_consultazione = {
	.nome = "revoca-consultazione",
	.sommario = "un altro ente non consulta più una cartella, da subito",
	.norma = "artt. 5 e 7 GDPR",
	.esamina = esamina,
	.applica = applica,
};
