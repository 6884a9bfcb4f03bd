/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * avanza.h - moving branches and visible files to where the register says.
 * For the runner, verifica and ricostruisci; the lock is held.
 */
#ifndef ATTI_AVANZA_H
#define ATTI_AVANZA_H

#include "atti/store.h"
#include "base/err.h"

/*
 * Does every pending move not yet done since this boot and marks it.  What a
 * crash or a power failure left half done is simply done again.
 */
int avanza(struct store *st) MUST;

#endif
