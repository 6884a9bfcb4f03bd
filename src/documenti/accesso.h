/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accesso.h - the cover of an accesso (accesso.xml): its states and how it
 * passes from one to the next.  Pure.
 *
 * Which passages there are is said by ente/procedimento.xml (procedimento.h).
 */
#ifndef DOCUMENTI_ACCESSO_H
#define DOCUMENTI_ACCESSO_H

#include "base/arena.h"
#include "documenti/numero.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define ACCESSO_COPERTINA "accesso.xml"

#define ACCESSO_APERTO "aperto"
#define ACCESSO_ASSEGNATO "assegnato"
#define ACCESSO_IN_VALUTAZIONE "in-valutazione"
#define ACCESSO_IN_CARICO "in-carico"
#define ACCESSO_CHIUSO "chiuso"

/* The cover of an indirect accesso, born of a registration; without state. */
struct nodo *accesso_indiretto(struct arena *a, const struct numero *protocollo,
    const char *ufficio, const char *responsabile, const char *aperto);

struct accesso_nuovo {		/* of who comes in person */
	const char *iniziativa;		/* cittadino, ufficio */
	const char *protocollo;		/* of the istanza; NULL: none */
	const char *ufficio, *responsabile, *aperto;
};
/* The cover of a direct accesso; without state. */
struct nodo *accesso_diretto(struct arena *a, const struct accesso_nuovo *n);

/* A cover, of an accesso or of a cartella, goes to another state, in place;
 * the state of a new one is its first element. */
void copertina_stato(struct arena *a, struct nodo *cover, const char *stato);
/* Why and when it ended, beside its state; nota may be NULL. */
void accesso_chiudi(struct arena *a, struct nodo *cover, const char *data,
    const char *motivo, const char *nota);

/* It is open again. */
void accesso_riapri(struct nodo *cover);

/* The cover of an accesso, or of the cartella born of it, goes to another
 * responsible and office, in place. */
void copertina_affida(struct arena *a, struct nodo *cover,
    const char *responsabile, const char *ufficio);

#endif
