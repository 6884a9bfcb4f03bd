/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_indizio.h - does a file bear signatures, and of which kind?  A guess
 * from its first bytes and its name, to choose what is worth a cage.  Internal
 * to atti/.
 */
#ifndef ATTI_FIRME_FIRME_INDIZIO_H
#define ATTI_FIRME_FIRME_INDIZIO_H

#include <stdbool.h>

#include "base/err.h"

struct indizio {		/* what a file's first look says */
	const char *formato;	/* of its signature; NULL: it has none */
	bool sembra;		/* its bytes say so, not its name alone */
	const char *oltre;	/* it is of a kind we do not verify: which */
};

int firme_indizio(struct indizio *out, const char *nome, int fd) MUST;

/* Capitals apart. */
bool nome_finisce(const char *nome, const char *coda);

#endif
