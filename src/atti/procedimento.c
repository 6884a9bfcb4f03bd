/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * procedimento.c - the table of states and passages in force, as it was
 * adopted.  Norm: L. 241/1990 art. 1 c. 1 (publicity of the proceeding).
 */
#include <string.h>

#include "atti/table.h"
#include "documenti/procedimento.h"

static int
applica(struct op *op)
{
	const char *oggetto = op_campo(op, "oggetto");
	struct nodo *doc, *x, *next;
	int r;

	if ((r = store_documento(&doc, op->a, op->st, "ente",
	    PROCEDIMENTO_PERCORSO)) != 0)
		return r;
	for (x = nodo_child(doc, "passaggio"); x != NULL; x = next) {
		next = nodo_next(x, "passaggio");
		if (oggetto != NULL &&
		    strcmp(nodo_attr(x, "oggetto"), oggetto) != 0)
			nodo_remove(x);
	}
	op->vista = doc;
	op->letto = "procedimento";
	return 0;
}

const struct atto atto_procedimento = {
	.nome = "procedimento",
	.sommario = "gli stati di accessi e cartelle, e i passaggi fra loro",
	.norma = "art. 1 c. 1 L. 241/1990",
	.flags = LETTURA,
	.applica = applica,
};
