/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_openpgp.h - the OpenPGP signatures of a store, many at once.  Internal
 * to servizio/.
 *
 * They are gathered, and those that are beyond doubt good are told so by one
 * process (worker_openpgp); each of the others is shown to gpg, which says
 * what is wrong with it.  Keys: those enrolled in ente/ and no others.
 */
#ifndef SERVIZIO_FIRME_OPENPGP_H
#define SERVIZIO_FIRME_OPENPGP_H

#include "atti/store.h"
#include "base/buf.h"
#include "servizio/servizio.h"

struct raccolta;

struct raccolta *raccolta_new(struct store *st, struct conto *conto,
    const struct ascolto *l);
void raccolta_free(struct raccolta *r);
AUTO_DEFINE(raccolta, raccolta_free)

/* One more; takes the bytes of both.  What is wrong with it, or with those
 * before it, is said under their `luogo`. */
int raccolta_add(struct raccolta *r, const char *luogo, const char *chiave,
    struct buf *firma, struct buf *dati) MUST;
/* Looks at those that still wait. */
int raccolta_end(struct raccolta *r) MUST;

#endif
