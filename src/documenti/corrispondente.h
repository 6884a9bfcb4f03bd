/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * corrispondente.h - a body in the address book of the register.
 */
#ifndef DOCUMENTI_CORRISPONDENTE_H
#define DOCUMENTI_CORRISPONDENTE_H

#include "base/arena.h"
#include "xml/nodo.h"

/* "corrispondenti/00/0001.xml", in ente/ */
char *corrispondente_path(struct arena *a, int codice);

/* The document: the fields of `in` (an istanza, or an earlier version). */
struct nodo *corrispondente_make(struct arena *a, const struct nodo *in,
    int codice);
/* The same body as `con`; 0: it stands by itself again. */
void corrispondente_unisci(struct arena *a, struct nodo *doc, int con);

#endif
