/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trova.h - from what a person typed to a query of the full-text index.
 * Internal to registro/.  Refuses nothing: "AND", quotes, * and - are text.
 */
#ifndef REGISTRO_TROVA_H
#define REGISTRO_TROVA_H

#include "registro/ricerca.h"

/*
 * The whole expression for a reader and his criteria.  absent: whatever the
 * register holds, nothing can answer (no scope, or no word in the words).
 */
int trova_espressione(struct buf *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct criteri *c) MUST;

/* The expression for words among the rows of imported registers; absent: there
 * is no word in the text. */
int trova_storico(struct buf *out, struct arena *a, struct registro *r,
    const char *parole) MUST;

/* " AND columns : (w1 AND w2 AND w3*)" (without AND when out is empty); voce is
 * the statement that lists the terms of that index.  absent: there is no word
 * in the text. */
int trova_parole(struct buf *out, struct arena *a, struct registro *r,
    int voce, const char *columns, const char *text) MUST;
/* Text in quotes: no syntax. */
void trova_cita(struct buf *b, const char *s);

/* Does a criterion look into what only some may read? */
bool trova_nel_contenuto(const struct criteri *c);

#endif
