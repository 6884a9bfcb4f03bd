/* SPDX-License-Identifier: EUPL-1.2 */
/* firme.h - checking every signature of a store.  Internal to servizio/. */
#ifndef SERVIZIO_FIRME_H
#define SERVIZIO_FIRME_H

#include <stdbool.h>
#include <stdint.h>

#include "atti/store.h"
#include "servizio/servizio.h"

/*
 * Could that key sign then, for who signed?  Said when not: as a remark when
 * it could, and only a later act takes it back (a stolen key), because the
 * store is what it was.
 */
struct firma_di_chi {
	const char *chiave;
	const char *utente;		/* NULL: the office */
	int64_t seq;			/* of the act, and its time (ISO) */
	const char *ora;
};
bool firme_chiave_valeva(struct conto *conto, struct store *st,
    const struct ascolto *l, const char *luogo, const struct firma_di_chi *f)
    MUST;

/* Each signature that an act behind `dopo` made (0: all) against the very bytes
 * that were signed and the key that was enrolled for its user. */
int verifica_firme(struct conto *conto, struct store *st, int64_t dopo,
    const struct ascolto *l) MUST;

#endif
