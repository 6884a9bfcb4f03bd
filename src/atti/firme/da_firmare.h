/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * da_firmare.h - a document of a cartella made ready to be signed: which bytes
 * the manifesto names.  Internal to atti/.
 *
 * Refuses: a document that is not signed, one that the operator may not read,
 * the same version twice.  Keeps: who signs has before him a rendition of the
 * very version whose impronta he signs.
 */
#ifndef ATTI_FIRME_DA_FIRMARE_H
#define ATTI_FIRME_DA_FIRMARE_H

#include "atti/caso/cartella.h"
#include "documenti/manifesto.h"

#define OGGETTI_MAX 400		/* schema/documenti/manifesto.xsd */

struct da_firmare {
	struct attuale doc;
	const char *scopo;
	struct manifesto_oggetto *oggetti;	/* the original first */
	int n;
	/* the rendition; p NULL: none was asked for */
	const void *p;
	size_t n_p;			/* bytes */
	const char *nome;		/* of its file */
};

/* Rilievi when the field `documento` names nothing that the operator may sign
 * now. */
int da_firmare_esamina(struct op *op, const struct caso *caso) MUST;

/* The present version of it and what goes with it, without rendition. */
int da_firmare_leggi(struct da_firmare *out, struct op *op,
    const struct caso *caso) MUST;

/* With the field `resa`: makes the PDF, unless it says «nessuna». */
int da_firmare_resa(struct da_firmare *d, struct op *op,
    const struct caso *caso) MUST;

/* What the read log says of a manifesto that was handed over. */
const char *da_firmare_letto(struct op *op, const char *manifesto);
/* 1: it was, to this operator; 0: it was not. */
int da_firmare_preparato(struct op *op, const char *manifesto) MUST;

/* Does the manifesto name what there is now, and that PDF (p NULL: none)?  Then
 * that is the rendition.  1: it does not, and a rilievo says what. */
int da_firmare_confronta(struct da_firmare *d, struct op *op,
    const struct nodo *manifesto, const void *p, size_t n) MUST;

/* Is it still that version?  busy: somebody wrote it meanwhile. */
int da_firmare_ancora(struct op *op, const struct caso *caso, const char *id,
    const char *impronta) MUST;

#endif
