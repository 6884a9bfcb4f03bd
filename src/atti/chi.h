/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chi.h - who acts, and in whose name.
 *
 * Refuses: a login that is nobody's; another's name without a delega in force
 * for that very atto, or the power `agire-per`; either way, what is personal.
 * Keeps: both names, in the chain and in the read log.
 */
#ifndef ATTI_CHI_H
#define ATTI_CHI_H

#include "atti/op.h"
#include "base/err.h"

struct chi {
	const char *utente;	/* whose login it is */
	const char *per;	/* in whose name; NULL: his own */
};

/*
 * From a login and the user asked for (`come`, NULL: none).  In a store of
 * invented data anyone plays any part.  forbidden: the login is nobody's.
 */
int chi_agisce(struct chi *out, struct arena *a, struct store *st,
    const char *login, const char *come) MUST;

/* May op->utente do this in the name of op->per?  0 also when there is none;
 * forbidden: no.  For the runner. */
int chi_per(struct op *op) MUST;

/* May it be done in another's name?  Signatures are personal (CAD
 * art. 20), and so is giving and taking powers; one that is of a role, not of
 * a person, may be given by a delega that names it. */
bool chi_delegabile(const struct atto *atto);

#endif
