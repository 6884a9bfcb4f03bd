/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dizionario_tipo.h - the fields of a type of document of the office, for the
 * models of its papers.
 */
#ifndef DOCUMENTI_DIZIONARIO_TIPO_H
#define DOCUMENTI_DIZIONARIO_TIPO_H

#include "base/arena.h"
#include "xml/campi.h"
#include "xml/nodo.h"

/*
 * Adds to a dictionary (resa/modello.h) the fields of <nome>, which stands
 * under its own name in the data of a paper: "abitazione.numero-vani", and
 * what repeats as a list ("abitazione.stanza").
 */
void dizionario_tipo(struct nodo *dizionario, struct arena *a,
    const struct campo *campi, const char *nome);

#endif
