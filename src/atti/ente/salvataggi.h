/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salvataggi.h - the copies a store knows to be out, and up to which act each
 * goes: who destroys something asks which of them still have it.
 */
#ifndef ATTI_ENTE_SALVATAGGI_H
#define ATTI_ENTE_SALVATAGGI_H

#include "base/arena.h"
#include "base/err.h"
#include "base/random.h"
#include "registro/registro.h"

/* Of the store: one directory a copy (servizio/salvataggio.h). */
#define SALVATAGGI_DIR "salvataggi"

struct copia_nota {
	char copia[ID_LEN + 1];
	int64_t atti;			/* the last act it holds */
	int64_t ora;			/* seconds UTC, of that backup */
	const char *dove, *chiavi;	/* directories, as they were told */
	int avvisa;			/* days after which one is missed */
	int64_t controllo;		/* seconds UTC, when it was looked at
					 * last; 0: never */
	int64_t difetti;		/* that were found then */
	const char *guasta;		/* NULL; or why what is known of it does
					 * not read: then dove is where that
					 * stands, and nothing else is told */
};

#define SALVATAGGI_AVVISA 2		/* days, unless it was told */

/* Those of the store in `dir`, in order of id; what is spoilt of one takes away
 * none of the others. */
int salvataggi_note(struct copia_nota **out, int *n, struct arena *a,
    const char *dir) MUST;
/* Writes one down; synced.  invalid: a directory whose name is not of one line. */
int salvataggi_annota(const char *dir, const struct copia_nota *x) MUST;

/* Writes down that one was looked at, where the store knows it. */
int salvataggi_controllata(const char *dir, const char *copia, int64_t ora,
    int64_t difetti) MUST;
/* Is the last backup too old?  Whole days since; -1: it is not. */
int salvataggio_vecchio(const struct copia_nota *x, int64_t ora);

struct op;
/* <salvataggi> with a <copia> each: when, how far behind, whether checked. */
int salvataggi_vista(struct op *op, struct nodo *vista) MUST;
/* A section of a scrivania, for who looks at the state of the store: copies too
 * old, or that there is none. */
int salvataggi_scrivania(struct op *op, struct nodo *vista) MUST;
/* Of an act that has just destroyed something: a <nota> in its answer for each
 * copy that it has not reached. */
int salvataggi_esito(struct op *op) MUST;

/*
 * Those that still hold what an act has destroyed for good (espungi, scarta):
 * it was done behind the last act they have.  One that is spoilt may.
 */
int salvataggi_indietro(struct copia_nota **out, int *n, struct arena *a,
    const char *dir, struct registro *r) MUST;

#endif
