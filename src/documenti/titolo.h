/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * titolo.h - what a document of a case is about, in the words that are in it:
 * for lists, where its type alone would not tell it from the others.
 */
#ifndef DOCUMENTI_TITOLO_H
#define DOCUMENTI_TITOLO_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"

/* Do documents of this type have a line of their own in a list?  Not what is
 * part of a page of its own (the diary, the agenda), nor signatures. */
bool titolo_voluto(const char *tipo);

/* Its subject ("Relazione sociale su M. R."); its day (YYYY-MM-DD); where it
 * stands ("approvata").  NULL: it says none. */
const char *documento_titolo(struct arena *a, const struct nodo *doc);
const char *documento_giorno(struct arena *a, const struct nodo *doc);
const char *documento_stato(struct arena *a, const struct nodo *doc);

#endif
