/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rinvia.c - the coordinator sends a proposta back to who made it, with the
 * reasons: it finds it on its scrivania.
 *
 * Refuses: a proposta already answered, a cartella that waits for none.
 * Keeps: the reasons in the proposta; the next one is another document.
 * Norm: Prato procedure, step 4; L. 241/1990 art. 3.
 */
#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/caso/proposte.h"
#include "atti/table.h"
#include "documenti/cartella.h"
#include "documenti/proposta.h"

static int
esamina(struct op *op)
{
	struct nodo *proposta;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = passaggio_esamina(op, OGGETTO_CARTELLA, caso.c.stato,
	    NULL)) != 0)
		return r;
	return proposte_in_attesa(&proposta, op, &caso);
}

static int
applica(struct op *op)
{
	const char *path = op_campo(op, "proposta");
	struct nodo *cover, *proposta;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = store_documento(&proposta, op->a, op->st, caso.folder,
	    path)) != 0 || (r = passaggio_copertina(&cover, op, caso.folder,
	    OGGETTO_CARTELLA, NULL)) != 0)
		return r;
	proposta_rinvia(op->a, proposta, op->in, op_agente(op), op_oggi(op));
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, path, proposta);
	op_deposita(op, caso.folder, CARTELLA_COPERTINA, cover);
	return 0;
}

const struct atto atto_rinvia = {
	.nome = "rinvia",
	.sommario = "rinvia una proposta a chi l'ha fatta, con le ragioni",
	.norma = "art. 3 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
