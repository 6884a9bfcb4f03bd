/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registra_comune.c - which comune a cartella concerns since when: where the
 * person lives, who follows the case, who pays.
 *
 * Refuses: a closed cartella, two comuni of one kind on one day.  Warns: days
 * that none has.  Keeps: one document with all periods, each version of it.
 * Norm: L. 328/2000 art. 6(4).
 */
#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "documenti/comuni.h"

/* *out NULL: none yet. */
static int
present(struct nodo **out, struct op *op, const struct caso *caso)
{
	int r = store_documento(out, op->a, op->st, caso->folder,
	    COMUNI_PERCORSO);

	if (r != ERR_ABSENT)
		return r;
	err_clear();
	*out = NULL;
	return 0;
}

static int
esamina(struct op *op)
{
	struct nodo *doc;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = present(&doc, op, &caso)) != 0)
		return r;
	comuni_check(&op->ril, doc, op->in);
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *doc;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = present(&doc, op, &caso)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, COMUNI_PERCORSO, comuni_make(op->a, doc,
	    op->in));
	return 0;
}

const struct atto atto_registra_comune = {
	.nome = "registra-comune",
	.sommario = "registra il comune di residenza, in carico o che paga",
	.norma = "art. 6(4) L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};
