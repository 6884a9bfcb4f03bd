/* SPDX-License-Identifier: EUPL-1.2 */
/* proposte.h - the proposta an act answers.  Internal to atti/. */
#ifndef ATTI_CASO_PROPOSTE_H
#define ATTI_CASO_PROPOSTE_H

#include "atti/caso/cartella.h"

/* esamina: the one of field `proposta`, with a rilievo when it is none of this
 * cartella (*out NULL) or has its answer already. */
int proposte_in_attesa(struct nodo **out, struct op *op,
    const struct caso *caso) MUST;

#endif
