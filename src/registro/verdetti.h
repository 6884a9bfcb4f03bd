/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verdetti.h - what was found of signatures.  A verdict follows the impronta of
 * the bytes it is of, not the place they have: the same bytes in two
 * registrations have the verdicts of both, a copy that differs has none.
 */
#ifndef REGISTRO_VERDETTI_H
#define REGISTRO_VERDETTI_H

#include "registro/registro.h"

/* How many a registration has: the next one has the ordinal behind that. */
int registro_verdetti_n(int *out, struct registro *r, const struct numero *n)
    MUST;

/* The same of a directory of a folder, "firme/0001"; and their paths there. */
int registro_verdetti_sotto(int *out, struct registro *r,
    const char *cartella, const char *dir) MUST;
int registro_verdetti_percorsi(const char ***out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *dir) MUST;

/*
 * Adds to the view of a registration a <verdetto protocollo= ordine= file=
 * impronta= su= ora= operatore= formato= esito= cartella= percorso=>in words
 * </verdetto> for each look at each of its files (file 0: the main one).
 */
int registro_vista_verdetti(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;

/* The same of bytes, wherever they were registered; and of the signatures that
 * are of those bytes and stand elsewhere. */
int registro_verdetti_impronta(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const char *impronta) MUST;

#endif
