/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ricevuta.h - what the receipt of a document says (L. 241/1990 art. 18-bis):
 * that it was presented, and by when the administration answers.
 */
#ifndef DOCUMENTI_RICEVUTA_H
#define DOCUMENTI_RICEVUTA_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"

/*
 * Adds <destinatario>, <oggetto> and <corpo> to a <lettera>; `reg` is the view
 * of a registration in clear, `ufficio` who answers for it (NULL: not yet
 * known), `giorni` the term.
 */
void ricevuta_make(struct arena *a, struct nodo *lettera,
    const struct nodo *reg, const char *ufficio, int giorni, bool assenso);

#endif
