/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * annullare.h - a whole registration annulled, sent or not.  Internal to
 * atti/.
 */
#ifndef ATTI_PROTOCOLLO_ANNULLARE_H
#define ATTI_PROTOCOLLO_ANNULLARE_H

#include "atti/op.h"
#include "base/err.h"

/* inoltrata: it has been sent, and that is why another act annuls it. */
int annullare_esamina(struct op *op, bool inoltrata) MUST;
int annullare_applica(struct op *op, bool inoltrata) MUST;

#endif
