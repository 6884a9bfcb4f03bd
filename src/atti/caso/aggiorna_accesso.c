/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * aggiorna_accesso.c - write the scheda of an accesso, or write it again; put
 * a liberatoria to it.
 *
 * Refuses: an accesso that is closed or in care (what follows is written in
 * its cartella).  Keeps: one scheda, whose earlier versions stay in the
 * history.  Norm: L. 328/2000 art. 22 c. 4.
 */
#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/caso/schede.h"
#include "atti/table.h"
#include "documenti/scheda_segretariato.h"

static int
esamina(struct op *op)
{
	struct accesso acc;
	struct numero ac;
	int r;

	if ((r = accesso_find(&acc, &ac, op)) != 0)
		return r;
	if (nodo_child(op->in, "scheda") == NULL &&
	    nodo_child(op->in, "liberatoria") == NULL)
		op_errore(op, "scheda", "niente", NULL, "non c'è niente da "
		    "scrivere: né la scheda né una liberatoria");
	schede_esamina(op);
	return passaggio_esamina(op, OGGETTO_ACCESSO, acc.stato, NULL);
}

/* What was decided stays as it is. */
static int
put_scheda(struct op *op, const char *folder)
{
	const struct nodo *scheda = nodo_child(op->in, "scheda"), *esito;
	struct nodo *doc, *before;
	int r;

	if (scheda == NULL)
		return 0;
	doc = scheda_segretariato_make(op->a, scheda, op_agente(op),
	    op_oggi(op));
	r = store_documento(&before, op->a, op->st, folder,
	    SCHEDA_SEGRETARIATO_PERCORSO);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (r == 0) {
		nodo_set(op->a, doc, "id", nodo_attr(before, "id"));
		if ((esito = nodo_child(before, "esito")) != NULL)
			nodo_add(doc, nodo_copy(op->a, esito));
	}
	op_deposita(op, folder, SCHEDA_SEGRETARIATO_PERCORSO, doc);
	return 0;
}

static int
applica(struct op *op)
{
	const char *folder;
	struct numero ac;
	int r;

	if ((r = numero_parse(&ac, op_campo(op, "accesso"))) != 0)
		return r;
	folder = numero_folder(op->a, &ac);
	op->fatto = numero_text(op->a, &ac);
	if ((r = put_scheda(op, folder)) != 0)
		return r;
	return schede_liberatorie(op, folder);
}

const struct atto atto_aggiorna_accesso = {
	.nome = "aggiorna-accesso",
	.sommario = "scrive o riscrive la scheda di segretariato di un accesso",
	.norma = "art. 22 c. 4 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};
