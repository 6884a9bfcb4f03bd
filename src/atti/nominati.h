/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * nominati.h - who the users are that an answer names by their codes: people
 * know each other by name.
 */
#ifndef ATTI_NOMINATI_H
#define ATTI_NOMINATI_H

#include "registro/registro.h"
#include "xml/nodo.h"

/*
 * Adds below `albero` one <chi codice="as1" nome="Marta Conti"/> for each user
 * of the body it names where a code stands (operatore, autore, responsabile
 * and the like), and <dove> for each office.  Nobody who was helped is one.
 */
int nominati(struct nodo *albero, struct arena *a, struct registro *r) MUST;

#endif
