/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * eventi.h - who came in, who was refused, what changed of how one comes in:
 * append-only, hash-linked as the read log is.
 *
 * Norm: Garante 27/11/2008 (accesses of system administrators, six months at
 * least), GDPR art. 32.  Refuses: what somebody typed as a name, when it is
 * nobody's: it may be a password.
 */
#ifndef ACCESSO_EVENTI_H
#define ACCESSO_EVENTI_H

#include <stdbool.h>
#include <stdint.h>

#include "accesso/porta.h"
#include "base/arena.h"
#include "base/err.h"

struct evento {
	int64_t n;
	const char *ora;		/* ISO with zone */
	const char *tipo;		/* "entra", "secondo", "esce", … */
	const char *utente;		/* NULL: nobody known */
	const char *indirizzo;		/* "-": the service's own terminal */
	bool rifiutato;
	const char *dettaglio;		/* Italian, a few words; "" none */
};

/* Durable when it returns. */
int evento_aggiungi(struct porta *p, const struct evento *e) MUST;

/* Newest first, at most `max`: of a user (NULL: all), behind row `dopo` (0:
 * from the last), only refusals if `rifiuti`. */
int eventi_elenco(struct evento **out, int *n, struct arena *a,
    struct porta *p, const char *utente, bool rifiuti, int64_t dopo, int max)
    MUST;

/* Calls fn for each row that does not follow from the one before, with n 0 for
 * the schema of accesso.sqlite, or the file as such; *n rows read. */
typedef void evento_guasto_fn(void *arg, int64_t n, const char *che);
int eventi_check(int64_t *n, struct porta *p, evento_guasto_fn *fn, void *arg)
    MUST;

#endif
