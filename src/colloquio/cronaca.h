/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cronaca.h - the log of the service: one JSON object a line on stderr, one
 * write(2) each, so that lines of several processes do not mix.
 *
 * Refuses by habit of its callers: names of people, oggetti, query strings,
 * addresses of pages with a reference in them.  Who did what is in the chain
 * and in the read log, not here.
 */
#ifndef COLLOQUIO_CRONACA_H
#define COLLOQUIO_CRONACA_H

#include "base/buf.h"

/* {"ora":"…","pid":n,"evento":"…","key":"value",…}; pairs end with NULL, a
 * NULL value leaves its key out. */
void cronaca(const char *evento, ...) __attribute__((sentinel));

/*
 * The same of a message that was made while something was done: it may hold
 * the path of a case, its number, words of a document.  They are left out: what
 * stands between quotes, words with a slash, long numbers.
 */
void cronaca_errore(const char *evento, const char *tipo,
    const char *messaggio);
void cronaca_pulisci(struct buf *out, const char *s);

#endif
