/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fiducia.h - whom the office believes when a signature is verified, and what
 * it knows of revocations.  Internal to atti/ and servizio/.
 *
 * Keeps: who was believed at the reference time counts, not who is today.
 * Norm: Reg. (UE) 910/2014 artt. 22, 32.
 */
#ifndef ATTI_FIRME_FIDUCIA_H
#define ATTI_FIRME_FIDUCIA_H

#include "atti/store.h"
#include "firme/cms.h"

/* Where answers about revocations are put (service command «revoche»). */
#define REVOCHE_DIR "revoche"
#define REVOCHE_TUTTE ((size_t)96 * 1024 * 1024)	/* bytes of them all */

/*
 * Certificates believed at the moment `ora` (seconds), and every CRL and OCSP
 * answer of the store: for verifica_*, worker_firme.  All in the arena.  A
 * store that adopted nothing believes nobody.
 */
int fiducia_carica(struct fiducia *out, struct arena *a, struct store *st,
    int64_t ora) MUST;

/* The documents of type fiducia that are in force, in the order of their
 * names; NULL-ended. */
int fiducia_adottate(struct nodo ***out, struct arena *a, struct store *st)
    MUST;

#endif
