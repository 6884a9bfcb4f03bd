/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisito.h - a document that came and has its place in a cartella: istanza
 * of a citizen, request of another body, order of a judge, ISEE attestation,
 * report on an unaccompanied minor.
 */
#ifndef DOCUMENTI_ACQUISITO_H
#define DOCUMENTI_ACQUISITO_H

#include <stdbool.h>

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* The child of <acquisisci> that says which of them it is. */
const struct nodo *acquisito_dati(const struct nodo *in);
/* The directory of a type: "istanze"; NULL: not such a type. */
const char *acquisito_dir(const char *tipo);

/* Refuses days of tomorrow, terms and ends before their beginning. */
void acquisito_check(struct rilievi *out, const struct nodo *in,
    const char *oggi);

/*
 * Is a text the name of a DSU, of which the cartella keeps the attestation
 * only?  The reason is data minimisation (GDPR art. 5): the DSU lists the
 * goods of the whole family.
 */
bool acquisito_dsu(struct arena *a, const char *testo);

#endif
