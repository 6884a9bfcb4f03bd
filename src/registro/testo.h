/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * testo.h - the full text of the documents of accessi and cartelle.
 *
 * Only the version in force is found.  What a reader may not see is not found
 * nor counted; a riservata entry of the diary is not in the text at all, so
 * that its words stand in no place but its own.
 */
#ifndef REGISTRO_TESTO_H
#define REGISTRO_TESTO_H

#include "registro/registro.h"

/* ---- for projections ---- */

/* After every document of a case: its words; and, when it changed who may see
 * the case, the tokens of all that is in it. */
int testo_documento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc) MUST;

/* The words of a document are found no more. */
int testo_togli(struct registro *r, const char *cartella,
    const char *percorso) MUST;

/* ---- for atti ---- */

#define TESTO_LIMITE 200

struct testo_criteri {
	const char *parole;		/* all of them; the last may be cut */
	const struct numero *caso;	/* in this one only; NULL: in any */
	const char *tipo;		/* of document; NULL: any */
	const char *dal, *al;		/* days, included; NULL */
	int limite;			/* from 1 to TESTO_LIMITE */
	const struct numero *dopo;	/* goes on behind document */
	const char *dopo_percorso;	/* dopo_percorso of this case; NULL */
};

/*
 * <trovati>, newest first, one <trovato riferimento= percorso= tipo= giorno=>
 * each: the words around as a sequence of <intorno> and <parola>; corretta="si":
 * an entry of the diary that a later one corrects.  <trovati altri="si">: there
 * is more.  absent: `dopo` is none of what he may see.
 */
int testo_trova(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct testo_criteri *c) MUST;

#endif
