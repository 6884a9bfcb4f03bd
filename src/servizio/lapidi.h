/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lapidi.h - lapidi and espunzioni held against each other while a store is
 * read back: neither is believed without the other.  Internal to servizio/.
 */
#ifndef SERVIZIO_LAPIDI_H
#define SERVIZIO_LAPIDI_H

#include "base/buf.h"
#include "documenti/espunzione.h"
#include "servizio/servizio.h"

struct lapidi;

struct lapidi *lapidi_new(struct arena *a);
/* That stands where act `seq` wrote document d. */
void lapidi_letta(struct lapidi *l, int64_t seq,
    const struct anello_documento *d, const struct buf *b);
/* invalid: an espunzione of `cartella` names a version where no lapide, or
 * another one, was read. */
int lapidi_nominate(struct lapidi *l, struct arena *a, const char *cartella,
    const struct nodo *espunzione) MUST;
/* Tells those that no espunzione has named. */
void lapidi_sole(const struct lapidi *l, struct conto *c,
    const struct ascolto *ascolto);

#endif
