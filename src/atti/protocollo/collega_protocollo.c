/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * collega_protocollo.c - from now on the numbers of protocol come from another
 * register of the body, or again from this one.
 *
 * Refuses: neither the one nor the other, a program that is not there or that
 * others could write.  Keeps: the numbers given so far.  Norm: DPR 445/2000
 * art. 50 c. 4 (one register an AOO).
 */
#include <string.h>

#include "atti/table.h"

#define ART50 "art. 50 c. 4 DPR 445/2000"

static bool
unlinks(const struct op *op)
{
	const char *v = op_campo(op, "scollega");

	return v != NULL && strcmp(v, "si") == 0;
}

static int
esamina(struct op *op)
{
	struct ente ente;
	int r;

	if ((r = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return r;
	if (unlinks(op) == (nodo_child(op->in, "registro") != NULL))
		op_errore(op, "", "collega-o-scollega", ART50, "indica il "
		    "registro da collegare, oppure --scollega si");
	else if (unlinks(op) && ente.esterno == NULL)
		op_errore(op, "scollega", "non-collegato", ART50,
		    "nessun altro registro è collegato");
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *ente, *old, *n;
	int r;

	if ((r = store_documento(&ente, op->a, op->st, "ente",
	    "ente.xml")) != 0)
		return r;
	if ((old = nodo_child(ente, "protocollo-esterno")) != NULL)
		nodo_remove(old);
	if (!unlinks(op)) {
		n = nodo_copy(op->a, nodo_child(op->in, "registro"));
		n->nome = "protocollo-esterno";
		if (nodo_child(ente, "ufficio") != NULL)
			nodo_add_before(nodo_child(ente, "ufficio"), n);
		else
			nodo_add(ente, n);
	}
	op->fatto = unlinks(op) ? "scollega" : "collega";
	op_deposita(op, "ente", "ente.xml", ente);
	return 0;
}

const struct atto atto_collega_protocollo = {
	.nome = "collega-protocollo",
	.sommario = "prende i numeri da un altro registro di protocollo",
	.norma = ART50,
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};
