/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * consultazione.h - some documents of a cartella, open to another body for some
 * days: what it may be of, and the document that says so.  Pure.
 */
#ifndef DOCUMENTI_CONSULTAZIONE_H
#define DOCUMENTI_CONSULTAZIONE_H

#include <stdbool.h>

#include "xml/nodo.h"
#include "xml/rilievo.h"

#define CONSULTAZIONE "consultazione"
#define AVVISO_DIARIO_ALTRUI "diario-ad-altri"

/* May documents of that type be shown to another body?  Not those that say who
 * sees the case and what stands over it. */
bool consultazione_ammette(const char *tipo);

/* Looks at <concedi-consultazione>: days (at most `giorni`), the one ground, something
 * to look at, somebody for it; warns of a diary. */
void consultazione_check(struct rilievi *out, const struct nodo *in,
    const char *oggi, int giorni);

/* <consultazione> from <concedi-consultazione>. */
struct nodo *consultazione_make(struct arena *a, const struct nodo *in,
    const char *ente, const char *autore, const char *oggi);

#endif
