/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * suggeriti.h - what may be answered in a field of a form: the users, offices,
 * classes, documents … that there are, with their names.  What a field is of
 * says the name of its type in the schema; one table (suggeriti.c) says which
 * reading knows it.
 *
 * Keeps: nobody is told more than his own readings tell him; a reading that is
 * in no role of his is passed over and its fields stay as they were.
 */
#ifndef WEB_SUGGERITI_H
#define WEB_SUGGERITI_H

#include "web/modulo.h"

/*
 * The readings that know answers for the form of this atto, below `richiesta`
 * (<lettura facoltativa="si">); those of a case when the form says which.
 */
void suggeriti_chiede(struct nodo *richiesta, struct arena *a,
    const struct modulo_dati *d);

/*
 * Into each <campo> of `modulo`, from the <parte> of the answer:
 *   <campo … suggerito="scelta|elenco">…
 *     <suggerito v="as1">Marta Conti, assistente sociale</suggerito>…
 * "scelta": nothing else can be answered; "elenco": one may type another.
 */
void suggeriti_metti(struct nodo *modulo, struct arena *a,
    const struct nodo *risposta);

#endif
