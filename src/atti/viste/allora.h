/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * allora.h - an accesso, a cartella, a fascicolo as it stood at the end of a
 * day.  Internal to atti/.
 */
#ifndef ATTI_VISTE_ALLORA_H
#define ATTI_VISTE_ALLORA_H

#include "atti/op.h"

/* The document that is the cover of a folder of this series. */
const char *allora_copertina(enum serie serie);

/* Fills op->vista with the folder, or with the field `documento` of it; the
 * eye of this act decides what of it is shown. */
int allora_mostra(struct op *op, const struct numero *n, const char *giorno)
    MUST;

#endif
