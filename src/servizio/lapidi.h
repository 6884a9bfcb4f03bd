/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lapidi.h - lapidi, espunzioni and scarti held against each other while a store is
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
/* invalid: an espunzione or a scarto of `cartella` names a version where no
 * lapide, or another one, was read.  Any other document: 0. */
int lapidi_nominate(struct lapidi *l, struct arena *a, const char *cartella,
    const struct nodo *doc) MUST;
/* Tells those that none of these has named. */
void lapidi_sole(const struct lapidi *l, struct conto *c,
    const struct ascolto *ascolto);

#endif
