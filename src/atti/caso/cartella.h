/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cartella.h - what the atti on a cartella have in common.  Internal to atti/.
 */
#ifndef ATTI_CASO_CARTELLA_H
#define ATTI_CASO_CARTELLA_H

#include "atti/op.h"

/* A cartella as the operator of this act sees it. */
struct caso {
	struct numero n;
	const char *folder;
	struct cartella c;
};

/* The cartella of the field `cartella`; absent: none, or hidden. */
int caso_find(struct caso *out, struct op *op) MUST;
/* The cartella of that number. */
int caso_di(struct caso *out, struct op *op, const char *numero) MUST;
/* The same, with a rilievo when it is closed: nothing is written in it. */
int caso_scrivibile(struct caso *out, struct op *op) MUST;

/* Those of every field `cartella`, in order, each writable: an act on several
 * is one act, a document in each.  absent: one of them is, or is hidden. */
int casi_scrivibili(struct caso **out, int *n, struct op *op) MUST;

/* A document of it; *out NULL: there is none, or this eye may not read it. */
int caso_documento_visto(struct nodo **out, struct op *op,
    const struct caso *caso, const char *percorso) MUST;

/* caso_find in prepara: if the cartella moves before the lock, the act is
 * prepared again. */
int caso_dipende(struct caso *out, struct op *op) MUST;

/* Warns of a text for the register, the field at `path`, that names the
 * person of the cartella: initials and number belong there. */
int caso_senza_nome(struct op *op, const struct caso *caso, const char *path,
    const char *testo) MUST;

/* The accesso of the field `accesso`, with its number; absent: none, or
 * hidden. */
int accesso_find(struct accesso *out, struct numero *n, struct op *op) MUST;

/* The day of the act; before the lock, today. */
const char *op_oggi(struct op *op);

/* Adds <persona> (cognome, nome, nascita) to the vista of a case, when who it
 * is about is for this eye: whoever writes must see about whom. */
int caso_persona(struct nodo *vista, struct op *op, const struct numero *n)
    MUST;

#endif
