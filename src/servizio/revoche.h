/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * revoche.h - the files about revocations (CRL, OCSP responses) that a store
 * has, in <store>/revoche/: brought by hand or by a program of the office,
 * since this one goes to no network.
 *
 * They are no documents and in no chain: those that a verdict rests on are
 * kept with it.  Any may be removed by hand.
 */
#ifndef SERVIZIO_REVOCHE_H
#define SERVIZIO_REVOCHE_H

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

/*
 * Takes a regular file in; *out says what it is (worker_revoche).  The same
 * file twice is one.  invalid: it is none, or there would be too many.
 */
int servizio_revoche_metti(struct nodo **out, struct arena *a,
    const char *dir, int fd) MUST;

/* What there is: <elenco> with a <revoche file= tipo= emittente= dal= al=>
 * each; one that cannot be read has only file= and illeggibile=. */
int servizio_revoche(struct nodo **out, struct arena *a, const char *dir)
    MUST;

#endif
