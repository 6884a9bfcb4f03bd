/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme.h - which signatures there are, and over what.  Whether they are good
 * is not said here: that is a verdetto.
 */
#ifndef REGISTRO_FIRME_H
#define REGISTRO_FIRME_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

struct registro;

/* Those of a document itself (sottoscrizione, visto), in the order of the
 * chain, of any of its versions. */
struct firma_riga {
	const char *percorso;		/* of the manifesto */
	const char *utente, *per;	/* per NULL: in his own name */
	const char *scopo, *chiave, *ora;	/* ora: of the act */
	const char *documento_impronta;	/* the version that was signed */
};
int registro_firme(struct firma_riga **out, int *n, struct arena *a,
    struct registro *r, const char *documento_id) MUST;

/* 1: `utente` has signed that version of the document, *out (may be NULL) is
 * his first signature of it; 0: he has not. */
int registro_firmata_da(struct firma_riga *out, struct arena *a,
    struct registro *r, const char *documento_id,
    const char *documento_impronta, const char *utente) MUST;

/* The PDF that was first signed with that version of a document, and the time
 * of the act; absent: it was signed without, or not at all. */
int registro_resa_firmata(const char **impronta, const char **ora,
    struct arena *a, struct registro *r, const char *documento_id,
    const char *documento_impronta) MUST;

/* How many signatures stand in a folder. */
int registro_firme_quante(int *out, struct registro *r,
    const char *cartella) MUST;

/* Every signature of the register that an act behind `dopo` made. */
struct firma_intera {
	const char *cartella, *percorso, *manifesto;	/* path and impronta */
	const char *scopo;
	const char *utente;		/* NULL: the office's seal */
	const char *per;
	const char *tipo, *chiave;	/* "openpgp", "x509" */
	const char *ora;		/* of the act */
	int64_t seq;
};
typedef int firma_fn(void *arg, const struct firma_intera *f);
int registro_ogni_firma(struct registro *r, int64_t dopo, firma_fn *fn,
    void *arg) MUST;

/* What the manifesto at that place names. */
struct firma_oggetto {
	const char *ruolo, *impronta;
	const char *documento;		/* id; NULL: a file */
	/* where that version stands; NULL: nowhere in this store */
	const char *cartella, *percorso, *commit;
};
int registro_oggetti_di_firma(struct firma_oggetto **out, int *n,
    struct arena *a, struct registro *r, const char *cartella,
    const char *percorso) MUST;

/* Every paper that was given out with a signature, behind act `dopo`. */
struct firma_file {
	const char *firma, *file, *manifesto;	/* improntas */
	const char *utente;		/* NULL: the office's seal */
	const char *chiave;
	int anno;			/* where their bytes are */
};
typedef int firma_file_fn(void *arg, const struct firma_file *f);
int registro_ogni_firma_file(struct registro *r, int64_t dopo,
    firma_file_fn *fn, void *arg) MUST;

/* Where the manifesto of that impronta stands; absent: nowhere. */
int registro_firma_di_manifesto(const char **cartella, const char **percorso,
    struct arena *a, struct registro *r, const char *impronta) MUST;

#endif
