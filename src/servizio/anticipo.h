/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * anticipo.h - what the commits of some acts brought, read, parsed and validated
 * ahead by another process.  Internal to servizio/.
 *
 * Only what is right is handed on.  Of anything else nothing is said, and who
 * reads the acts in their order looks at it himself and tells what is wrong.
 */
#ifndef SERVIZIO_ANTICIPO_H
#define SERVIZIO_ANTICIPO_H

#include "base/buf.h"
#include "servizio/passi.h"
#include "xml/nodo.h"

struct anticipo {			/* of one act; all zero: nothing */
	char ***cambi;			/* of each step; NULL: not read */
	struct letto {
		size_t passo;		/* which */
		const char *percorso;
		const char *impronta;	/* of its bytes */
		struct nodo *doc;	/* of ours, and valid */
	} *letto;
	int n;
};

/* Appends what the acts of p[0] … p[n-1] brought. */
void anticipo_leggi(struct buf *out, struct store *st, const struct passi *x,
    size_t da, size_t fino);
/* The next act of those, of n steps, into a.  invalid: there is no more. */
int anticipo_atto(struct anticipo *out, struct arena *a, struct cursor *c,
    size_t n) MUST;
/* NULL: it is not among them. */
const struct letto *anticipo_letto(const struct anticipo *x, size_t passo,
    const char *percorso);

#endif
