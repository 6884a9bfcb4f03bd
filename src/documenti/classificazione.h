/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * classificazione.h - a registration gets another classifica; the one it had,
 * who changed it and when stay (DPR 445/2000 art. 64 c. 4).  Pure.
 */
#ifndef DOCUMENTI_CLASSIFICAZIONE_H
#define DOCUMENTI_CLASSIFICAZIONE_H

#include "base/arena.h"
#include "xml/nodo.h"

/* <classificazione> from <classifica>, the ordine-th of its registration;
 * titolario, the name of the plan in force, may be NULL. */
struct nodo *classificazione_make(struct arena *a, const struct nodo *in,
    int ordine, const char *da, const char *titolario, const char *ora,
    const char *operatore);

#endif
