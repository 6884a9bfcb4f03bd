/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parole.h - what of a document somebody may want to find by its words.  Pure.
 */
#ifndef DOCUMENTI_PAROLE_H
#define DOCUMENTI_PAROLE_H

#include "base/buf.h"
#include "xml/nodo.h"

#define PAROLE_FRA " · "	/* between one text and the next */

/* The texts of a document: its prose, names, fields that people wrote; no
 * codes, days, improntas, nor what is only digits, but the numbers of another
 * body's register.  Nothing when there are
 * none. */
void parole_documento(struct buf *out, const struct nodo *doc);

/*
 * Words that a person looks for, without the article or preposition that is
 * tied to them: "dell'affido" finds "l'affido".  Surnames keep theirs (D'Angelo)
 * but for those that look the same (Dell'Anno is found by Anno).
 */
void parole_cercate(struct buf *out, const char *testo);

#endif
