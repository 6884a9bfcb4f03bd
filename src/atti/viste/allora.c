/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * allora.c - a folder as it stood at the end of a day: the documents in force
 * then, its cover and the registrations that were in it.
 *
 * Refuses: a day before it was opened.  Keeps: each version is read from the
 * commit it was written with, its bytes checked against the chain.
 */
#include "atti/viste/allora.h"

#include <string.h>

#include "atti/caso/altrui.h"
#include "atti/ente/tipo.h"
#include "documenti/fascicolo.h"
#include "registro/allora.h"
#include "registro/fascicoli.h"
#include "registro/legami.h"
#include "xml/xml.h"

const char *
allora_copertina(enum serie serie)
{
	switch (serie) {
	case SERIE_ACCESSO:
		return "accesso.xml";
	case SERIE_CARTELLA:
		return "cartella.xml";
	default:
		return FASCICOLO_COPERTINA;
	}
}

static int
load(struct nodo **out, struct op *op, const struct numero *n,
    const struct allora *x)
{
	AUTO_BUF b = { 0 };
	int r;

	if ((r = store_versione(&b, op->st, numero_folder(op->a, n),
	    x->percorso, &x->v)) != 0)
		return r;
	return xml_parse(out, op->a, b.data, b.len, XML_OURS);
}

static int
show_document(struct op *op, const struct numero *n, const char *giorno,
    const char *percorso)
{
	struct occhio occhio = op_occhio(op);
	struct allora *list;
	int r, count;

	if ((r = registro_allora(&list, &count, op->a, op->st->registro,
	    &occhio, n, giorno, percorso)) != 0 ||
	    (r = altrui_si_legge(percorso, list[0].v.tipo)) != 0 ||
	    (r = load(&op->vista, op, n, &list[0])) != 0)
		return r;
	return tipo_testo(op);
}

static void
add_documents(struct op *op, const struct allora *list, int count)
{
	struct nodo *x;
	int i;

	for (i = 0; i < count; i++) {
		x = nodo_elem(op->a, op->vista, "documento");
		nodo_set(op->a, x, "percorso", list[i].percorso);
		nodo_set(op->a, x, "tipo", list[i].v.tipo);
		nodo_set(op->a, x, "impronta", list[i].v.impronta);
		nodo_set(op->a, x, "ora", list[i].v.ora);
		nodo_set(op->a, x, "operatore", list[i].v.operatore);
	}
}

static int
add_cover(struct op *op, const struct numero *n, const struct allora *list,
    int count)
{
	const char *cover = allora_copertina(n->serie);
	struct nodo *doc;
	int i, r;

	for (i = 0; i < count; i++) {
		if (strcmp(list[i].percorso, cover) != 0)
			continue;
		if ((r = load(&doc, op, n, &list[i])) != 0)
			return r;
		nodo_add(op->vista, doc);
	}
	return 0;
}

/* The cartelle it had to do with that day. */
static int
add_linked(struct op *op, const struct numero *n, const char *giorno)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *x, *next;
	const char *al;
	int r;

	if ((r = registro_vista_collegate(op->vista, op->a, op->st->registro,
	    &occhio, n)) != 0)
		return r;
	for (x = nodo_child(op->vista, "collegata"); x != NULL; x = next) {
		next = nodo_next(x, "collegata");
		al = nodo_attr(x, "al");
		if (strcmp(nodo_attr(x, "dal"), giorno) > 0 ||
		    (al != NULL && strcmp(al, giorno) < 0))
			nodo_remove(x);
	}
	return 0;
}

int
allora_mostra(struct op *op, const struct numero *n, const char *giorno)
{
	const char *percorso = op_campo(op, "documento");
	struct occhio occhio = op_occhio(op);
	struct allora *list;
	int r, count;

	if (percorso != NULL)
		return show_document(op, n, giorno, percorso);
	if ((r = registro_allora(&list, &count, op->a, op->st->registro,
	    &occhio, n, giorno, NULL)) != 0)
		return r;
	op->vista = nodo_new(op->a, "fascicolo");
	nodo_set(op->a, op->vista, "al", giorno);
	nodo_elem_text(op->a, op->vista, "riferimento", numero_text(op->a, n));
	if ((r = add_cover(op, n, list, count)) != 0)
		return r;
	add_documents(op, list, count);
	if (n->serie == SERIE_ACCESSO)
		return 0;
	if (n->serie == SERIE_CARTELLA &&
	    (r = add_linked(op, n, giorno)) != 0)
		return r;
	return registro_vista_contenuto(op->vista, op->a, op->st->registro,
	    &occhio, n, giorno);
}
