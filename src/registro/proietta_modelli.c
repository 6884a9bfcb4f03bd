/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_modelli.c - each version of a model of the office; what withdraws
 * it is its document again, with <ritirato>.
 */
#include "registro/proietta.h"

#include <stdlib.h>

/* The fields that were typed, "a, b"; NULL: none. */
static const char *
healed(struct arena *a, const struct nodo *doc)
{
	AUTO_BUF b = { 0 };
	const struct nodo *n;

	for (n = nodo_child(doc, "sanato"); n; n = nodo_next(n, "sanato"))
		buf_printf(&b, "%s%s", b.len > 0 ? ", " : "",
		    nodo_all_text(a, n));
	return b.len > 0 ? arena_strdup(a, buf_str(&b)) : NULL;
}

int
proietta_modello(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *nome = dato(a, doc, "nome");
	const char *ordine = dato(a, doc, "ordine");
	const char *carta = dato(a, doc, "carta");
	const char *denominazione = dato(a, doc, "denominazione");
	const char *titolo = dato(a, doc, "titolo");
	const char *odt = dato(a, doc, "odt");
	const char *operatore = dato(a, doc, "operatore");
	const char *ora = dato(a, doc, "ora");
	int versione;

	if (!nome || !ordine || !carta || !denominazione || !titolo || !odt ||
	    !operatore || !ora)
		return ERR_INVALID;
	versione = (int)strtol(ordine, NULL, 10);
	if (nodo_child(doc, "ritirato") != NULL)
		return db_run(r->db, Q_MODELLO_RITIRA, "sd", nome, versione);
	return db_run(r->db, Q_MODELLO_ADD, "sdsssssssi", nome, versione,
	    carta, denominazione, titolo, odt, healed(a, doc), operatore, ora,
	    p->seq);
}
