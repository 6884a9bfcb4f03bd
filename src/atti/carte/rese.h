/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rese.h - renditions of documents in PDF/A, for what leaves the office: a
 * package, a versamento, an export.
 *
 * Slow: never with the lock held.  Keeps: a rendition that cannot be made is
 * told, and takes nothing else with it.  Same documents, same bytes, as long as
 * LibreOffice and its fonts are the same.
 * Norm: linee guida AgID, Allegato 2; CAD art. 23-bis c. 2 (a copy).
 */
#ifndef ATTI_CARTE_RESE_H
#define ATTI_CARTE_RESE_H

#include "atti/carte/stampare.h"
#include "base/hash.h"

struct resa_doc {
	const struct stampando *s;
	char fonte[IMPRONTA_LEN + 1];	/* of the ODT it is made of, which says
					 * all that the PDF does */
	const void *p;		/* the PDF; NULL: there is none */
	size_t n;		/* bytes */
	const char *manca;	/* why there is none, Italian; else NULL */
};

/* Is it for people to read?  What only makes or tells a signature is read with
 * what was signed. */
bool rese_si_legge(const char *percorso, const char *tipo);

/* Of each of them, the documents in x[i].s; the bytes are of the op. */
void rese_fai(struct resa_doc *x, int n, struct op *op);

/*
 * The same, each handed over as soon as it is there, or known not to be: its
 * bytes last until `fatta` returns.  An error of either function ends it and is
 * returned.  1: after `guasti` failures in a row, or because there is no
 * LibreOffice, those that were left were not tried.
 */
struct rese_come {
	int guasti;
	/* 1: the PDF of that fonte is had already, in x->p and x->n; 0: it is
	 * to be made.  NULL: all are. */
	int (*avuta)(void *arg, struct resa_doc *x);
	int (*fatta)(void *arg, struct resa_doc *x);
	void *arg;
};
int rese_ogni(struct resa_doc *x, int n, struct op *op,
    const struct rese_come *come) MUST;

#endif
