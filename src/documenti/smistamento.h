/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * smistamento.h - what follows a registration on its way to the offices: who
 * must act on it (competenza), who must know of it (conoscenza), and who
 * declares to have seen it.  Pure.
 */
#ifndef DOCUMENTI_SMISTAMENTO_H
#define DOCUMENTI_SMISTAMENTO_H

#include "base/arena.h"
#include "documenti/numero.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define COMPETENZA "competenza"

/* Looks at <smista>: an office that must act, none written twice. */
void smistamento_check(struct rilievi *out, const struct nodo *in);

/* <smistamento> from <smista>, the ordine-th of its registration. */
struct nodo *smistamento_make(struct arena *a, const struct nodo *in,
    int ordine, const char *ora, const char *operatore);

/* <presa-visione>, the ordine-th of registration n. */
struct nodo *presa_visione_make(struct arena *a, const struct numero *n,
    int ordine, const char *utente, const char *ora);

#endif
