/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * percorso.h - what the acts on a registration that was sent to somebody have
 * in common: whose it is.  Internal to atti/.
 */
#ifndef ATTI_PROTOCOLLO_PERCORSO_H
#define ATTI_PROTOCOLLO_PERCORSO_H

#include "atti/op.h"
#include "base/err.h"
#include "documenti/smistamento.h"
#include "registro/smistamento.h"

/*
 * esamina: what of registration `protocollo` was sent for competence to who
 * acts.  1: nothing, or it is annulled, and a rilievo says why; absent: he
 * does not see it.
 */
int percorso_destinazione(struct destinazione *out, struct numero *n,
    struct op *op) MUST;
/* A rilievo when somebody has it in charge already. */
int percorso_in_attesa(struct op *op, const struct numero *n,
    const struct destinazione *d) MUST;

/* applica: the destination, and the place of this step among those of its
 * kind. */
int percorso_passo(struct smistamento_destinazione *out, int *ordine,
    struct numero *n, struct op *op, const char *che) MUST;

#endif
