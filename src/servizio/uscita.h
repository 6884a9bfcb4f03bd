/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * uscita.h - where the files of an export go: written, or held byte by byte
 * against those of an export that is there.  The same code says what an export
 * is when it is made and when it is believed.  Internal to servizio/.
 */
#ifndef SERVIZIO_USCITA_H
#define SERVIZIO_USCITA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/auto.h"
#include "base/err.h"
#include "servizio/servizio.h"

struct uscita {
	const char *dir;		/* of the export */
	bool confronta;			/* nothing is written */
	const struct ascolto *l;
	int64_t file, byte;		/* done so far */
};

struct foglio;				/* one file of it */

/* invalid: comparing, there is no such file; fault: it cannot be made. */
int foglio_open(struct foglio **out, struct uscita *u, const char *rel) MUST;
/* What goes wrong is kept for foglio_end. */
void foglio_put(struct foglio *f, const void *p, size_t n);
void foglio_puts(struct foglio *f, const char *s);
void foglio_printf(struct foglio *f, const char *fmt, ...) PRINTF(2, 3);
/* Ends it and forgets it.  invalid: comparing, it is another one. */
int foglio_end(struct foglio **f) MUST;
void foglio_free(struct foglio *f);	/* given up */
AUTO_DEFINE(foglio, foglio_free)

/* A whole file of these bytes. */
int uscita_testo(struct uscita *u, const char *rel, const void *p, size_t n)
    MUST;
/* A whole file like that at `path`; with `impronta` its bytes must have it
 * (fault).  In constant memory. */
int uscita_copia(struct uscita *u, const char *rel, const char *path,
    const char *impronta) MUST;

#endif
