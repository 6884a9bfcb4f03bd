/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_sigilli.c - up to where the chain is sealed, and the tags of each
 * seal.
 */
#include "registro/proietta.h"

#include <stdlib.h>

/* One tag for each <testa> that names one. */
static int
add_tags(struct registro *r, const struct posizione *p,
    const struct nodo *doc, const char *nome, const char *utente,
    const char *chiave)
{
	const struct nodo *t;
	int e;

	for (t = nodo_child(doc, "testa"); t != NULL; t = nodo_next(t,
	    "testa"))
		if (nodo_attr(t, "tag") != NULL &&
		    (e = db_run(r->db, Q_TAG_ADD, "ssssssi",
		    nodo_attr(t, "cartella"), nome, nodo_attr(t, "tag"),
		    nodo_attr(t, "commit"), utente, chiave, p->seq)) != 0)
			return e;
	return 0;
}

int
proietta_sigillo_giorno(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *giorno = dato(a, doc, "giorno");
	const char *chiave = dato(a, doc, "firma-file/chiave");
	const char *utente = DATO(a, doc, "firma-file/utente");
	int e;

	if (!giorno || !chiave)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_SIGILLO_GIORNO_ADD, "siss", giorno,
	    p->seq, utente, chiave)) != 0)
		return e;
	return add_tags(r, p, doc, arena_printf(a, "giorno/%s", giorno),
	    utente, chiave);
}

int
proietta_sigillo(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ultimo = dato(a, doc, "atti/ultimo");
	const char *chiave = dato(a, doc, "chiave");
	const char *utente = DATO(a, doc, "utente");
	int e;

	if (!ultimo || !chiave)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_SIGILLO_ADD, "iisss",
	    (int64_t)strtoll(ultimo, NULL, 10), p->seq, NULL, utente,
	    chiave)) != 0)
		return e;
	return add_tags(r, p, doc, arena_printf(a, "sigillo/%s", ultimo),
	    utente, chiave);
}
