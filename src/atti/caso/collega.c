/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * collega.c - two cartelle that have to do with each other: those of siblings,
 * of the same family, of the same facts.
 *
 * Refuses: a cartella with itself; one of the two that the user does not see;
 * two that are linked already; a closed one to write in (the other may be).
 * Keeps: one document makes the link both ways; who does not see the other one
 * does not see the link.  Norm: GDPR art. 5.
 */
#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"
#include "documenti/regole.h"

static int
esamina(struct op *op)
{
	struct misurato other;
	struct luogo ignored;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = misura_find(&other, op, "con")) != 0)
		return r;
	regola_non_futura(&op->ril, op->in, "dal", op_oggi(op),
	    "la data del collegamento");
	if (numero_equal(&caso.n, &other.n)) {
		op_errore(op, "con", "se-stessa", NULL,
		    "una cartella non si collega a se stessa");
		return 0;
	}
	r = registro_collegamento(&ignored, op->a, op->st->registro, &caso.n,
	    &other.n);
	if (r == 0)
		op_errore(op, "con", "gia-collegate", NULL,
		    "%s e %s sono già collegate: prima si scollegano",
		    numero_text(op->a, &caso.n), numero_text(op->a, &other.n));
	return r == ERR_ABSENT ? 0 : r;
}

static int
applica(struct op *op)
{
	struct nodo *n = nodo_new(op->a, "collegamento");
	const char *path, *dal = op_campo(op, "dal");
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = misura_percorso(&path, op, caso.folder,
	    DIR_COLLEGAMENTI)) != 0)
		return r;
	nodo_elem_text(op->a, n, "cartella", op_campo(op, "con"));
	nodo_elem_text(op->a, n, "legame", op_campo(op, "legame"));
	nodo_elem_text(op->a, n, "dal", dal != NULL ? dal : op_oggi(op));
	nodo_elem_text(op->a, n, "nota", op_campo(op, "nota"));
	nodo_elem_text(op->a, n, "autore", op_agente(op));
	nodo_elem_text(op->a, n, "data", op_oggi(op));
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, path, n);
	return 0;
}

const struct atto atto_collega = {
	.nome = "collega",
	.sommario = "collega due cartelle: fratelli, stesso nucleo, parenti, stesso fatto",
	.norma = "art. 5 GDPR",
	.esamina = esamina,
	.applica = applica,
};
