/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * squadra.h - many pieces of work that do not know of each other, among this
 * process and children of it.
 *
 * A piece is a number; what it finds are bytes, kept by its number, so that
 * the order in which they are read does not tell who did what.  A child has
 * all that its parent has when they start: it only reads it, must not touch a
 * database that the parent has open, and dies with it.  A child that dies takes
 * its piece with it, and that is known.
 *
 * The first pieces may stand in a line, for who reads what they found one after
 * the other while the rest is still being done.
 */
#ifndef BASE_SQUADRA_H
#define BASE_SQUADRA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"

/*
 * Does piece i and appends what it found; `operaio` is who does it (0: the
 * process that started them, from 1: a child).  Other than 0, with its message:
 * nobody takes another piece, and it is what squadra_finisci returns.
 */
typedef int lavoro_fn(struct buf *out, void *arg, int i, int operaio);

struct squadra;

/* How many at once are of use. */
int squadra_operai(void);
/*
 * Starts `operai` - 1 children (none for 1 or less; one that cannot be started
 * is one less) on the pieces 0 … n-1: first the line, 0 … fila-1, as long as
 * it is read; the others heavy ones first.  peso[i] >= 0 is what piece i counts
 * in squadra_fatto (NULL: each is 1); arg must outlive it.
 */
int squadra_avvia(struct squadra **out, int n, int fila, const int64_t *peso,
    int operai, lavoro_fn *fn, void *arg) MUST;
/*
 * What piece i of the line found, appended; to be asked for 0, 1, … in turn.
 * While it is being done this process does others.  false: nobody has taken it,
 * who did it died, or it failed; do it here.
 */
bool squadra_fila(struct buf *out, struct squadra *s, int i);
/* Helps until nothing is left but what of the line was not asked for, and waits
 * for the others.  passo (may be NULL) is called once for each piece that was
 * done, whoever did it. */
int squadra_finisci(struct squadra *s, void (*passo)(void *arg), void *arg)
    MUST;
/* What piece i found, valid as long as s; false: the process that had it died,
 * or it was not done. */
bool squadra_esito(struct cursor *out, const struct squadra *s, int i);
/* The sum of the peso of those that are done. */
int64_t squadra_fatto(const struct squadra *s);
/* Kills who still works. */
void squadra_free(struct squadra *s);
AUTO_DEFINE(squadra, squadra_free)

#endif
