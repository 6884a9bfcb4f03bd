/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * procedimento.c - the tables of the proceeding in force, as they were adopted:
 * states and passages, and its terms.  Norm: L. 241/1990 art. 1 c. 1 (publicity
 * of the proceeding), art. 2 (how long it may last).
 */
#include <string.h>

#include "atti/table.h"
#include "documenti/procedimento.h"
#include "documenti/termini.h"

static int
add_terms(struct op *op, struct nodo *to)
{
	const char *v = op_campo(op, "termini");
	struct nodo *terms;
	int r;

	if (v == NULL || strcmp(v, "si") != 0)
		return 0;
	if ((r = store_documento(&terms, op->a, op->st, "ente",
	    TERMINI_PERCORSO)) == 0)
		nodo_add(to, terms);
	return r;
}

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
	return add_terms(op, doc);
}

const struct atto atto_procedimento = {
	.nome = "procedimento",
	.sommario = "gli stati di accessi e cartelle, e i passaggi fra loro",
	.norma = "art. 1 c. 1 L. 241/1990",
	.flags = LETTURA,
	.applica = applica,
};
