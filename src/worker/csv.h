/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * csv.h - a table of somebody else's (RFC 4180), read in a cage: rows of texts.
 *
 * Refuses, with the number of the line: NUL and invalid UTF-8, characters that
 * are not what they show, quotes left open or out of place, what is longer
 * than the limits.  Takes a byte order mark, LF or CRLF, and passes over empty
 * lines.  What the columns mean, and how many there must be, is the caller's.
 */
#ifndef WORKER_CSV_H
#define WORKER_CSV_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#define CSV_MAX ((size_t)64 * 1024 * 1024)	/* bytes of a file */
#define CSV_RIGHE 500000
#define CSV_COLONNE 200				/* of one row */
#define CSV_CAMPO ((size_t)64 * 1024)		/* bytes of one field */

struct csv_riga {
	int riga;			/* the line it begins on, from 1 */
	int n;
	const char **campi;
};

struct csv {
	char separatore;		/* ',' or ';' */
	int n;
	struct csv_riga *righe;		/* the first is the heading */
};

/* separatore 0: the one the first line has more of.  invalid: the message
 * begins with "riga N: ". */
int csv_read(struct csv *out, struct arena *a, const char *p, size_t n,
    char separatore) MUST;

/* Through the pipe of a worker. */
void csv_pack(struct buf *out, const struct csv *t);
int csv_unpack(struct csv *out, struct arena *a, struct cursor *c) MUST;

#endif
