/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * equipe.h - who works together on a case, each with what he does there and
 * from when to when.  Pure.
 */
#ifndef DOCUMENTI_EQUIPE_H
#define DOCUMENTI_EQUIPE_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

#define EQUIPE_PERCORSO "equipe/equipe.xml"

/* Looks at <componi-equipe>. */
void equipe_check(struct rilievi *out, const struct nodo *in);

/* <equipe> from <componi-equipe>. */
struct nodo *equipe_make(struct arena *a, const struct nodo *in,
    const char *autore, const char *oggi);

/* Ends a measure (<conflitto>, <secretazione>, <collegamento>): <cessazione>
 * at its end.  `provvedimento` may be NULL. */
void misura_cessa(struct arena *a, struct nodo *misura, const char *data,
    const char *utente, const char *motivo, const char *provvedimento);

#endif
