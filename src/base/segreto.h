/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * segreto.h - bytes nobody else may read: a passphrase, a PIN.
 *
 * They stand in pages of their own: locked in memory, left out of core dumps
 * and of children, wiped at the end.  Never in a buf, an arena, an argument, a
 * message or the environment.
 */
#ifndef BASE_SEGRETO_H
#define BASE_SEGRETO_H

#include <stddef.h>

#include "base/auto.h"
#include "base/err.h"

#define SEGRETO_MAX 1024	/* bytes of a passphrase */

struct segreto;

/* A copy of them; the caller wipes his own.  invalid: too long, or a NUL
 * within. */
int segreto_new(struct segreto **out, const void *p, size_t n) MUST;
/* Read from fd to its end or to the first new line, which is left out, byte
 * by byte: nothing behind it is taken, no other buffer sees it. */
int segreto_read(struct segreto **out, int fd) MUST;
/* Asked on the terminal of the process, without echo.  absent: there is no
 * terminal. */
int segreto_ask(struct segreto **out, const char *domanda) MUST;
/* NUL-ended; valid until segreto_free. */
const char *segreto_str(const struct segreto *s);
size_t segreto_len(const struct segreto *s);
void segreto_free(struct segreto *s);
AUTO_DEFINE(segreto, segreto_free)

/* Wipes what the compiler would leave. */
void segreto_wipe(void *p, size_t n);

#endif
