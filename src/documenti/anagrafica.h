/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * anagrafica.h - who a person is: what the schema cannot say.  Norm: DM
 * 23/12/1976; L. 47/2017 (minors alone have often no codice fiscale).
 */
#ifndef DOCUMENTI_ANAGRAFICA_H
#define DOCUMENTI_ANAGRAFICA_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

/*
 * Refuses a birth in the future, a codice fiscale that cannot be, or one and
 * the reason why there is none.  Warns of one that tells another birth, sex,
 * name or place: people change their names, and offices err.
 */
void anagrafica_check(struct rilievi *out, const struct nodo *anagrafica,
    const char *oggi);

#endif
