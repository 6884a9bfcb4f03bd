/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ritira_modello.c - a model of the office is used no more; the one of the
 * program with that name, if there is one, is again in its place.
 *
 * Refuses: a model that the office has not, or has withdrawn.  Keeps: every
 * version, and the letters made with it.  Norm: DPR 445/2000 art. 64.
 */
#include "atti/carte/modelli.h"
#include "atti/table.h"
#include "registro/modelli.h"

static int
esamina(struct op *op)
{
	const char *nome = op_campo(op, "nome");
	struct modello m;
	int r;

	r = registro_modello(&m, op->a, op->st->registro, nome, 0);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	if (r != 0)
		op_errore(op, "nome", "modello-ignoto", NULL, "l'ufficio non "
		    "ha adottato un modello «%s»: «cartella modelli» dice "
		    "quali ci sono", nome);
	else if (m.ritirato)
		op_errore(op, "nome", "gia-ritirato", NULL, "il modello «%s» è "
		    "già ritirato; si riprende con «aggiungi-modello»", nome);
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *doc, *x;
	int r;

	if ((r = store_documento(&doc, op->a, op->st, "ente",
	    modello_percorso(op->a, op_campo(op, "nome"),
	    "modello.xml"))) != 0)
		return r;
	x = nodo_elem(op->a, doc, "ritirato");
	nodo_elem_text(op->a, x, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, x, "provvedimento",
	    op_campo(op, "provvedimento"));
	nodo_elem_text(op->a, x, "operatore", op->utente);
	nodo_elem_text(op->a, x, "ora", op->ora_iso);
	return modello_deposita(op, doc);
}

const struct atto atto_ritira_modello = {
	.nome = "ritira-modello",
	.sommario = "ritira un modello dell'ufficio: torna quello del programma, se c'è",
	.norma = "art. 64 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};
