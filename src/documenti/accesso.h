/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accesso.h - the cover of an accesso (accesso.xml): its states and how it
 * passes from one to the next.  Pure.
 *
 *	assegnato -> in-valutazione -> in-carico
 *	     \______________\_______-> chiuso
 */
#ifndef DOCUMENTI_ACCESSO_H
#define DOCUMENTI_ACCESSO_H

#include "base/arena.h"
#include "documenti/numero.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define ACCESSO_COPERTINA "accesso.xml"

#define ACCESSO_ASSEGNATO "assegnato"
#define ACCESSO_IN_VALUTAZIONE "in-valutazione"
#define ACCESSO_IN_CARICO "in-carico"
#define ACCESSO_CHIUSO "chiuso"

/* The cover of an indirect accesso, born of a registration. */
struct nodo *accesso_indiretto(struct arena *a, const struct numero *protocollo,
    const char *ufficio, const char *responsabile, const char *aperto);

/* May an accesso in this state be evaluated, or evaluated again? */
void accesso_check_valutabile(struct rilievi *out, const char *stato);

/* A cover, of an accesso or of a cartella, goes to another state, in place. */
void copertina_stato(struct arena *a, struct nodo *cover, const char *stato);
/* Closes it; nota may be NULL. */
void accesso_chiudi(struct arena *a, struct nodo *cover, const char *data,
    const char *motivo, const char *nota);

/* The cover of an accesso, or of the cartella born of it, goes to another
 * responsible and office, in place. */
void copertina_affida(struct arena *a, struct nodo *cover,
    const char *responsabile, const char *ufficio);

#endif
