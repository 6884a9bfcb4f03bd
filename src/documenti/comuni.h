/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * comuni.h - the comuni a cartella concerns: where the person lives, who
 * follows the case, who pays; each from day to day.  Pure.
 * Norm: L. 328/2000 art. 6(4): who pays for a placement is the comune where
 * one lived before it, whatever comes after.
 */
#ifndef DOCUMENTI_COMUNI_H
#define DOCUMENTI_COMUNI_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

#define COMUNI_PERCORSO "comuni.xml"

/*
 * May the period `in` (tipo, comune, codice, dal, al, corregge) be added to
 * the document (NULL: none yet)?  Refuses one that ends before it begins,
 * overlaps another of its kind or corrects none; warns of days between them
 * that no comune has.  One that begins while the last is open ends that one.
 */
void comuni_check(struct rilievi *out, const struct nodo *doc,
    const struct nodo *in);

/* The document with the period in it, in order of kind and day; a new tree. */
struct nodo *comuni_make(struct arena *a, const struct nodo *doc,
    const struct nodo *in);

#endif
