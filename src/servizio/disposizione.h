/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * disposizione.h - is everything in a store where docs/formato.md §1 puts it,
 * and nothing else there?  Internal to servizio/.
 */
#ifndef SERVIZIO_DISPOSIZIONE_H
#define SERVIZIO_DISPOSIZIONE_H

#include "atti/store.h"
#include "servizio/servizio.h"

/* Names above the folders; what is inside a git folder is folder_check's. */
int verifica_disposizione(struct conto *conto, struct store *st,
    const struct ascolto *l) MUST;

/* The hard links of <cartella>/allegati/: each has the bytes of its name. */
int verifica_legami(struct conto *conto, struct store *st,
    const struct ascolto *l, const char *cartella) MUST;

#endif
