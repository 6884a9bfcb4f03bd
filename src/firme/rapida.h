/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rapida.h - the many OpenPGP signatures of a store, verified in this process
 * with librnp, some hundred times as fast as by a gpg for each.
 *
 * It only ever says "valid", and of the plain case alone: one armoured
 * signature as gpg writes them, of binary data, by a key that was given, sound,
 * not revoked, and in time when it was made.  Of all else it says nothing, and
 * verifica_openpgp decides.  So the two cannot disagree but by a defect, which
 * the tests look for.  In a process of its own: librnp is in no other.
 */
#ifndef FIRME_RAPIDA_H
#define FIRME_RAPIDA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/auto.h"
#include "base/err.h"

struct rapida;

int rapida_new(struct rapida **out) MUST;
void rapida_free(struct rapida *r);
AUTO_DEFINE(rapida, rapida_free)

/* A public key, armoured or not.  What cannot be read is no key here. */
void rapida_key(struct rapida *r, const void *p, size_t n);

/* Is it beyond doubt the signature of the key `attesa` (primary fingerprint)
 * over those bytes? */
bool rapida_vale(struct rapida *r, const char *attesa, const void *firma,
    size_t firma_n, const void *data, size_t n);

#endif
