/* SPDX-License-Identifier: EUPL-1.2 */
/* consegne.h - packages of released cases, looked at.  Internal to servizio/. */
#ifndef SERVIZIO_CONSEGNE_H
#define SERVIZIO_CONSEGNE_H

#include "atti/store.h"
#include "servizio/servizio.h"

/* What a transfer may have to hand over once more is there, whole, with the
 * impronta that its papers name; what none needs is a remark. */
int verifica_consegne(struct conto *conto, struct store *st,
    const struct ascolto *l) MUST;

#endif
