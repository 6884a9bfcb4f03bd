/* SPDX-License-Identifier: EUPL-1.2 */
/* affidare.h - to whom a case may be given.  Internal to atti/. */
#ifndef ATTI_CASO_AFFIDARE_H
#define ATTI_CASO_AFFIDARE_H

#include "atti/op.h"
#include "base/err.h"

/* esamina: are `assistente` and `ufficio` (may be missing) of the istanza a
 * social worker and an office of ours? */
int affidare_esamina(struct op *op) MUST;

#endif
