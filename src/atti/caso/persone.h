/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * persone.h - is this person known already?  Internal to atti/.
 *
 * Looks only among the cases in which this operator would find people with
 * «persone»: what he may not see warns nobody.
 */
#ifndef ATTI_CASO_PERSONE_H
#define ATTI_CASO_PERSONE_H

#include "atti/op.h"

/*
 * Warns ("persona-nota", once for all it finds) at `path` of cases that name
 * who has the codice fiscale of this <anagrafica> (or <segnalato> of an
 * accesso), or a name of the same sound and the same birth.  `tranne` is the
 * case it is written for, with the accesso it was born of and those of the same
 * person; NULL: none yet.
 */
int persone_simili(struct op *op, const struct nodo *chi,
    const char *path, const struct numero *tranne) MUST;

#endif
