/* SPDX-License-Identifier: EUPL-1.2 */
/* altrui.h - what others wrote is not written on.  Internal to atti/. */
#ifndef ATTI_CASO_ALTRUI_H
#define ATTI_CASO_ALTRUI_H

#include "atti/op.h"

/* A rilievo for each field of the istanza of an act that names a document below
 * precedenti/: it is read, copied and handed over, and no act is done on it. */
void altrui_esamina(struct op *op);

/* invalid: a document of that type is one that only others could read. */
int altrui_si_legge(const char *percorso, const char *tipo) MUST;

#endif
