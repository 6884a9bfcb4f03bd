/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * interventi.c - what was granted, as the acts that follow it find it: open,
 * ended, seen.  Refuses one that is not of this cartella, or has ended.
 */
#include "atti/caso/caso_passaggio.h"
#include "atti/caso/interventi.h"

#include <string.h>

#include "documenti/cartella.h"
#include "documenti/regole.h"

int
intervento_esamina(struct nodo **out, struct caso *caso, struct op *op)
{
	const char *path = op_campo(op, "intervento");
	struct attuale at;
	struct nodo *doc;
	int r;

	*out = NULL;
	if ((r = caso_scrivibile(caso, op)) != 0)
		return r;
	r = registro_attuale(&at, op->a, op->st->registro, caso->folder,
	    path);
	if (r == ERR_ABSENT ||
	    (r == 0 && strcmp(at.tipo, "intervento") != 0)) {
		op_errore(op, "intervento", "non-intervento", NULL,
		    "%s non è un intervento di questa cartella", path);
		return 0;
	}
	if (r != 0 || (r = store_documento(&doc, op->a, op->st, caso->folder,
	    path)) != 0)
		return r;
	if (intervento_aperto(doc))
		*out = doc;
	else
		op_errore(op, "intervento", "intervento-chiuso", NULL,
		    "l'intervento è finito il %s", giorno_in_cifre(op->a,
		    nodo_value(op->a, doc, "chiusura/data")));
	return 0;
}

int
intervento_esamina_veduto(struct op *op)
{
	struct nodo *intervento;
	struct caso caso;
	int r;

	if ((r = intervento_esamina(&intervento, &caso, op)) != 0 ||
	    (r = caso_stato(op, &caso, NULL)) != 0)
		return r;
	if (intervento != NULL)
		intervento_check_giorno(&op->ril, op->in, intervento,
		    op_oggi(op));
	return 0;
}

int
intervento_veduto(struct op *op, const char *tipo, const char *ufficio)
{
	struct nodo *doc = nodo_new(op->a, tipo);
	const struct nodo *x;
	struct caso caso;
	int r, n;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = registro_documenti(&n, op->st->registro, caso.folder,
	    "controlli")) != 0)
		return r;
	for (x = nodo_child(op->in, "intervento"); x; x = nodo_next(x, NULL))
		nodo_add(doc, nodo_copy(op->a, x));
	nodo_elem_text(op->a, doc, "autore", op_agente(op));
	nodo_elem_text(op->a, doc, "ufficio", ufficio);
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, ordinale_path_grouped(op->a, "controlli",
	    n + 1, ".xml"), doc);
	return caso_passa(op, &caso, NULL);
}
