/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * avvio_ufficio.h - the office begins by itself: what the schema cannot say.
 */
#ifndef DOCUMENTI_AVVIO_UFFICIO_H
#define DOCUMENTI_AVVIO_UFFICIO_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* Refuses a beginning of tomorrow, and one without reasons. */
void avvio_ufficio_check(struct rilievi *out, const struct nodo *in,
    const char *oggi);

#endif
