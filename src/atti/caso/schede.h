/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * schede.h - the papers an accesso begins with.  Internal to atti/.
 */
#ifndef ATTI_CASO_SCHEDE_H
#define ATTI_CASO_SCHEDE_H

#include "atti/op.h"
#include "base/err.h"

/* esamina: the rules of `scheda` and of each `liberatoria` of the istanza, as
 * far as they are there. */
void schede_esamina(struct op *op);
/* applica: puts the liberatorie after those that are there. */
int schede_liberatorie(struct op *op, const char *folder) MUST;

/* The document that takes back that liberatoria of a folder; *out NULL: none
 * does. */
int schede_revocata(const char **out, struct op *op, const char *folder,
    const char *liberatoria) MUST;

#endif
