/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rapporto_versamento.h - what a conservatore says of a package, held against
 * what was handed over.  Norm: linee guida AgID §4.7 (rapporto di versamento).
 */
#ifndef DOCUMENTI_RAPPORTO_VERSAMENTO_H
#define DOCUMENTI_RAPPORTO_VERSAMENTO_H

#include "base/arena.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

/*
 * `rapporto` (schema/pacchetto/rapporto-versamento.xsd) about `versamento`: each
 * thing that was handed over, once, with its outcome: <unita> children of
 * `out`, as schema/documenti/esito-versamento.xsd says.  Rilievi say what does
 * not hold together; `out` is then worth nothing.
 */
void rapporto_leggi(struct nodo *out, struct rilievi *ril, struct arena *a,
    const struct nodo *rapporto, const struct nodo *versamento);

/* The words of the conservatore about a thing: its own, or of all of it. */
const char *rapporto_parole(struct arena *a, const struct nodo *rapporto,
    const char *unita);

#endif
