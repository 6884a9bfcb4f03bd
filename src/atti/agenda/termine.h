/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * termine.h - what the atti on one term of a cartella have in common.
 * Internal to atti/.
 */
#ifndef ATTI_AGENDA_TERMINE_H
#define ATTI_AGENDA_TERMINE_H

#include "atti/caso/cartella.h"
#include "registro/termini.h"

/*
 * The term of the fields `cartella` and `termine`.  1: it is open; 0: a
 * rilievo says that there is none, that it was answered, or that the cartella
 * is closed.
 */
int termine_aperto(struct caso *caso, struct termine *out, struct op *op) MUST;

/* The field `data`, or today. */
const char *termine_giorno(struct op *op);
/* It is not of tomorrow, nor before the term began. */
void termine_check_giorno(struct op *op, const struct termine *t);

/* <tipo> with the term and what all of them say: deposited in termini/. */
struct nodo *termine_nodo(struct op *op, const char *tipo,
    const struct termine *t);
int termine_deposita(struct op *op, const struct caso *caso,
    struct nodo *doc) MUST;

#endif
