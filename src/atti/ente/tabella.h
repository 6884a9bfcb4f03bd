/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tabella.h - a table of the body (termini, permessi, indicatori) that comes as a file,
 * perhaps written by hand, and becomes a document of ente/.
 */
#ifndef ATTI_ENTE_TABELLA_H
#define ATTI_ENTE_TABELLA_H

#include "atti/op.h"

/* The one FILE of the act against schema/documenti/<radice>.xsd, whether or
 * not its root has id and versione.  NULL in *out: rilievi say why. */
int tabella_leggi(struct nodo **out, struct op *op, const char *radice) MUST;

/* Deposits it at `percorso` of ente/: it is always the same document, whose
 * versions are the tables adopted before. */
int tabella_deposita(struct op *op, const char *percorso, struct nodo *doc)
    MUST;

/* The same with what `table` holds, behind the `provvedimento` of the istanza;
 * *out is what was deposited. */
int tabella_adotta(struct nodo **out, struct op *op, const char *percorso,
    const struct nodo *table) MUST;

#endif
