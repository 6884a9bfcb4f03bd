/* SPDX-License-Identifier: EUPL-1.2 */
/* firme.h - checking every signature of a store.  Internal to servizio/. */
#ifndef SERVIZIO_FIRME_H
#define SERVIZIO_FIRME_H

#include "atti/store.h"
#include "servizio/servizio.h"

/* Each signature against the very bytes that were signed and the key that
 * was enrolled for its user. */
int verifica_firme(struct conto *conto, struct store *st,
    const struct ascolto *l) MUST;

#endif
