/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * forma.h - is this a document of ours (docs/formato.md §3)?
 *
 * The same question before a document is written and whenever a store is read
 * back, so that nothing is kept that `verifica` would refuse.
 */
#ifndef DOCUMENTI_FORMA_H
#define DOCUMENTI_FORMA_H

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

/* invalid: not XML, not in the deterministic form, or not valid against
 * "schema/documenti/<root>.xsd"; the message says where. */
int forma_read(struct nodo **out, struct arena *a, const void *p, size_t n)
    MUST;

#endif
