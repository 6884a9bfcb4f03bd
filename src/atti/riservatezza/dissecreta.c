/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dissecreta.c - a cartella is sealed no longer; that it was, and why, stays
 * written.
 *
 * Refuses: one that is not sealed, or was destroyed; without a provvedimento, one sealed for an
 * adoption.  Norm: L. 184/1983 art. 28.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"
#include "documenti/scarto.h"

static int
check_adoption(struct op *op, const struct luogo *l)
{
	struct nodo *doc;
	int r;

	if ((r = store_documento(&doc, op->a, op->st, l->cartella,
	    l->percorso)) != 0)
		return r;
	/* destroyed, it stays sealed by the document that says so */
	if (strcmp(doc->nome, SCARTO) == 0)
		op_errore(op, "cartella", "scartata", "art. 21 D.lgs 42/2004",
		    "è stata scartata: il segreto resta su ciò che ne dicono "
		    "le registrazioni");
	else if (strcmp(nodo_value(op->a, doc, "motivo"), "adozione") == 0 &&
	    op_campo(op, "provvedimento") == NULL)
		op_errore(op, "provvedimento", "manca-provvedimento",
		    "art. 28 L. 184/1983", "è secretata per un'adozione: serve "
		    "il provvedimento del tribunale per i minorenni");
	return 0;
}

static int
esamina(struct op *op)
{
	struct misurato caso;
	struct luogo l;
	int r;

	if ((r = misura_find(&caso, op, "cartella")) != 0)
		return r;
	r = registro_secretazione(&l, op->a, op->st->registro, &caso.n);
	if (r == 0)
		return check_adoption(op, &l);
	if (r == ERR_ABSENT)
		op_errore(op, "cartella", "non-secretata", NULL,
		    "%s non è secretata", numero_text(op->a, &caso.n));
	return r == ERR_ABSENT ? 0 : r;
}

static int
applica(struct op *op)
{
	struct misurato caso;
	struct luogo l;
	int r;

	if ((r = misura_find(&caso, op, "cartella")) != 0 ||
	    (r = registro_secretazione(&l, op->a, op->st->registro,
	    &caso.n)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	return misura_togli(op, &l, op_oggi(op));
}

const struct atto atto_dissecreta = {
	.nome = "dissecreta",
	.sommario = "toglie il segreto a una cartella",
	.norma = "art. 28 L. 184/1983",
	.esamina = esamina,
	.applica = applica,
};
