/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registrazione.h - the registration an act is about.  Internal to atti/.
 */
#ifndef ATTI_PROTOCOLLO_REGISTRAZIONE_H
#define ATTI_PROTOCOLLO_REGISTRAZIONE_H

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

/* The bytes of a file of registro_vista_registrazione, which stand in that
 * year; *fd is the caller's.  absent: they are not there, or were destroyed for
 * this registration, whoever has brought them again since; the message says
 * which. */
int registrazione_apri(int *fd, struct op *op, const struct nodo *file,
    int anno) MUST;
/* Were they?  The day; NULL: no. */
const char *registrazione_distrutto(const struct nodo *file);

/* The registration of field `protocollo`, as who acts sees it; absent: not at
 * all, or not in clear.  _di: of that field. */
int registrazione_in_chiaro(struct nodo **vista, struct numero *n,
    struct op *op) MUST;
int registrazione_in_chiaro_di(struct nodo **vista, struct numero *n,
    struct op *op, const char *campo) MUST;

#endif
