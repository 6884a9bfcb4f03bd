/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/agenda/termine.h"

#include <stdlib.h>
#include <string.h>

int
termine_aperto(struct caso *caso, struct termine *out, struct op *op)
{
	int ordine = (int)strtol(op_campo(op, "termine"), NULL, 10), r;
	struct occhio occhio = op_occhio(op);

	if ((r = caso_scrivibile(caso, op)) != 0)
		return r;
	r = registro_termine(out, op->a, op->st->registro, &occhio, &caso->n,
	    ordine);
	if (r == ERR_ABSENT) {
		op_errore(op, "termine", "termine-ignoto", NULL, "%s: li "
		    "elenca «termini %s»", err_msg(),
		    numero_text(op->a, &caso->n));
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	if (!out->aperto)
		op_errore(op, "termine", "termine-risposto", NULL, "al termine "
		    "n. %d (%s) si è già risposto", ordine, out->nome);
	return out->aperto && op->ril.errori == 0;
}

const char *
termine_giorno(struct op *op)
{
	const char *data = op_campo(op, "data");

	return data != NULL ? data : op_oggi(op);
}

void
termine_check_giorno(struct op *op, const struct termine *t)
{
	const char *giorno = termine_giorno(op);

	if (strcmp(giorno, op_oggi(op)) > 0)
		op_errore(op, "data", "data-futura", NULL, "il %s deve ancora "
		    "venire", giorno);
	else if (strncmp(giorno, t->inizio, DATA_LEN) < 0)
		op_errore(op, "data", "prima-dell-inizio", NULL, "il termine "
		    "corre dal %.10s: il %s viene prima", t->inizio, giorno);
}

struct nodo *
termine_nodo(struct op *op, const char *tipo, const struct termine *t)
{
	struct nodo *n = nodo_new(op->a, tipo);

	nodo_elem_printf(op->a, n, "termine", "%d", t->ordine);
	nodo_elem_text(op->a, n, "chiave", t->chiave);
	return n;
}

int
termine_deposita(struct op *op, const struct caso *caso, struct nodo *doc)
{
	int r, n;

	if ((r = registro_documenti(&n, op->st->registro, caso->folder,
	    "termini")) != 0)
		return r;
	nodo_elem_text(op->a, doc, "autore", op_agente(op));
	op->fatto = numero_text(op->a, &caso->n);
	op_deposita(op, caso->folder, ordinale_path_grouped(op->a, "termini",
	    n + 1, ".xml"), doc);
	return 0;
}
