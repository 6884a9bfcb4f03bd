/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * intervento.h - a service or benefit that a determinazione starts: how it
 * begins, is looked at, ends.  Pure.
 */
#ifndef DOCUMENTI_INTERVENTO_H
#define DOCUMENTI_INTERVENTO_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

/* <intervento> of a <prestazione> that determinazione `numero`, at percorso,
 * starts today. */
struct nodo *intervento_make(struct arena *a, const struct nodo *prestazione,
    const char *percorso, const char *numero, const char *oggi);

bool intervento_aperto(const struct nodo *intervento);

/* Looks at the day of a control or of an end, in the istanza: not of tomorrow,
 * not before the intervento begins. */
void intervento_check_giorno(struct rilievi *out, const struct nodo *in,
    const struct nodo *intervento, const char *oggi);

/* Ends it, in place. */
void intervento_chiudi(struct arena *a, struct nodo *intervento,
    const struct nodo *in, const char *autore);

#endif
