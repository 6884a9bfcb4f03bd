/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * classificare.h - the rule of every atto that classifies.  Internal to atti/.
 */
#ifndef ATTI_PROTOCOLLO_CLASSIFICARE_H
#define ATTI_PROTOCOLLO_CLASSIFICARE_H

#include "atti/caso/cartella.h"

/*
 * The classifica must be a voce of the titolario in force on the day of the
 * act; the rilievo, at `path`, names the nearest ones.  Nothing is checked as
 * long as none is in force, nor when classifica is NULL.
 */
int classifica_check(struct op *op, const char *path, const char *classifica)
    MUST;

/* Of a letter of a cartella: the one the istanza wants, else its own. */
const char *classifica_di(const struct op *op, const struct caso *caso);

#endif
