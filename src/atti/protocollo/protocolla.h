/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * protocolla.h - the registration that an act makes, whatever act it is.
 */
#ifndef ATTI_PROTOCOLLO_PROTOCOLLA_H
#define ATTI_PROTOCOLLO_PROTOCOLLA_H

#include "atti/op.h"

/* applica: the next number of the year, also said in op->fatto. */
int protocolla_numero(struct numero *out, struct op *op) MUST;
/* applica: deposits the registrazione with that number; `campi` has the fields
 * of registra.xsd in their order. */
void protocolla(struct op *op, const struct numero *n,
    const struct nodo *campi);

#endif
