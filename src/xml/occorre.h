/* SPDX-License-Identifier: EUPL-1.2 */
/* occorre.h - inside xml/: which element a document lacks. */
#ifndef XML_OCCORRE_H
#define XML_OCCORRE_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "xml/nodo.h"

/*
 * "«testo»", "«letta» o «persa»": what must yet be put into n by the schema
 * (its own tree), first things first; NULL: nothing that could be told.
 */
const char *occorre(struct arena *a, const struct nodo *schema,
    const xmlNode *n);

#endif
