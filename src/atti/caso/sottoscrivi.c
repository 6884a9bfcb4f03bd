/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sottoscrivi.c - the person signs on paper a document of the cartella, or
 * will not: who, in which capacity, when.
 *
 * Refuses: a closed cartella; a document that is not signed by persons; a
 * signature without the registration of its paper, a refusal without reason;
 * the registration the operator cannot read.  Keeps: which version was signed;
 * a signed document is not written again.  Norm: L. 328/2000 art. 14.
 */
#include <string.h>

#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "base/auto.h"
#include "documenti/sottoscrizione.h"

static const struct scrittura sottoscrizione = {
	.tipo = "sottoscrizione",
	.che = "la sottoscrizione",
	.dir = "sottoscrizioni",
	.campo = "documento",
	.check = sottoscrizione_check,
};

/* The document; absent: with a rilievo. */
static int
find_document(struct attuale *out, struct op *op, const struct caso *caso)
{
	static const char *const tipi[] = { "progetto", "affidamento" };
	const char *path = op_campo(op, "documento");
	size_t i;
	int r;

	r = registro_attuale(out, op->a, op->st->registro, caso->folder, path);
	if (r == ERR_ABSENT)
		op_errore(op, "documento", "documento-ignoto", NULL,
		    "nella cartella non c'è %s", path);
	if (r != 0)
		return r;
	for (i = 0; i < NELEM(tipi); i++)
		if (strcmp(out->tipo, tipi[i]) == 0)
			return 0;
	op_errore(op, "documento", "non-si-sottoscrive", NULL, "%s non si fa "
	    "firmare alla persona: si sottoscrivono progetti e affidamenti",
	    path);
	return 0;
}

static int
esamina(struct op *op)
{
	struct attuale at;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0)
		return r;
	sottoscrizione_check(&op->ril, op->in, op_oggi(op));
	r = find_document(&at, op, &caso);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	return scrivere_protocollo(op);
}

static void
place(struct op *op, struct nodo *before, const char *nome, const char *v)
{
	struct nodo *n = nodo_new(op->a, nome);

	nodo_text(op->a, n, v);
	nodo_add_before(before, n);
}

static int
applica(struct op *op)
{
	struct scrittura s = sottoscrizione;
	struct nodo *doc, *after;
	struct attuale at;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = find_document(&at, op, &caso)) != 0)
		return r;
	doc = scrivere_copia(op, &s);
	s.campo = NULL;		/* a new one, always */
	after = nodo_child(doc, "esito");
	place(op, after, "documento-percorso", at.percorso);
	place(op, after, "documento-id", at.id);
	place(op, after, "documento-impronta", at.impronta);
	return scrivere_deposita(op, &caso, &s, doc);
}

const struct atto atto_sottoscrivi = {
	.nome = "sottoscrivi",
	.sommario = "registra che la persona ha firmato un documento, o non ha voluto",
	.norma = "art. 14 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};
