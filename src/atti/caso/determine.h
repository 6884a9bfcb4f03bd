/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * determine.h - what the acts on a determinazione share.  Internal to atti/.
 */
#ifndef ATTI_CASO_DETERMINE_H
#define ATTI_CASO_DETERMINE_H

#include "atti/caso/istruttoria.h"
#include "documenti/determinazione.h"

/* The determinazione of the field of that name; NULL and a rilievo when the
 * cartella has none there, or not in the state wanted. */
int determina_trova(struct nodo **out, struct op *op, const struct caso *caso,
    bool bozza) MUST;

/* Is a draft waiting for the dirigente?  Its path, or NULL. */
int determina_pendente(const char **out, struct op *op,
    const struct caso *caso) MUST;

/* A no after observations says why they did not change it; `doc` is the draft
 * or the istanza that writes it. */
void determina_motiva(struct op *op, const struct istruttoria *is,
    const struct nodo *doc);

#endif
