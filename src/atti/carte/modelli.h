/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modelli.h - the model by which a paper is made: one that the office has
 * adopted (ente/modelli/), or one that comes with the program.  Internal to
 * atti/.
 */
#ifndef ATTI_CARTE_MODELLI_H
#define ATTI_CARTE_MODELLI_H

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

/* The one in use, whatever its kind.  absent: none is. */
int modello_in_uso(struct modello_scelto *out, struct op *op,
    const char *nome) MUST;

/*
 * The dictionary of a kind of paper: of the program, or of a type of document
 * that the body has adopted ("tipo:abitazione").  absent: no such kind; the
 * message says which there are.
 */
int modello_dizionario(struct nodo **out, struct op *op, const char *carta)
    MUST;

/* A <carta nome= denominazione=> for each kind of paper. */
int modello_carte(struct nodo *out, struct op *op) MUST;

/* A document <modello> into ente/: always the same one. */
int modello_deposita(struct op *op, struct nodo *doc) MUST;

/* What a scheda says, as the fields of the document <modello>; and those of
 * them that were typed, "a, b"; NULL: none. */
void modello_campi(struct nodo *doc, struct arena *a,
    const struct nodo *scheda);
const char *modello_sanati(struct arena *a, const struct nodo *doc);

/* "modelli/convocazione/modello.odt" in ente/. */
char *modello_percorso(struct arena *a, const char *nome, const char *file);

/* The <modello> of the index of those shipped; *out NULL: not one of them. */
int modello_in_indice(const struct nodo **out, struct arena *a,
    const char *nome) MUST;

#endif
