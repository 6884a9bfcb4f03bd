/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parole.h - what an act says of itself to who sits at the command line, said to
 * who sits at a form.
 *
 * "conferma con --conferma doppione" is "conferma": there is a box for it;
 * "indica --destinatario.pec" is "indica «destinatario pec»".  Everything else
 * is as it was.
 */
#ifndef SERVIZIO_PAROLE_H
#define SERVIZIO_PAROLE_H

#include "base/arena.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

char *parole_web(struct arena *a, const char *testo);

/* rilievi_nodo, in those words. */
struct nodo *parole_rilievi(struct arena *a, const struct rilievi *ril);

#endif
