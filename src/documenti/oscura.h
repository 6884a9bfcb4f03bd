/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * oscura.h - small counts of people are not told, nor what would tell them.
 *
 * A count of fewer than k (but not of none) is hidden.  Whoever knows the total
 * could find it by subtraction: another is hidden with it, and any number from
 * 1 to k - 1 could then stand in its place.  Where that is not so no line of the
 * table is told at all.  Norm: GDPR art. 89 (the threshold rule of official
 * statistics).
 */
#ifndef DOCUMENTI_OSCURA_H
#define DOCUMENTI_OSCURA_H

#include <stdint.h>

enum velo { SCOPERTA, SOTTO_SOGLIA, COMPLEMENTARE };

struct cella {
	const char *voce;
	int64_t n;
	enum velo velo;		/* out */
};

enum tabella {
	TABELLA_INTERA,		/* lines as each says, and the total */
	TABELLA_TRATTENUTA,	/* the total only */
	TABELLA_OSCURA		/* not even that: it is under k itself */
};

/* The cells are the parts of one total; k is at least 1. */
enum tabella oscura(struct cella *c, int n, int64_t k);
int64_t oscura_totale(const struct cella *c, int n);

#endif
