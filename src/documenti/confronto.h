/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * confronto.h - what differs between two versions of a document, said by
 * element and by paragraph.  Pure.
 */
#ifndef DOCUMENTI_CONFRONTO_H
#define DOCUMENTI_CONFRONTO_H

#include "base/err.h"
#include "xml/nodo.h"

/*
 * Adds to `out` one <riga segno= campo=> for each element or paragraph that is
 * not the same in both, in order; none when the two say the same.  Signs: "-"
 * only in `da`; "+" only in `a`; ">" a paragraph that is in both but elsewhere;
 * "~" one that has changed, as a sequence of <uguale>, <tolto>, <messo> (words,
 * or the two values of a field).  Emphasis counts (*bold*, _italic_); id and
 * versione do not.  invalid: documents too long to compare.
 */
int confronto(struct nodo *out, struct arena *arena, const struct nodo *da,
    const struct nodo *a) MUST;

#endif
