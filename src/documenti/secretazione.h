/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * secretazione.h - a case that comes sealed from another body is sealed here
 * too.  Pure.
 *
 * Keeps: its readers there are nobody here; who answers for it names others.
 * Norm: L. 184/1983 art. 28; GDPR art. 32.
 */
#ifndef DOCUMENTI_SECRETAZIONE_H
#define DOCUMENTI_SECRETAZIONE_H

#include "base/arena.h"
#include "xml/nodo.h"

struct secretazione_venuta {
	const char *da;		/* codice IPA: whose case it was */
	const char *utente;	/* who takes it in */
	const char *oggi;	/* AAAA-MM-GG */
};

/* Is the document still in force? */
bool secretazione_vale(const struct nodo *doc);

/* Ours, made of theirs. */
struct nodo *secretazione_di_altri(struct arena *a, const struct nodo *theirs,
    const struct secretazione_venuta *v);

#endif
