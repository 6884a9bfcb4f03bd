/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * delega.h - one person does for another, for a time, some of his atti
 * (ente/deleghe/00/0001.xml).  Pure.
 *
 * The atti are always written out: what the delegante may do later on, in
 * another role, he has not given.
 */
#ifndef DOCUMENTI_DELEGA_H
#define DOCUMENTI_DELEGA_H

#include "base/arena.h"
#include "xml/nodo.h"

char *delega_percorso(struct arena *a, int numero);

/* <delega> from the istanza's <delega>; atti NULL-ended. */
struct nodo *delega_make(struct arena *a, const struct nodo *in, int numero,
    const char *delegante, const char *const *atti);

/* Takes it back, in place. */
void delega_revoca(struct arena *a, struct nodo *delega, const char *utente,
    const char *ora, const char *motivo);

#endif
