/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * nuovo.h - a store made of what was brought: beside the place it is to have,
 * from its git folders and its read log, believed only when nothing in it is
 * wrong, put in place by one rename.  Internal to servizio/.
 */
#ifndef SERVIZIO_NUOVO_H
#define SERVIZIO_NUOVO_H

#include "base/arena.h"
#include "servizio/servizio.h"

struct nuovo {
	struct arena *a;
	const char *che;		/* "l'esportazione": of what it is made */
	const char *posto;		/* where it is to be */
	const char *dir;		/* where it is being made */
	const struct ascolto *l;
	const char *primo;		/* the first defect that was told */
};

/* invalid: `dir` holds something. */
int nuovo_libero(struct arena *a, const char *dir) MUST;
/* invalid: it is not free, or such a making is going on beside it
 * (`coda` ends its name). */
int nuovo_comincia(struct nuovo *n, const char *dir, const char *coda) MUST;
/* What every store has beside its folders: transito/, formato. */
int nuovo_formato(struct nuovo *n) MUST;
/* The register, from the folders; with `tag`, the seals' tags put back; the
 * visible files.  invalid: something in the folders is wrong. */
int nuovo_registro(struct nuovo *n, bool tag) MUST;
/* All of it once more, as verifica does. */
int nuovo_verifica(struct nuovo *n) MUST;
/* After r, 0 or why not: put in its place, or taken away. */
int nuovo_finisci(struct nuovo *n, int r) MUST;

#endif
