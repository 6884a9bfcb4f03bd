/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rinvia_firma.c - who was to sign a document gives it back to who wrote it,
 * and says why.
 *
 * Refuses: who has no step in it, or not yet; a version that was given back
 * already.  Keeps: the version and its signatures; it waits for nobody until
 * there is a new one.  Norm: L. 241/1990 artt. 3, 6.
 */
#include "atti/firme/passi_firma.h"
#include "atti/table.h"
#include "documenti/firmabile.h"

static int
esamina(struct op *op)
{
	struct attuale doc;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = passi_firma_documento(&doc, op, &caso)) != 0)
		return r;
	return doc.id == NULL ? 0 : passi_firma_tocca(op, &doc);
}

static int
applica(struct op *op)
{
	struct nodo *n = nodo_new(op->a, "rinvio-firma");
	struct attuale doc;
	struct caso caso;
	int r, before;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = registro_attuale(&doc, op->a, op->st->registro, caso.folder,
	    op_campo(op, "documento"))) != 0 ||
	    (r = registro_documenti(&before, op->st->registro, caso.folder,
	    RINVII_DIR)) != 0)
		return r;
	nodo_elem_text(op->a, n, "documento-percorso", doc.percorso);
	nodo_elem_text(op->a, n, "documento-id", doc.id);
	nodo_elem_text(op->a, n, "documento-impronta", doc.impronta);
	nodo_elem_text(op->a, n, "autore", op->utente);
	nodo_elem_text(op->a, n, "per", op->per);
	nodo_elem_text(op->a, n, "data", op_oggi(op));
	nodo_add(n, nodo_copy(op->a, nodo_child(op->in, "motivazione")));
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, ordinale_path(op->a, RINVII_DIR,
	    before + 1, ".xml"), n);
	return 0;
}

const struct atto atto_rinvia_firma = {
	.nome = "rinvia-firma",
	.sommario = "rinvia un documento da firmare a chi l'ha scritto, con le ragioni",
	.norma = "artt. 3 e 6 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
