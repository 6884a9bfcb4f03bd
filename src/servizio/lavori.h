/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavori.h - many pieces of work done by several processes, none of which
 * writes.  Internal to servizio/.
 *
 * A piece is a number; what it finds are bytes, kept by its number, so that
 * the order in which they are read does not tell who did what.  A process that
 * dies takes its piece with it, and that is known.
 */
#ifndef SERVIZIO_LAVORI_H
#define SERVIZIO_LAVORI_H

#include <stdbool.h>
#include <stdint.h>

#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"

/* Does piece i and appends what it found.  May be called in another process,
 * where no SQLite of ours may be touched and nothing of memory comes back. */
typedef void lavoro_fn(void *arg, int i, struct buf *out);

struct lavori;

/*
 * Starts `processi` - 1 children (none for 1) on the pieces 0 … n-1, heavy ones
 * first.  peso[i] >= 0 is what piece i counts in lavori_fatto; it and arg stay
 * the caller's and must outlive it.
 */
int lavori_avvia(struct lavori **out, int n, const int64_t *peso,
    int processi, lavoro_fn *fn, void *arg) MUST;
/* Helps until nothing is left, and waits for the others.  fn_passo (may be
 * NULL) is called now and then. */
int lavori_finisci(struct lavori *l, void (*passo)(void *arg), void *arg)
    MUST;
/* What piece i found, valid as long as l; false: the process that had it died,
 * or it was not done. */
bool lavori_esito(struct cursor *out, const struct lavori *l, int i);
/* The sum of the peso of those that are done. */
int64_t lavori_fatto(const struct lavori *l);
/* Kills who still works. */
void lavori_free(struct lavori *l);
AUTO_DEFINE(lavori, lavori_free)

#endif
