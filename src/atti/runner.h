/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * runner.h - the one road: permission, esamina, prepara, [lock] esamina,
 * applica, COMMIT.  Nothing else knows the order.
 */
#ifndef ATTI_RUNNER_H
#define ATTI_RUNNER_H

#include "atti/op.h"
#include "base/err.h"

/*
 * Does one act, or shows one thing, from istanza to vista.  0: look at
 * op->stato (OP_FATTO with op->vista, or OP_RIFIUTATO with op->ril); negative:
 * error (forbidden: the atto is not of any role of the user).
 */
int runner_esegui(struct op *op) MUST;

/*
 * Permission and rules of an act on the facts as they are now, and nothing
 * written; nothing prepared either, but with op->saggio the words of its
 * letter.  0: op->stato is OP_RIFIUTATO with op->ril,
 * OP_FATTO when this istanza was done before, otherwise OP_DA_FARE.
 */
int runner_esamina(struct op *op) MUST;

/*
 * Several acts that wait together: prepared one by one, then one lock, one
 * transaction, one sync (group commit).  Each op carries its own outcome
 * (stato, errore, messaggio, vista); negative: none could be tried.
 */
int runner_gruppo(struct store *st, struct op **ops, int n) MUST;

/*
 * Several readings together, of several people: each with the facts as they are
 * at its moment, then all their rows of the read log in one transaction.
 * Outcomes as above.  negative: the log could not be written, nothing may be
 * shown.
 */
int runner_leggi(struct store *st, struct op **ops, int n) MUST;

/*
 * runner_esamina of a letter, whose PDF is then in op->bytes.  What it says of a
 * case is read: it has its row of the read log before anybody sees it.
 */
int runner_anteprima(struct op *op) MUST;

/* Has who acts this atto, in his own name or in the other's?  forbidden: no. */
int runner_permesso(struct op *op) MUST;

#endif
