/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * istante.h - one act inside the open transaction: from its deposits to
 * objects, rows and the link.  Internal to atti/; the lock is held.
 */
#ifndef ATTI_ISTANTE_H
#define ATTI_ISTANTE_H

#include "atti/op.h"
#include "base/err.h"

/*
 * Writes objects (unsynced), register rows, the link, heads and pending moves
 * of what op deposited.  The caller has the savepoint.
 */
int istante_scrivi(struct op *op, const struct ultimo *ultimo) MUST;

/*
 * The clock guard: sets op->ora, or returns invalid with the reason when the
 * time is behind the last act or too far ahead.
 */
int istante_ora(struct op *op, const struct ultimo *ultimo, int64_t adesso)
    MUST;

#endif
