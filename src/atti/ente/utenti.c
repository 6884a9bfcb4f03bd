/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * utenti.c - the people of the body: roles, offices, logins, who is no longer
 * in service.
 *
 * Keeps: everybody sees himself; all, who answers for them.
 * Norm: DPR 445/2000 art. 61.
 */
#include "registro/utenti.h"

#include "atti/table.h"

static int
applica(struct op *op)
{
	const char *utente = op_campo(op, "utente");
	struct occhio occhio = op_occhio(op);
	int r;

	op->letto = utente != NULL ? utente : "utenti";
	op->vista = nodo_new(op->a, "utenti");
	if ((r = registro_utenti_visti(op->vista, op->a, op->st->registro,
	    &occhio, utente)) != 0)
		return r;
	if (utente != NULL && nodo_child(op->vista, "utente") == NULL)
		return err_set(ERR_ABSENT, "l'utente %s non c'è, o non puoi "
		    "chiedere di lui", utente);
	return registro_uffici_nomi(op->vista, op->a, op->st->registro);
}

const struct atto atto_utenti = {
	.nome = "utenti",
	.sommario = "le persone dell'ente: ruoli, uffici, accessi",
	.norma = "art. 61 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};
