/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lotti.h - the secret of a lotto (many letters from one table), by which the
 * ids of its istanze are made.
 *
 * The ids stay in the chain for ever: made of the rows alone, they would let a
 * guess at a letter be tested after its cartella was destroyed.  The secret is
 * in lotti/ of the store and in no folder.
 */
#ifndef ATTI_CARTE_LOTTI_H
#define ATTI_CARTE_LOTTI_H

#include "atti/store.h"

#define LOTTO_CHIAVE_LEN 64	/* hex digits */

/*
 * That of lotto `nome` ([a-z0-9-], at most 61), made and synced when there is
 * none; `prova`: then one for now only, and nothing is written.  invalid: no
 * such name can be.
 */
int lotto_chiave(char out[LOTTO_CHIAVE_LEN + 1], struct store *st,
    const char *nome, bool prova) MUST;

#endif
