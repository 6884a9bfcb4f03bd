/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rifai.c - a paper of a cartella made again: the model that made it, from the
 * folder, filled with what its document says.
 *
 * Refuses by "absent" what the user may not read.  Keeps: the bytes are those
 * whose impronta is recorded, or there is a fault and nothing is handed over:
 * neither a model replaced nor a scheda changed since can alter them.
 * Norm: DPR 445/2000 art. 53; GDPR art. 5 c. 1 lett. f.
 */
#include <string.h>

#include "atti/carte/carta.h"
#include "atti/table.h"
#include "base/file.h"
#include "base/hash.h"
#include "documenti/determinazione.h"
#include "resa/modello.h"

struct carta_fatta {
	const struct nodo *da;		/* holds <modello-usato> and <odt> */
	struct nodo *dati;
	const char *titolo;
};

/* ---- the document ---- */

/* Where each document that keeps a paper says so; false: it keeps none. */
static bool
paper_of(struct carta_fatta *out, struct arena *a, const struct nodo *doc)
{
	*out = (struct carta_fatta){ 0 };
	if (strcmp(doc->nome, "comunicazione") == 0) {
		out->da = doc;
		out->dati = nodo_child(doc, "lettera");
		out->titolo = nodo_value(a, out->dati, "oggetto");
	} else if (strcmp(doc->nome, "proposta") == 0) {
		out->da = nodo_child(doc, "approvazione");
		out->dati = nodo_find(doc, "approvazione/lettera");
		out->titolo = TITOLO_PROPOSTA;
	} else if (strcmp(doc->nome, "determinazione") == 0) {
		out->da = nodo_child(doc, "adozione");
		if (nodo_find(doc, "adozione/modello-usato") != NULL)
			out->dati = determinazione_carta_fatta(a, doc);
		out->titolo = TITOLO_DETERMINAZIONE;
	}
	return out->da != NULL && nodo_child(out->da, "modello-usato") != NULL;
}

static int
read_paper(struct carta_fatta *out, struct op *op, const struct caso *caso)
{
	const char *percorso = op_campo(op, "documento");
	struct occhio occhio = op_occhio(op);
	struct nodo *doc;
	int r;

	if ((r = registro_vede_documento(op->st->registro, &occhio, &caso->n,
	    percorso)) != 0 ||
	    (r = store_documento(&doc, op->a, op->st, caso->folder,
	    percorso)) != 0)
		return r;
	if (!paper_of(out, op->a, doc))
		return err_set(ERR_INVALID, "%s non è una carta fatta con un "
		    "modello: si rifà una comunicazione, una proposta "
		    "approvata, una determinazione adottata", percorso);
	return 0;
}

/* ---- making it again ---- */

static int
check_bytes(const struct buf *b, const char *impronta, const char *che)
{
	char is[IMPRONTA_LEN + 1];

	hash_hex(is, b->data, b->len);
	return strcmp(is, impronta) == 0 ? 0 : err_set(ERR_FAULT,
	    "%s ha impronta %s, non %s come è registrato: eseguire «cartella "
	    "verifica»", che, is, impronta);
}

/* The model, as the folder keeps it. */
static int
read_model(struct buf *out, struct op *op, const struct caso *caso,
    const struct carta_fatta *c)
{
	const char *impronta = nodo_value(op->a, c->da,
	    "modello-usato/impronta");
	const char *path = arena_printf(op->a, "%s/allegati/%s.odt",
	    caso->folder, impronta);
	int r;

	if ((r = file_read(out, store_path(op->a, op->st, path),
	    MODELLO_MAX)) != 0)
		return err_prefix(ERR_FAULT, "manca il modello, %s", path);
	return check_bytes(out, impronta, path);
}

static int
make_again(struct buf *odt, struct op *op, const struct caso *caso,
    const struct carta_fatta *c)
{
	AUTO_BUF model = { 0 };
	struct nodo *manca = NULL;
	int r;

	if ((r = read_model(&model, op, caso, c)) != 0 ||
	    (r = modello_riempi(odt, &manca, op->a, model.data, model.len,
	    c->dati, c->titolo, 0)) != 0)
		return r;
	if (manca != NULL)
		return err_set(ERR_FAULT, "al documento manca ciò che la "
		    "carta diceva: %s", carta_manca_in_parole(op->a, manca));
	return check_bytes(odt, nodo_value(op->a, c->da, "odt"),
	    "la carta rifatta");
}

static int
applica(struct op *op)
{
	struct carta_fatta c;
	AUTO_BUF odt = { 0 };
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = read_paper(&c, op, &caso)) != 0 ||
	    (r = make_again(&odt, op, &caso, &c)) != 0)
		return r;
	op->vista = nodo_new(op->a, "rifatta");
	nodo_elem_text(op->a, op->vista, "cartella", op_campo(op, "cartella"));
	nodo_elem_text(op->a, op->vista, "documento", op_campo(op,
	    "documento"));
	nodo_elem_printf(op->a, op->vista, "nota", "gli stessi byte della "
	    "carta registrata (impronta %s), con il modello «%s», versione %s",
	    nodo_value(op->a, c.da, "odt"), nodo_value(op->a, c.da,
	    "modello-usato/nome"), nodo_value(op->a, c.da,
	    "modello-usato/versione"));
	op->letto = arena_printf(op->a, "%s;documento=%s",
	    numero_text(op->a, &caso.n), op_campo(op, "documento"));
	op->bytes = arena_memdup(op->a, odt.data, odt.len);
	op->n_bytes = odt.len;
	return 0;
}

const struct atto atto_rifai = {
	.nome = "rifai",
	.sommario = "rifà una carta dal suo modello e dai suoi dati: gli stessi byte",
	.norma = "art. 53 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};
