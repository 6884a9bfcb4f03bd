/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parola.h - passwords and codes of a second factor, tried in a cage of
 * their own (job "parola"): the one place where a password is looked at.
 *
 * Passwords are kept as yescrypt (crypt(5)); what one costs to try, the same
 * for a user there is and one there is not, is most of a tenth of a second.
 */
#ifndef WORKER_PAROLA_H
#define WORKER_PAROLA_H

#include <stdint.h>

#include "base/err.h"
#include "base/segreto.h"

#define PAROLA_MAX 256		/* bytes of a password */
#define PAROLA_HASH 384		/* bytes of what is kept, with its NUL */
#define TOTP_PASSO 30		/* seconds that a code is shown */

/* What to keep of a password. */
int worker_parola_crea(char out[PAROLA_HASH], const struct segreto *parola)
    MUST;

/* 1: it is that one; 0: not.  hash NULL: there is none to compare with, and the
 * answer is 0 after the same work. */
int worker_parola_vale(const char *hash, const struct segreto *parola) MUST;

/*
 * A code of six digits (RFC 6238) of the key `chiave`, base32, at the moment
 * `ora` or a step beside it: 1, and *passo is its step; 0: not.
 */
int worker_totp(int64_t *passo, const char *chiave,
    const struct segreto *codice, int64_t ora) MUST;

#endif
