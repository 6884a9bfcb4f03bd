/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * copiare.h - what the acts that make a copy of a document of a cartella have
 * in common.  Internal to atti/.
 */
#ifndef ATTI_CARTE_COPIARE_H
#define ATTI_CARTE_COPIARE_H

#include "atti/carte/stampare.h"
#include "atti/caso/cartella.h"

/* <autore>, <scritto>, <documento-…> of a document that keeps a copy of s. */
void copiare_origine(struct nodo *doc, struct op *op,
    const struct stampando *s);

/* esamina: a reserved entry of the diary, or what corrects it, is copied for
 * nobody: a copy would open to more than it does. */
void copiare_non_riservato(struct op *op, const struct stampando *s);

/* Has the case an address that is protected? */
int copiare_protetto(bool *out, struct op *op, const struct numero *n) MUST;

/* The policy of redaction in force: how many there were up to it, its impronta. */
int copiare_politica(int *versione, const char **impronta, struct op *op)
    MUST;

/* The next path of a directory of the cartella ("copie"). */
int copiare_percorso(const char **out, struct op *op, const struct caso *caso,
    const char *dir) MUST;

/* Bytes into transito/, linked to allegati/ of the cartella. */
int copiare_allegato(const char **impronta, struct op *op,
    const struct caso *caso, const void *p, size_t n, const char *nome) MUST;

/* "relazioni-0001-CS-2026-0000001": a name for the files. */
const char *copiare_nome(struct op *op, const struct stampando *s);

#endif
