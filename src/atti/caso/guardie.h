/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * guardie.h - the conditions a passage may have, by name.  Internal to atti/;
 * each is a fact of the istanza, of the register or of the documents of the
 * case, and says what is missing and what to do.
 */
#ifndef ATTI_CASO_GUARDIE_H
#define ATTI_CASO_GUARDIE_H

#include "atti/op.h"
#include "base/err.h"
#include "registro/procedimento.h"

/* esamina: a rilievo of the grade the table gives when it does not hold.
 * invalid: no such guard. */
int guardia_esamina(struct op *op, const char *oggetto,
    const struct guardia *g) MUST;

/* Is there a guard of that name?  For tests. */
bool guardia_nota(const char *nome);

#endif
