/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * squadra.h - many pieces of work that do not know of each other, done by
 * children of this process, as many at once as there are processors.
 *
 * A child has all that its parent has at the moment of the run: it only reads
 * it, and must not touch a database that the parent has open.  Children die
 * with their parent.
 */
#ifndef BASE_SQUADRA_H
#define BASE_SQUADRA_H

#include "base/buf.h"
#include "base/err.h"

#define SQUADRA_ESITO_MAX 2000	/* bytes that a piece of work gives back */

/* Piece i, by child `operaio` (from 1; 0: this very process). */
typedef int lavoro_fn(struct buf *out, void *arg, int i, int operaio);
/* What it gave back, here, as it comes: in no order. */
typedef int esito_fn(void *arg, int i, const struct buf *out);

/* How many at once are of use. */
int squadra_operai(void);

/*
 * Pieces 0 … n-1, by so many children (1 or less: here, one after the other).
 * The first error, of a piece or of `esito`, ends it and is returned, with its
 * message; fault: a child died.
 */
int squadra_run(int n, int operai, lavoro_fn *lavoro, esito_fn *esito,
    void *arg) MUST;

#endif
