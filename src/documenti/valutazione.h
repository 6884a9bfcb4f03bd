/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * valutazione.h - the social worker's evaluation of the need behind an
 * accesso: are there the presupposti to take the person into care?  Pure.
 */
#ifndef DOCUMENTI_VALUTAZIONE_H
#define DOCUMENTI_VALUTAZIONE_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"

#define VALUTAZIONE_PERCORSO "valutazione.xml"

/* Does <valuta> say that there are the presupposti? */
bool valutazione_presupposti(struct arena *a, const struct nodo *in);

/* <valutazione> from <valuta>. */
struct nodo *valutazione_make(struct arena *a, const struct nodo *in,
    const char *data, const char *autore);

#endif
