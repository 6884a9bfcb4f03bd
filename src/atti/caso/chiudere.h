/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiudere.h - the end of a cartella and of the accesso it was born of, for
 * whatever atto ends it.  Internal to atti/.
 *
 * Of op's istanza: motivo, dettaglio, situazione, nota.
 */
#ifndef ATTI_CASO_CHIUDERE_H
#define ATTI_CASO_CHIUDERE_H

#include "atti/caso/cartella.h"

/* esamina: reason, inactivity, and the passage with its guards. */
int chiudere_esamina(struct op *op, const struct caso *caso) MUST;
/* applica */
int chiudere_applica(struct op *op, const struct caso *caso) MUST;

#endif
