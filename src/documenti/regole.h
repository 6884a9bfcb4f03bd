/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * regole.h - rules that several documents share.  Pure: `oggi` is the day of
 * the act, "2026-11-20".  Paths of rilievi are those of the tree looked at,
 * whose root is the element of the atto.
 */
#ifndef DOCUMENTI_REGOLE_H
#define DOCUMENTI_REGOLE_H

#include <stdbool.h>

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* A date at `path` below `in`, when it is there, is not after today.  `what`
 * is "la data di nascita". */
void regola_non_futura(struct rilievi *out, const struct nodo *in,
    const char *path, const char *oggi, const char *what);

/* Has the prose child of that name a word in it? */
bool prosa_present(struct arena *a, const struct nodo *in, const char *nome);

/* The prose child of that name says something; `perche` is the sentence of the
 * rilievo ("manca-<nome>"). */
void regola_prosa(struct rilievi *out, const struct nodo *in,
    const char *nome, const char *perche);

/* The date at `al` does not come before the one at `dal`, where both are. */
void regola_ordine(struct rilievi *out, const struct nodo *in,
    const char *dal, const char *al);

/* "2028-11-20", 24 months after 2026-11-20.  To compare days with: of a 31st
 * it may make a day no calendar has. */
const char *mesi_dopo(struct arena *a, const char *giorno, int mesi);

/* "20/11/2026" of a day, or of a time. */
char *giorno_in_cifre(struct arena *a, const char *giorno);

/* "/redigi/proposta": the place of a child, also of one that is missing. */
char *figlio_path(struct arena *a, const struct nodo *in, const char *nome);

#endif
