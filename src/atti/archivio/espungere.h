/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * espungere.h - what goes in an erasure: the documents asked for, those that
 * say nothing without them, the attachments that nobody else needs.  Internal to
 * atti/.
 */
#ifndef ATTI_ARCHIVIO_ESPUNGERE_H
#define ATTI_ARCHIVIO_ESPUNGERE_H

#include "atti/caso/cartella.h"
#include "documenti/espunzione.h"
#include "registro/espunzioni.h"

struct va {			/* one document, with all its versions */
	struct attuale doc;
	bool chiesto;		/* by the istanza; else it goes with another */
	struct versione *versione;
	int n_versioni;
	struct espunto e;	/* of espungere_descrivi */
};

struct espungendo {
	struct caso caso;
	struct va *va;
	int n, cap;
	const char **percorsi;	/* theirs */
	struct foglio_caso *fogli;	/* every document of the cartella */
	int n_fogli;
};

/* Of the fields documento and anche.  A rilievo for what may not go, and for
 * what stays and is built on it; then n is 0, or less than was asked. */
int espungere_raccogli(struct espungendo *out, struct op *op,
    const struct caso *caso) MUST;

/* applica: fills the `e` of each. */
int espungere_descrivi(struct espungendo *x, struct op *op) MUST;

/*
 * applica: condemns the bytes that only what goes names (op_distruggi), and the
 * links beside the cartella to those that another place needs (op_slega); adds a
 * <distrutto> to n for each of the first.
 */
int espungere_allegati(struct nodo *n, struct op *op,
    const struct espungendo *x) MUST;

/*
 * applica, behind op_riscrivi: the new places of the acts of the folder that was
 * written again last, each with its one commit there, in the document `doc` and
 * in the register; those that moved in *out.
 */
int espungere_sposta(struct posto **out, int *n, struct nodo *doc,
    struct op *op) MUST;

#endif
