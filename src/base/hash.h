/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * hash.h - SHA-256 (the impronta of the law) and lower-case hex.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/auto.h"
#include "base/err.h"

#define IMPRONTA_LEN 64		/* hex digits */

struct hash;			/* a SHA-256 being computed */

struct hash *hash_new(void);
void hash_free(struct hash *h);
AUTO_DEFINE(hash, hash_free)
void hash_update(struct hash *h, const void *p, size_t n);
void hash_final(char out[IMPRONTA_LEN + 1], struct hash *h);

/* All at once. */
void hash_hex(char out[IMPRONTA_LEN + 1], const void *p, size_t n);

/* HMAC-SHA-256 (RFC 2104) of n bytes under a key of k bytes. */
void hash_hmac_hex(char out[IMPRONTA_LEN + 1], const void *key, size_t k,
    const void *p, size_t n);

/* From where fd stands to its end, in constant memory. */
int hash_fd(char out[IMPRONTA_LEN + 1], int fd) MUST;

/* 64 lower-case hex digits and nothing else? */
bool hash_valid(const char *s);

/* The bytes of an impronta in base64, as Italian norms write them in XML. */
#define IMPRONTA_BASE64 44
void hash_base64(char out[IMPRONTA_BASE64 + 1], const char *impronta);

void hex_encode(char *out, const void *p, size_t n);	/* out: 2n + 1 */

#endif
