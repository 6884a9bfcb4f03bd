/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scrivania.h - what waits for a person: a pure function of the facts, with
 * permission inside each query.
 */
#ifndef REGISTRO_SCRIVANIA_H
#define REGISTRO_SCRIVANIA_H

#include <stdbool.h>

#include "registro/registro.h"

/*
 * Adds to <scrivania> one <sezione che= titolo= atto= quante=> for each kind of
 * thing that waits for the user, oldest number first, and in it one
 * <cosa riferimento= dal= giorni=> each, with its text (oscurata="si" and none
 * when it may only be known to be there) and a nota; `oltre="si"` when quante
 * is only where counting stopped.  With `deleganti`, then the same for whoever
 * gave him an atto, marked per=.
 */
int registro_scrivania(struct nodo *out, struct arena *a, struct registro *r,
    const char *utente, bool deleganti) MUST;

/* The same, of his own and of one kind alone. */
int registro_scrivania_di(struct nodo *out, struct arena *a,
    struct registro *r, const char *utente, const char *che) MUST;

#endif
