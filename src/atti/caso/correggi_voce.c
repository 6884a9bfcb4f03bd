/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * correggi_voce.c - correct an entry of the diary: a document beside it says
 * what was wrong, why, and how it should read.
 *
 * Refuses: a closed cartella; an entry that is not there or not for who asks;
 * who neither wrote it nor answers for the cartella.  Keeps: the entry stays,
 * and is read with its corrections.  Norm: GDPR artt. 5 (1)(d), 16.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/voci.h"
#include "atti/table.h"
#include "documenti/correzione_voce.h"
#include "documenti/voce_diario.h"

/* The entry with its corrections, when this eye may read it; NULL, and a
 * rilievo: no entry. */
static int
entry(struct nodo **out, struct op *op, const struct caso *caso)
{
	const char *path = op_campo(op, "voce");
	struct occhio occhio = op_occhio(op);
	struct nodo *doc;
	int r;

	*out = NULL;
	if ((r = registro_vede_documento(op->st->registro, &occhio, &caso->n,
	    path)) != 0 || (r = voci_leggi(&doc, op, &caso->n, path)) != 0)
		return r;
	if (strcmp(doc->nome, VOCE_DIARIO) == 0)
		*out = doc;
	else
		op_errore(op, "voce", "voce-ignota", NULL,
		    "%s non è una voce del diario: le voci si vedono con "
		    "«diario»", path);
	return 0;
}

static int
esamina(struct op *op)
{
	struct nodo *voce;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = entry(&voce, op, &caso)) != 0 || voce == NULL)
		return r;
	correzione_voce_check(&op->ril, op->in, voce, op_agente(op),
	    caso.c.responsabile);
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *voce, *doc;
	const char *path;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = entry(&voce, op, &caso)) != 0)
		return r;
	doc = correzione_voce_make(op->a, op->in, voce, op_agente(op),
	    op_oggi(op));
	if ((r = voci_posto(&path, op, caso.folder, CORREZIONI_DIR, doc)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, path, doc);
	return 0;
}

const struct atto atto_correggi_voce = {
	.nome = "correggi-voce",
	.sommario = "corregge una voce del diario, che resta com'era",
	.norma = "artt. 5(1)(d) e 16 GDPR",
	.esamina = esamina,
	.applica = applica,
};
