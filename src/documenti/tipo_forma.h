/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tipo_forma.h - is a schema in the small profile of tipo.h?  Internal to
 * documenti/.
 */
#ifndef DOCUMENTI_TIPO_FORMA_H
#define DOCUMENTI_TIPO_FORMA_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* A rilievo for each thing outside it, at its path in the schema; condivisi
 * are the schemas whose named types may be used. */
void tipo_forma(struct rilievi *ril, const struct nodo *schema,
    const char *nome, const struct nodo *const *condivisi, int n);

#endif
