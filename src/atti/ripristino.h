/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ripristino.h - a store restored from a backup that lacks numbers known to
 * have been given.  Until somebody has declared them lost it is only read: what
 * it gave now would be given twice.  Norm: DPR 445/2000 artt. 53 and 63.
 */
#ifndef ATTI_RIPRISTINO_H
#define ATTI_RIPRISTINO_H

#include "atti/store.h"
#include "base/arena.h"
#include "base/err.h"

/* Of the store: the numbers, a line a year. */
#define RIPRISTINO_FILE "ripristino"

struct numeri_aperti {			/* both included */
	int anno, dal, al;
};

int ripristino_apri(const char *dir, const struct numeri_aperti *x, int n)
    MUST;
/* Those that nobody has declared yet; *n 0: none. */
int ripristino_leggi(struct numeri_aperti **out, int *n, struct arena *a,
    const struct store *st) MUST;
/* 1: there are some.  When all are declared the file goes. */
int ripristino_aperto(const struct store *st) MUST;

#endif
