/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * segno.h - the segnatura that people and scanners read: on a copy, or on a
 * label (art. 55 DPR 445/2000).
 */
#ifndef ATTI_PROTOCOLLO_SEGNO_H
#define ATTI_PROTOCOLLO_SEGNO_H

#include "atti/op.h"

/* Fills op->bytes with the label of a registration's view. */
int segno_etichetta(struct op *op, const struct nodo *reg) MUST;

/* Fills op->bytes with a copy of the PDF that bears the stamp.  invalid: it
 * cannot bear one, the message says why. */
int segno_timbro(struct op *op, const struct nodo *reg, const void *pdf,
    size_t n) MUST;

#endif
