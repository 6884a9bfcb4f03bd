/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scheda.h - the person a cartella is about: what the schema cannot say.
 */
#ifndef DOCUMENTI_SCHEDA_H
#define DOCUMENTI_SCHEDA_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* Refuses a birth in the future and a wrong codice fiscale; warns of one that
 * tells another birth date or sex. */
void scheda_check(struct rilievi *out, const struct nodo *scheda,
    const char *oggi);

#endif
