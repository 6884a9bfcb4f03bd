/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * progetto.h - a plan for a person: what the schema cannot say.
 */
#ifndef DOCUMENTI_PROGETTO_H
#define DOCUMENTI_PROGETTO_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* Refuses a plan without any objective or any action, one that ends before
 * it begins, and one that is looked at again before that. */
void progetto_check(struct rilievi *out, const struct nodo *in,
    const char *oggi);

#endif
