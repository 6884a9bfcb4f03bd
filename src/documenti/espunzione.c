/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/espunzione.h"

#include <string.h>

/* Those on which nothing else stands once the rilievi of `espungi` are none. */
static const char *const types[] = { "voce-diario", "relazione" };

bool
espunzione_ammette(const char *tipo)
{
	size_t i;

	for (i = 0; i < NELEM(types); i++)
		if (strcmp(types[i], tipo) == 0)
			return true;
	return false;
}

struct nodo *
lapide_make(struct arena *a, const struct espunto *e, const char *impronta)
{
	struct nodo *n = nodo_new(a, LAPIDE);

	nodo_set(a, n, "versione", "1");
	nodo_elem_text(a, n, "tipo", e->tipo);
	nodo_elem_text(a, n, "segno", e->segno);
	nodo_elem_text(a, n, "impronta", impronta);
	nodo_elem_text(a, n, "espunto", e->giorno);
	nodo_elem_text(a, n, "provvedimento", e->provvedimento);
	nodo_elem_text(a, n, "istanza", e->istanza);
	return n;
}

int
lapide_di(const char **tipo, struct arena *a, const struct nodo *doc,
    const struct anello_documento *d)
{
	const char *segno, *impronta;

	if (strcmp(doc->nome, LAPIDE) != 0)
		return 0;
	segno = nodo_value(a, doc, "segno");
	impronta = nodo_value(a, doc, "impronta");
	if (segno == NULL || impronta == NULL || strcmp(segno, d->segno) != 0 ||
	    strcmp(impronta, d->impronta) != 0)
		return err_set(ERR_INVALID, "la lapide è di un altro "
		    "documento");
	*tipo = nodo_value(a, doc, "tipo");
	return 1;
}

struct nodo *
espunzione_make(struct arena *a, const struct espunto *e, const char *autore,
    const char *motivo)
{
	struct nodo *n = nodo_new(a, ESPUNZIONE);

	nodo_elem_text(a, n, "autore", autore);
	nodo_elem_text(a, n, "scritto", e->giorno);
	nodo_elem_text(a, n, "provvedimento", e->provvedimento);
	nodo_elem_text(a, n, "motivo", motivo);
	nodo_elem_text(a, n, "percorso", e->percorso);
	nodo_elem_text(a, n, "tipo", e->tipo);
	nodo_elem_text(a, n, "segno", e->segno);
	nodo_elem_text(a, n, "riservata-di", e->riservata_di);
	return n;
}

void
espunzione_versione(struct arena *a, struct nodo *n, int64_t seq,
    const char *impronta, const char *lapide)
{
	struct nodo *v = nodo_elem(a, n, "versione");

	nodo_elem_printf(a, v, "atto", "%lld", (long long)seq);
	nodo_elem_text(a, v, "impronta", impronta);
	nodo_elem_text(a, v, "lapide", lapide);
}

void
espunzione_commit(struct arena *a, struct nodo *n, int64_t seq,
    const char *prima, const char *dopo)
{
	struct nodo *c = nodo_elem(a, n, "commit");

	nodo_elem_printf(a, c, "atto", "%lld", (long long)seq);
	nodo_elem_text(a, c, "prima", prima);
	nodo_elem_text(a, c, "dopo", dopo);
}
