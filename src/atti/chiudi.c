/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiudi.c - close a cartella, and the accesso it was born of.
 *
 * Refuses: one already closed; one whose proposal waits for an answer.  Keeps:
 * why it ended and how, on its cover; nothing is written in it afterwards.
 * Norm: L. 241/1990 art. 2 (a proceeding ends by an express act).
 */
#include <string.h>

#include "atti/cartella.h"
#include "atti/table.h"
#include "documenti/cartella.h"

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0)
		return r;
	if (cartella_scrivibile(caso.c.stato) &&
	    !cartella_chiudibile(caso.c.stato))
		op_errore(op, "cartella", "proposta-pendente",
		    "art. 2 L. 241/1990", "la cartella ha una proposta in "
		    "attesa (%s): prima la si approva o la si rinvia",
		    caso.c.stato);
	return 0;
}

/* What the cover says of the end; the accesso keeps only day and motive. */
static struct nodo *
closure(struct op *op, bool whole)
{
	struct nodo *n = nodo_new(op->a, "chiusura");

	nodo_elem_text(op->a, n, "data", op_oggi(op));
	nodo_elem_text(op->a, n, "motivo", op_campo(op, "motivo"));
	if (whole) {
		nodo_elem_text(op->a, n, "situazione",
		    op_campo(op, "situazione"));
		nodo_elem_text(op->a, n, "nota", op_campo(op, "nota"));
	}
	return n;
}

static int
applica(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	if ((r = copertina_aggiorna(op, caso.folder, "cartella.xml", "chiuso",
	    closure(op, true))) != 0 || caso.c.accesso.progressivo == 0)
		return r;
	return copertina_aggiorna(op, numero_folder(op->a, &caso.c.accesso),
	    "accesso.xml", "chiuso", closure(op, false));
}

const struct atto atto_chiudi = {
	.nome = "chiudi",
	.sommario = "chiude una cartella",
	.norma = "art. 2 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
