/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sequenza.h - what two sequences have in common, in order, and as much of it
 * as can be.  Pure; knows nothing of what the things are.
 */
#ifndef DOCUMENTI_SEQUENZA_H
#define DOCUMENTI_SEQUENZA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

struct passo {
	char segno;		/* '=' both, '-' only the first, '+' only the
				 * second */
	size_t x, y;		/* where, in the first and in the second */
};

/* Is thing x of the first the same as thing y of the second? */
typedef bool uguali_fn(const void *arg, size_t x, size_t y);

/* The steps that make the second out of the first; what goes stands before
 * what comes.  invalid: too long to compare. */
int sequenza(struct passo **out, size_t *n, struct arena *a, size_t nx,
    size_t ny, uguali_fn *uguali, const void *arg) MUST;

#endif
