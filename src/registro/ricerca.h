/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ricerca.h - the full text of the register.  Internal to registro/.
 */
#ifndef REGISTRO_RICERCA_H
#define REGISTRO_RICERCA_H

#include "registro/registro.h"

/*
 * Writes again what the index says of a registration, from the tables as they
 * are: every projection that changes what it says, or who may see it, ends
 * with this.
 */
int ricerca_rinnova(struct registro *r, const struct numero *n) MUST;

#endif
