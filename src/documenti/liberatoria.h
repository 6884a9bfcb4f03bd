/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * liberatoria.h - a signed liberatoria: what the schema cannot say.
 */
#ifndef DOCUMENTI_LIBERATORIA_H
#define DOCUMENTI_LIBERATORIA_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* Refuses a signature of tomorrow, and one that ends before it began. */
void liberatoria_check(struct rilievi *out, const struct nodo *lib,
    const char *oggi);

/* Refuses to take one back tomorrow, or before it was signed. */
void revoca_liberatoria_check(struct rilievi *out, const struct nodo *in,
    const struct nodo *lib, const char *oggi);

#endif
