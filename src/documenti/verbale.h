/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verbale.h - a meeting: what the schema cannot say.
 */
#ifndef DOCUMENTI_VERBALE_H
#define DOCUMENTI_VERBALE_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* Refuses one held tomorrow, one that will be held yesterday, one held without
 * decisions; a commitment that falls due before the meeting. */
void verbale_check(struct rilievi *out, const struct nodo *in,
    const char *oggi);

#endif
