/* SPDX-License-Identifier: EUPL-1.2 */
/* giorni.h - checking the days of a store.  Internal to servizio/. */
#ifndef SERVIZIO_GIORNI_H
#define SERVIZIO_GIORNI_H

#include "atti/store.h"
#include "servizio/servizio.h"

/* From day `dal` on ("": the first) every ended day has its register, chained
 * to the one before; each stands by the chain, by the registrations and by the
 * read log.  Days not sealed are a remark. */
int verifica_giorni(struct conto *conto, struct store *st, const char *dal,
    const struct ascolto *l) MUST;

#endif
