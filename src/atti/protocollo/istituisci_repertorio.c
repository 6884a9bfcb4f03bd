/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * istituisci_repertorio.c - an independent register of the body, or what is
 * said of it from now on.
 *
 * Refuses: nothing that the schema takes; a repertory is closed, never
 * removed, and its entries stay.  Norm: DPR 445/2000 art. 53 c. 5.
 */
#include <string.h>

#include "atti/table.h"
#include "documenti/repertorio.h"

static int
applica(struct op *op)
{
	const char *codice = op_campo(op, "codice");
	const char *attivo = op_campo(op, "attivo");
	const char *path = repertorio_path(op->a, codice);
	struct attuale at;
	struct nodo *n;
	int r;

	n = repertorio_make(op->a, codice, op_campo(op, "denominazione"),
	    op_campo(op, "norma"), attivo == NULL || strcmp(attivo, "si") == 0);
	r = registro_attuale(&at, op->a, op->st->registro, "ente", path);
	if (r == 0)
		nodo_set(op->a, n, "id", at.id);
	else if (r != ERR_ABSENT)
		return r;
	op->fatto = codice;
	op_deposita(op, "ente", path, n);
	return 0;
}

const struct atto atto_istituisci_repertorio = {
	.nome = "istituisci-repertorio",
	.sommario = "istituisce o chiude un repertorio dell'ente",
	.norma = "art. 53 c. 5 DPR 445/2000",
	.applica = applica,
};
