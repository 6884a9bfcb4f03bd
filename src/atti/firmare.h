/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firmare.h - the operator's own OpenPGP signature over bytes, checked at once
 * against the key enrolled in ente/.  Internal to atti/.
 */
#ifndef ATTI_FIRMARE_H
#define ATTI_FIRMARE_H

#include "atti/op.h"
#include "base/err.h"

/*
 * Appends a detached armoured signature; *chiave is the fingerprint.  absent:
 * no key enrolled, or its secret part is not in this keyring; invalid: what
 * came out does not verify with the enrolled key.
 */
int firmare(struct buf *out, const char **chiave, struct op *op, const void *p,
    size_t n) MUST;

#endif
