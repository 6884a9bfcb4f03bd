/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * provenienza.h - where what a cartella has of another body comes from: the
 * document of the act that took it in, and the paths of what is not ours.  Pure.
 *
 * The chain vouches for this document, and it for each document and attachment
 * that came, by SHA-256: so what others wrote is anchored without being
 * replayed.
 */
#ifndef DOCUMENTI_PROVENIENZA_H
#define DOCUMENTI_PROVENIENZA_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

#define PROVENIENZA "provenienza"
#define PROVENIENZE_DIR "provenienze"
#define PRECEDENTI_DIR "precedenti"
/* a document of theirs whose type only they have: its bytes are kept and handed
 * over, nothing is read in them */
#define TIPO_DI_ALTRI "tipo-di-altri"

/* Is it below precedenti/? */
bool percorso_altrui(const char *percorso);

/* The path in its own folder of what is below precedenti/, however often it was
 * handed on; else itself. */
const char *percorso_proprio(const char *percorso);

/* Where a document is that the one at `percorso` names by its path: beside it,
 * in the folder of the same body. */
const char *percorso_accanto(struct arena *a, const char *percorso,
    const char *altro);

/* "precedenti/<ipa>" or, n > 1, "precedenti/<ipa>-<n>": small letters. */
char *provenienza_sotto(struct arena *a, const char *ipa, int n);

struct provenienza {
	const char *sotto;	/* the directory */
	const char *commit;	/* head of the history that came */
	const char *albero;	/* its tree */
	bool radice;		/* the folder goes on from that commit */
	struct provenienza_documento {
		const char *percorso;	/* in the folder of the others */
		const char *tipo, *impronta;
	} *documento;		/* in order of path */
	int n;
};
/* invalid: something is missing in it. */
int provenienza_leggi(struct provenienza *out, struct arena *a,
    const struct nodo *doc) MUST;

#endif
