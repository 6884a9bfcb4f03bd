/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fascicolo.h - the cover of a fascicolo and what puts a registration in it.
 * Pure.
 *
 * A cartella sociale is the fascicolo of a natural person; all others are
 * numbered FA.  One may stand in another, LIVELLI deep, the cartella counted.
 * Norm: CAD art. 41 c. 2-ter; DPR 445/2000 art. 64 c. 4.
 */
#ifndef DOCUMENTI_FASCICOLO_H
#define DOCUMENTI_FASCICOLO_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"

#define FASCICOLO_COPERTINA "fascicolo.xml"
#define FASCICOLO_APERTO "aperto"
#define FASCICOLO_CHIUSO "chiuso"
#define LIVELLI 3

/* How a registration came into a fascicolo. */
#define COME_ORIGINE "origine"		/* the cartella is born of it */
#define COME_ATTO "atto"		/* an act of the cartella registered it */
#define COME_FASCICOLA "fascicola"	/* somebody put it there */

struct fascicolo_dati {		/* what the istanza does not say */
	const char *numero, *classifica, *ufficio, *responsabile;
	const char *ente, *codice_ipa;
	const char *giorno;
};

/* <fascicolo> from <apri-fascicolo>. */
struct nodo *fascicolo_make(struct arena *a, const struct nodo *in,
    const struct fascicolo_dati *d);

/* In place. */
void fascicolo_chiudi(struct arena *a, struct nodo *cover, const char *giorno,
    const char *nota);

/* <fascicolazione> from <fascicola>, the ordine-th of its registration. */
struct nodo *fascicolazione_make(struct arena *a, const struct nodo *in,
    int ordine, const char *ora, const char *operatore);

/* Does <fascicola> take the registration out? */
bool fascicola_toglie(struct arena *a, const struct nodo *in);

#endif
