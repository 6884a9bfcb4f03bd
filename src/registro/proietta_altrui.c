/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_altrui.c - what came with the case of another body.
 *
 * Keeps: of their documents there is a row in the list of documents and, of
 * those we can read, the words, and when a measure of a court ends; no user,
 * office, équipe, term or person of theirs becomes one of ours.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/provenienza.h"
#include "registro/testo.h"

/* ---- their documents ---- */

static int
read_one(struct registro *r, const struct posizione *p, const struct nodo *doc)
{
	AUTO(arena) a = arena_new();
	int e;

	if ((e = misura_di_altri(r, a, p, doc)) != 0 || doc == NULL)
		return e;
	/* a letter tells what other documents say, here too */
	if (strcmp(doc->nome, "comunicazione") == 0 &&
	    (e = lettera_riporta(r, a, p, doc)) != 0)
		return e;
	return testo_documento(r, a, p, doc);
}

int
registro_proietta_altrui(struct registro *r, const struct posizione *p,
    const struct nodo *const *doc, int n)
{
	int e, i;

	for (i = 0; i < n; i++)
		if ((e = db_run(r->db, Q_ATTUALE_SET, "sssssi", p[i].cartella,
		    p[i].percorso, p[i].id, p[i].tipo, p[i].impronta,
		    p[i].seq)) != 0)
			return e;
	for (i = 0; i < n; i++)
		if ((e = read_one(r, &p[i], doc[i])) != 0)
			return e;
	return 0;
}

/* ---- what their documents name ---- */

static int
add_attachment(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *x, const char *percorso)
{
	return db_run(r->db, Q_ALLEGATO_ALTRUI_ADD, "ssssd", p->cartella,
	    dato(a, x, "impronta"), percorso, dato(a, x, "nome"),
	    (int)strtol(p->ora, NULL, 10));
}

int
proietta_provenienza(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *sotto = dato(a, doc, "sotto");
	const struct nodo *x, *d;
	int e;

	if (sotto == NULL)
		return ERR_INVALID;
	for (x = nodo_child(doc, "allegato"); x; x = nodo_next(x, "allegato")) {
		if (nodo_child(x, "di") == NULL &&
		    (e = add_attachment(r, a, p, x, p->percorso)) != 0)
			return e;
		for (d = nodo_child(x, "di"); d; d = nodo_next(d, "di"))
			if ((e = add_attachment(r, a, p, x, arena_printf(a,
			    "%s/%s", sotto, nodo_all_text(a, d)))) != 0)
				return e;
	}
	return 0;
}
