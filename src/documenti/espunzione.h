/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * espunzione.h - a document removed for good: which types may be, the lapide
 * that stands in its place, what the act leaves written.
 *
 * Keeps: a lapide says what kind of document there was and by what order it
 * went, none of its words and not its id.
 */
#ifndef DOCUMENTI_ESPUNZIONE_H
#define DOCUMENTI_ESPUNZIONE_H

#include <stdbool.h>
#include <stdint.h>

#include "documenti/anello.h"
#include "xml/nodo.h"

#define LAPIDE "lapide"
#define ESPUNZIONE "espunzione"
#define ESPUNZIONI_DIR "espunzioni"

/* Why a document of that type, at that path, may not be erased, and what to do
 * instead; NULL: it may, where nothing that stays is built on it. */
const char *espunzione_vieta(const char *tipo, const char *percorso);
/* Does one of that type go with the document it names, unasked? */
bool espunzione_segue(const char *tipo);

struct espunto {			/* one document, all its versions */
	const char *percorso, *tipo, *segno;
	const char *riservata_di;	/* NULL: it was not */
	const char *provvedimento, *giorno;
	const char *istanza;		/* id of the erasing act */
};

/* What stands in the place of the version with that impronta. */
struct nodo *lapide_make(struct arena *a, const struct espunto *e,
    const char *impronta);

/* 1: doc is the lapide of that document of a link; its type in *tipo.  0: no
 * lapide.  invalid: one of another document. */
int lapide_di(const char **tipo, struct arena *a, const struct nodo *doc,
    const struct anello_documento *d) MUST;

/* <espunzione> but for the documents, attachments, head and commits, which
 * follow in that order; e: its order and day. */
struct nodo *espunzione_make(struct arena *a, const struct espunto *e,
    const char *autore, const char *motivo);
/* One <espunto>, but for its versions. */
struct nodo *espunzione_documento(struct arena *a, struct nodo *n,
    const struct espunto *e);
void espunzione_versione(struct arena *a, struct nodo *espunto, int64_t seq,
    const char *impronta, const char *lapide);
void espunzione_commit(struct arena *a, struct nodo *n, int64_t seq,
    const char *prima, const char *dopo);

#endif
