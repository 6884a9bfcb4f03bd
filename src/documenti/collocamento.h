/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * collocamento.h - an urgent placement of a minor by the public authority
 * (art. 403 c.c.): the hours of what the law wants one behind the other.
 */
#ifndef DOCUMENTI_COLLOCAMENTO_H
#define DOCUMENTI_COLLOCAMENTO_H

#include <stdint.h>

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* <collocamento-403> from <registra-403>, on what was said before (NULL: it
 * is new). */
struct nodo *collocamento_make(struct arena *a, const struct nodo *in,
    const struct nodo *prima, const char *autore);

/*
 * Looks at <registra-403> on what was said before.  Refuses: no placement,
 * hours to come, a step without the one before it or earlier than it.  Warns:
 * the PM not yet told; an hour said otherwise before.
 */
void collocamento_check(struct rilievi *out, const struct nodo *in,
    const struct nodo *prima, int64_t adesso);

#endif
