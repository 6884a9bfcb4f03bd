/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * indicatori.h - figures over the cases an eye may count, as they were after an
 * act, with what is needed to count them again.
 *
 * A case closed to the eye now (sealed, conflict of interest) is in none of its
 * figures, those of past days included.
 */
#ifndef REGISTRO_INDICATORI_H
#define REGISTRO_INDICATORI_H

#include "registro/registro.h"

/* The end of a day in the chain. */
struct momento {
	int64_t seq;
	const char *impronta;	/* of the link */
};
/* absent: nothing had been done yet. */
int registro_momento(struct momento *out, struct arena *a, struct registro *r,
    const char *al) MUST;

/* ente/indicatori.xml as it was then, and the act that adopted it; absent: none
 * adopted yet. */
int registro_indicatori_tabella(struct nodo **out, int64_t *seq,
    struct arena *a, struct registro *r, const struct momento *m) MUST;

struct conteggio {
	const char *voce;
	int64_t n;
};
/* The lines of an indicator (documenti/indicatori.h); *query: the statement,
 * its impronta: the digest of its text, both NULL for one that is not counted
 * in the register.  dal: the period begins; NULL: it is of the day al. */
struct interrogazione {
	const char *nome, *impronta;
};
int registro_indicatore(struct conteggio **out, int *n,
    struct interrogazione *query, struct arena *a, struct registro *r,
    const struct occhio *o, const char *nome, const struct momento *m,
    const char *dal, const char *al) MUST;

#endif
