/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firmare.h - the operator's own OpenPGP signature over bytes, confirmed at
 * once by the key enrolled in ente/.  Internal to atti/.
 *
 * Refuses: to sign for another (a signature is personal), without an enrolled
 * key, a result that the enrolled key does not confirm.  Norm: CAD art. 20.
 */
#ifndef ATTI_FIRMARE_H
#define ATTI_FIRMARE_H

#include "atti/op.h"
#include "base/err.h"

/* esamina: may and can the operator sign?  Rilievi when not. */
int firmare_esamina(struct op *op) MUST;

/*
 * prepara: appends a detached armoured signature; *chiave is the fingerprint.
 * 1: not signed, and a rilievo says why.
 */
int firmare(struct buf *out, const char **chiave, struct op *op, const void *p,
    size_t n) MUST;

#endif
