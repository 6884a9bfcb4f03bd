/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cifra.h - a file that only its key opens, and that nobody can alter: what a
 * backup is made of.
 *
 * Bytes on disk (docs/formato.md): 8 of form, a salt of 32, then pieces of at
 * most 65536 bytes, each AES-256-GCM with its tag of 16 behind it.  The key of
 * the pieces is HKDF-SHA256 of the given key, the salt and the context, so no
 * two files have the same; the nonce is the place of the piece, with a mark on
 * the last, so none is used twice and none can be left out, moved or cut off.
 * The context says what the file is: another's under the same key is refused.
 */
#ifndef BASE_CIFRA_H
#define BASE_CIFRA_H

#include <stddef.h>
#include <stdint.h>

#include "base/auto.h"
#include "base/err.h"
#include "base/hash.h"

#define CIFRA_CHIAVE 32		/* bytes of a key; twice as many hex digits */
#define CIFRA_SALE 32		/* bytes */

/* A new key, in hex, by the kernel's chance. */
void cifra_chiave(char out[2 * CIFRA_CHIAVE + 1]);

struct cifra;			/* a file being written */

/* fd stays the caller's.  invalid: `chiave` is not 64 hex digits. */
int cifra_open(struct cifra **out, int fd, const char *chiave,
    const char *contesto) MUST;
/* With a salt that was chosen, for answers known beforehand: one that was used
 * before, with the same key and context, would give both files away. */
int cifra_open_con(struct cifra **out, int fd, const char *chiave,
    const char *contesto, const unsigned char sale[CIFRA_SALE]) MUST;
/* What goes wrong is kept for cifra_end. */
void cifra_put(struct cifra *c, const void *p, size_t n);
/* Ends it: SHA-256 and length of what was written.  Not synced. */
int cifra_end(char impronta[IMPRONTA_LEN + 1], int64_t *byte,
    struct cifra **c) MUST;
void cifra_free(struct cifra *c);	/* given up */
AUTO_DEFINE(cifra, cifra_free)

struct decifra;			/* one being read */

/* Takes fd over, when it succeeds.  invalid: it is not such a file. */
int decifra_open(struct decifra **out, int fd, const char *chiave,
    const char *contesto) MUST;
/* The next n bytes, fewer only at the end: *got.  Nothing comes out that was
 * not seen to be whole.  invalid: altered, cut off, another key or context. */
int decifra_get(size_t *got, struct decifra *d, void *p, size_t n) MUST;
/* At the end: SHA-256 of the file as it was read.  invalid: not at the end. */
int decifra_end(char impronta[IMPRONTA_LEN + 1], struct decifra *d) MUST;
void decifra_free(struct decifra *d);
AUTO_DEFINE(decifra, decifra_free)

#endif
