/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adottare.h - what the atti that adopt a table of the body from a file have in
 * common.  Internal to atti/.
 */
#ifndef ATTI_ADOTTARE_H
#define ATTI_ADOTTARE_H

#include "atti/op.h"

/* The one file of the istanza, looked at in a cage as a document <radice>; it
 * may lack the id and the version that documents bear.  *out is NULL when it
 * has rilievi. */
int adottare_legge(struct nodo **out, struct op *op, const char *radice) MUST;

/* Deposits at ente/<percorso> the table with the `provvedimento` of the istanza
 * before what `table` holds: always a version of the same document. */
int adottare_deposita(struct nodo **out, struct op *op, const char *percorso,
    const struct nodo *table) MUST;

#endif
