/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * redazione_gruppi.h - two forms of one document, where they are no prose: what
 * stands in groups and in fields that repeat.
 */
#ifndef WEB_REDAZIONE_GRUPPI_H
#define WEB_REDAZIONE_GRUPPI_H

#include "base/arena.h"
#include "xml/nodo.h"

/*
 * Adds to `mio` (a <modulo>) one <differenza dove= campo= tipo= id=> for each
 * field that does not say the same in `ora`, with <mio> and <ora> in words.
 * Groups that say the same are the same, wherever they stand; of the others the
 * first is compared with the first.
 */
void redazione_gruppi(struct nodo *mio, const struct nodo *ora,
    struct arena *a);

#endif
