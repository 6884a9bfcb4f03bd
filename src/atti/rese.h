/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rese.h - renditions of documents in PDF/A, for a package that leaves the
 * office.  Internal to atti/.
 *
 * Slow: never with the lock held.  Keeps: a rendition that cannot be made is
 * told, and takes nothing else with it.  Same documents, same bytes, as long as
 * LibreOffice and its fonts are the same.
 * Norm: linee guida AgID, Allegato 2; CAD art. 23-bis c. 2 (a copy).
 */
#ifndef ATTI_RESE_H
#define ATTI_RESE_H

#include "atti/stampare.h"

struct resa_doc {
	const struct stampando *s;
	const void *p;		/* the PDF, of the op; NULL: there is none */
	size_t n;		/* bytes */
	const char *manca;	/* why there is none, Italian; else NULL */
};

/* Of each of them, the documents in x[i].s. */
void rese_fai(struct resa_doc *x, int n, struct op *op);

#endif
