/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dichiara_perduti.c - the numbers that a restored store lacks are lost.
 *
 * Refuses: where none is missing.  Keeps: they were given, and nobody gets them
 * again; which they are says the restoration, never who declares them.
 * Norm: DPR 445/2000 artt. 53 and 63; the verbale says what was sought, where.
 */
#include "atti/cartella.h"
#include "atti/ripristino.h"
#include "atti/table.h"

#define PERDUTI_DIR "perduti"

static int
esamina(struct op *op)
{
	struct numeri_aperti *list;
	int r, n;

	if ((r = ripristino_leggi(&list, &n, op->a, op->st)) != 0)
		return r;
	if (n == 0)
		op_errore(op, "motivo", "nessun-numero-manca",
		    "art. 53 DPR 445/2000", "a questo registro non manca nessun "
		    "numero: si dichiarano perduti solo quelli che «ripristina» "
		    "non ha ritrovato");
	return 0;
}

static void
add_range(struct op *op, struct nodo *doc, const struct numeri_aperti *x)
{
	struct nodo *n = nodo_elem(op->a, doc, "intervallo");

	nodo_elem_printf(op->a, n, "anno", "%d", x->anno);
	nodo_elem_printf(op->a, n, "dal", "%d", x->dal);
	nodo_elem_printf(op->a, n, "al", "%d", x->al);
}

static int
applica(struct op *op)
{
	struct nodo *doc = nodo_new(op->a, "numeri-perduti");
	struct numeri_aperti *list;
	int r, n, i, count;

	if ((r = ripristino_leggi(&list, &n, op->a, op->st)) != 0 ||
	    (r = registro_documenti(&count, op->st->registro, "ente",
	    PERDUTI_DIR)) != 0)
		return r;
	for (i = 0; i < n; i++)
		add_range(op, doc, &list[i]);
	nodo_elem_text(op->a, doc, "verbale", op_campo(op, "verbale"));
	nodo_elem_text(op->a, doc, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, doc, "utente", op_agente(op));
	nodo_elem_text(op->a, doc, "data", op_oggi(op));
	op_deposita(op, "ente", ordinale_path(op->a, PERDUTI_DIR, count + 1,
	    ".xml"), doc);
	return 0;
}

const struct atto atto_dichiara_perduti = {
	.nome = "dichiara-perduti",
	.sommario = "dichiara perduti i numeri che un ripristino non ha ritrovato",
	.norma = "artt. 53 e 63 DPR 445/2000",
	.flags = NEL_RIPRISTINO | PERSONALE,
	.esamina = esamina,
	.applica = applica,
};
