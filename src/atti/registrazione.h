/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registrazione.h - the registration an act is about.  Internal to atti/.
 */
#ifndef ATTI_REGISTRAZIONE_H
#define ATTI_REGISTRAZIONE_H

#include "atti/op.h"
#include "base/err.h"

/* esamina: 1, or 0 and a rilievo at path when it is annulled. */
int registrazione_valida(struct op *op, const char *path,
    const struct numero *n) MUST;

/*
 * The files in the view of a registration, one behind the other: the next one
 * after `f` (NULL: the first), with its place as «originale» calls it ("0", "1",
 * "c1.1").  NULL: there is no other.
 */
const struct nodo *registrazione_prossimo(const char **posto, struct arena *a,
    const struct nodo *reg, const struct nodo *f);

/* The registration of field `protocollo`, as who acts sees it; absent: not at
 * all, or not in clear. */
int registrazione_in_chiaro(struct nodo **vista, struct numero *n,
    struct op *op) MUST;

#endif
