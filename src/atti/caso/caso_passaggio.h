/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * caso_passaggio.h - a cartella found by caso_find goes through a door of
 * passaggio.h.  Internal to atti/.
 */
#ifndef ATTI_CASO_CASO_PASSAGGIO_H
#define ATTI_CASO_CASO_PASSAGGIO_H

#include "atti/caso/cartella.h"

/* Rilievi when a cartella in its state does not do this act with that outcome
 * (NULL: it has but one), or its guards do not hold. */
int caso_stato(struct op *op, const struct caso *caso,
    const char *esito) MUST;
/* applica: the state that follows; its cover is deposited if it is another. */
int caso_passa(struct op *op, const struct caso *caso,
    const char *esito) MUST;

#endif
