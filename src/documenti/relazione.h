/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * relazione.h - a relazione sociale: its three parts are a duty of law, and
 * what was found is never mixed with what was said or thought of it.
 * Norm: art. 473-bis.27 c.p.c.
 */
#ifndef DOCUMENTI_RELAZIONE_H
#define DOCUMENTI_RELAZIONE_H

#include <stdbool.h>

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* One of the three parts? */
bool relazione_vuole(const char *campo);

/* Looks at <redigi>. */
void relazione_check(struct rilievi *out, const struct nodo *in);

/* <relazione> from <redigi>. */
struct nodo *relazione_make(struct arena *a, const struct nodo *in,
    const char *autore, const char *oggi);

#endif
