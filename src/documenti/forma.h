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
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"

/* The schema (tipo.h) of a version of an adopted type. */
typedef int forma_schema_fn(struct buf *out, void *arg, const char *tipo,
    int versione);

/* invalid: not XML, not in the deterministic form, or not valid against
 * "schema/documenti/<root>.xsd"; the message says where. */
int forma_read(struct nodo **out, struct arena *a, const void *p, size_t n)
    MUST;

/* The same, also for a document of an adopted type: it says by which version
 * of its schema it is to be read, and fn gives that. */
int forma_read_con(struct nodo **out, struct arena *a, const void *p, size_t n,
    forma_schema_fn *fn, void *arg) MUST;

#endif
