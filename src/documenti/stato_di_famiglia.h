/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stato_di_famiglia.h - the family as of a day: what the schema cannot say.
 */
#ifndef DOCUMENTI_STATO_DI_FAMIGLIA_H
#define DOCUMENTI_STATO_DI_FAMIGLIA_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* Refuses a day to come, a member born after that day, who died before he was
 * born, a codice fiscale that cannot be, a relation with nobody. */
void stato_di_famiglia_check(struct rilievi *out, const struct nodo *fam,
    const char *oggi);

#endif
