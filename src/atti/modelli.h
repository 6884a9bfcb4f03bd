/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modelli.h - the model by which a paper is made: one that the office has
 * adopted (ente/modelli/), or one that comes with the program.  Internal to
 * atti/.
 */
#ifndef ATTI_MODELLI_H
#define ATTI_MODELLI_H

#include "atti/op.h"
#include "base/err.h"

struct modello_scelto {
	const char *nome;
	int versione;			/* from 1; 0: shipped */
	const char *impronta;		/* SHA-256 of the ODT */
	const void *p;			/* the ODT, taken in (resa/modello.h) */
	size_t n;			/* bytes */
	struct nodo *scheda;		/* the fields it uses */
	const char *denominazione, *titolo;
};

/*
 * The model of that name for that kind of paper: the office's, if one is
 * adopted and not withdrawn, otherwise the shipped one.  If ente/ moves before
 * the lock, the act is prepared again.  absent: none of that name for that
 * kind; the message says which there are.
 */
int modello_scegli(struct modello_scelto *out, struct op *op,
    const char *nome, const char *carta) MUST;

/* A version that the office adopted at some time (0: the shipped one), whether
 * or not it is in force.  absent: there was none. */
int modello_versione(struct modello_scelto *out, struct op *op,
    const char *nome, int versione) MUST;

/* "modelli/convocazione/modello.odt" in ente/. */
char *modello_percorso(struct arena *a, const char *nome, const char *file);

/* The <modello> of the index of those shipped; *out NULL: not one of them. */
int modello_in_indice(const struct nodo **out, struct arena *a,
    const char *nome) MUST;

#endif
