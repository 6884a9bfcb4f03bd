/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_procedimento.c - the table of states and passages: the one adopted
 * last is the one in force; when something was last done in a cartella.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

static int
add_guards(struct registro *r, struct arena *a, const struct nodo *passaggio)
{
	const char *esito = nodo_attr(passaggio, "esito"), *grado;
	const struct nodo *g;
	int e, i = 0;

	for (g = nodo_child(passaggio, "guardia"); g != NULL;
	    g = nodo_next(g, "guardia")) {
		if ((grado = dato(a, g, "@grado")) == NULL)
			return ERR_INVALID;
		if ((e = db_run(r->db, Q_GUARDIA_ADD, "ssssdsd",
		    nodo_attr(passaggio, "oggetto"),
		    nodo_attr(passaggio, "da"), nodo_attr(passaggio, "atto"),
		    esito != NULL ? esito : "", ++i, nodo_attr(g, "nome"),
		    strcmp(grado, "errore") == 0)) != 0)
			return e;
	}
	return 0;
}

int
proietta_procedimento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *giorni = dato(a, doc, "inattivita-giorni"), *esito;
	const struct nodo *n;
	int e, i = 0;

	if (giorni == NULL)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_GUARDIE_TOGLI, "")) != 0 ||
	    (e = db_run(r->db, Q_PASSAGGI_TOGLI, "")) != 0 ||
	    (e = db_run(r->db, Q_PROCEDIMENTO_SET, "di",
	    (int)strtol(giorni, NULL, 10), p->seq)) != 0)
		return e;
	for (n = nodo_child(doc, "passaggio"); n != NULL;
	    n = nodo_next(n, "passaggio")) {
		esito = nodo_attr(n, "esito");
		if ((e = db_run(r->db, Q_PASSAGGIO_ADD, "ssssds",
		    nodo_attr(n, "oggetto"), nodo_attr(n, "da"),
		    nodo_attr(n, "atto"), esito != NULL ? esito : "", ++i,
		    nodo_attr(n, "a"))) != 0 || (e = add_guards(r, a, n)) != 0)
			return e;
	}
	return 0;
}

int
attivita_segna(struct registro *r, const char *cartella, const char *giorno)
{
	struct numero n;
	int e;

	if ((e = numero_of_folder(&n, cartella)) != 0)
		return e;
	if (n.serie != SERIE_CARTELLA)
		return 0;
	return db_run(r->db, Q_ATTIVITA_SET, "dds", n.anno, n.progressivo,
	    giorno);
}

/* A document of which it is enough that it was written: the day of its act. */
int
proietta_attivita(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	(void)doc;
	return attivita_segna(r, p->cartella, arena_strndup(a, p->ora, 10));
}
