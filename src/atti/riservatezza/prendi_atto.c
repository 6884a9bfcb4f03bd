/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prendi_atto.c - the coordinator has seen who opened a cartella out of the
 * ordinary, and why.
 *
 * Refuses: when nobody did, or all was noted; one's own accesses, which
 * another coordinator notes.  Norm: GDPR artt. 5, 32.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"

/* Those of others, that wait; *own counts one's own. */
static int
find(struct straordinario **out, int *n, int *own, struct op *op,
    const struct misurato *caso)
{
	int r, i, kept = 0;

	*own = 0;
	if ((r = registro_straordinari(out, n, op->a, op->st->registro,
	    &caso->n)) != 0)
		return r;
	for (i = 0; i < *n; i++)
		if (strcmp((*out)[i].utente, op_agente(op)) == 0)
			++*own;
		else
			(*out)[kept++] = (*out)[i];
	*n = kept;
	return 0;
}

static int
esamina(struct op *op)
{
	struct straordinario *list;
	struct misurato caso;
	int r, n, own;

	if ((r = misura_find(&caso, op, "cartella")) != 0 ||
	    (r = find(&list, &n, &own, op, &caso)) != 0)
		return r;
	if (n == 0 && own > 0)
		op_errore(op, "cartella", "accesso-proprio", NULL,
		    "l'accesso è tuo: ne prende atto un altro coordinatore");
	else if (n == 0)
		op_errore(op, "cartella", "nessun-accesso", NULL,
		    "non c'è nessun accesso straordinario di cui prendere "
		    "atto");
	return 0;
}

static int
note(struct op *op, const char *folder, const char *path)
{
	struct nodo *doc, *n;
	int r;

	if ((r = store_documento(&doc, op->a, op->st, folder, path)) != 0)
		return r;
	n = nodo_elem(op->a, doc, "presa-d-atto");
	nodo_elem_text(op->a, n, "data", op_oggi(op));
	nodo_elem_text(op->a, n, "utente", op_agente(op));
	nodo_elem_text(op->a, n, "nota", op_campo(op, "nota"));
	op_deposita(op, folder, path, doc);
	return 0;
}

static int
applica(struct op *op)
{
	struct straordinario *list;
	struct misurato caso;
	int r, i, n, own;

	if ((r = misura_find(&caso, op, "cartella")) != 0 ||
	    (r = find(&list, &n, &own, op, &caso)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	for (i = 0; i < n; i++)
		if ((r = note(op, caso.folder, list[i].percorso)) != 0)
			return r;
	return 0;
}

const struct atto atto_prendi_atto = {
	.nome = "prendi-atto",
	.sommario = "il coordinatore prende atto degli accessi straordinari a una cartella",
	.norma = "art. 32 GDPR",
	.esamina = esamina,
	.applica = applica,
};
