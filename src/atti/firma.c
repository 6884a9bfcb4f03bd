/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firma.c - sign a document of a case with one's own key.
 *
 * Refuses: to sign for another; without an enrolled key; the same version
 * twice; a document that is neither; a signature that the enrolled key does
 * not confirm at once.  Keeps: what is signed are the stored bytes, so that
 * gpg alone can check them in forty years.  Norm: CAD art. 20 (an OpenPGP
 * signature is freely assessable).
 */
#include <string.h>

#include "atti/cartella.h"
#include "atti/firmare.h"
#include "atti/passi_firma.h"
#include "atti/table.h"

struct prep {
	const char *id, *impronta, *chiave;
	const void *asc;
	size_t n;			/* bytes of asc */
};

/* ---- rules ---- */

static int
check_earlier(struct op *op, const struct attuale *doc)
{
	struct firma_riga *firme;
	int r, n, i;

	if ((r = registro_firme(&firme, &n, op->a, op->st->registro,
	    doc->id)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (strcmp(firme[i].utente, op->utente) == 0 &&
		    strcmp(firme[i].documento_impronta, doc->impronta) == 0)
			op_errore(op, "documento", "gia-firmato", NULL,
			    "hai già firmato questa versione: la firma è %s",
			    firme[i].percorso);
	return 0;
}

static int
check_document(struct op *op, const struct caso *caso)
{
	struct attuale doc;
	int r;

	if ((r = passi_firma_documento(&doc, op, caso)) != 0 ||
	    doc.id == NULL || (r = check_earlier(op, &doc)) != 0)
		return r;
	if (rilievo_find(&op->ril, "gia-firmato") != NULL)
		return 0;
	return passi_firma_esamina(op, &doc);
}

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = firmare_esamina(op)) != 0)
		return r;
	return check_document(op, &caso);
}

/* ---- the signature ---- */

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	AUTO_BUF bytes = { 0 };
	AUTO_BUF asc = { 0 };
	struct attuale doc;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = op_dipende(op, caso.folder)) != 0 ||
	    (r = registro_attuale(&doc, op->a, op->st->registro, caso.folder,
	    op_campo(op, "documento"))) != 0 ||
	    (r = store_bytes(&bytes, op->st, caso.folder,
	    doc.percorso)) != 0)
		return r;
	if ((r = firmare(&asc, &p->chiave, op, bytes.data, bytes.len)) != 0)
		return r < 0 ? r : 0;
	p->id = doc.id;
	p->impronta = doc.impronta;
	p->asc = arena_memdup(op->a, asc.data, asc.len);
	p->n = asc.len;
	op->prep = p;
	return 0;
}

/* ---- effect ---- */

static struct nodo *
document(struct op *op, const struct prep *p)
{
	struct nodo *n = nodo_new(op->a, "firma");

	nodo_elem_text(op->a, n, "documento-percorso",
	    op_campo(op, "documento"));
	nodo_elem_text(op->a, n, "documento-id", p->id);
	nodo_elem_text(op->a, n, "documento-impronta", p->impronta);
	nodo_elem_text(op->a, n, "utente", op->utente);
	nodo_elem_text(op->a, n, "chiave", p->chiave);
	nodo_elem_text(op->a, n, "ora", op->ora_iso);
	return n;
}

/* The bytes signed are still the document, the key still the enrolled one. */
static int
check_still(struct op *op, const struct prep *p, const struct caso *caso)
{
	const char *chiave;
	struct attuale doc;
	int r;

	if ((r = registro_attuale(&doc, op->a, op->st->registro, caso->folder,
	    op_campo(op, "documento"))) != 0 ||
	    (r = registro_chiave_di(&chiave, op->a, op->st->registro,
	    op->utente)) != 0)
		return r;
	if (strcmp(doc.id, p->id) != 0 ||
	    strcmp(doc.impronta, p->impronta) != 0 ||
	    strcmp(chiave, p->chiave) != 0)
		return err_set(ERR_BUSY, "il documento o la chiave sono "
		    "cambiati mentre firmavi: riprova");
	return 0;
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct caso caso;
	int r, n;

	if (p == NULL)
		return err_set(ERR_FAULT, "la firma non è stata preparata");
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = check_still(op, p, &caso)) != 0 ||
	    (r = registro_documenti(&n, op->st->registro, caso.folder,
	    "firme")) != 0)
		return r;
	n = n / 2 + 1;		/* each has its .xml and its .asc */
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, ordinale_path(op->a, "firme", n, ".xml"),
	    document(op, p));
	op_deposita_bytes(op, caso.folder, ordinale_path(op->a, "firme", n,
	    ".asc"), p->asc, p->n);
	return 0;
}

const struct atto atto_firma = {
	.nome = "firma",
	.sommario = "firma una relazione, una proposta, un progetto con la propria chiave",
	.norma = "art. 20 CAD",
	.flags = RICHIEDE_FIRMA | PER_DELEGA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
