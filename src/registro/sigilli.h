/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sigilli.h - seals: up to which link of the chain they go, and the tags they
 * have in the folders.  What follows the last one rests on the chain alone.
 *
 * Nothing here asks for permission: for care, and for atti that have asked.
 */
#ifndef REGISTRO_SIGILLI_H
#define REGISTRO_SIGILLI_H

#include "registro/registro.h"

#define SIGILLO_ATTI ((int64_t)1000)	/* when the policy says nothing */

/* The last link that a seal covers whose key is believed; 0: none. */
int registro_sigillato(int64_t *out, struct registro *r) MUST;

/* 1: behind link `dopo` something was done that is no seal itself; 0: no. */
int registro_sigillabile(struct registro *r, int64_t dopo) MUST;

/* Adds <sigillo ultimo= giorno= utente=> to the answer of an act that made one;
 * utente is absent when the office's key signed. */
int sigilli_esito(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq) MUST;

/* The impronta of a link; absent: the chain has none such. */
int registro_anello_impronta(const char **out, struct arena *a,
    struct registro *r, int64_t seq) MUST;

struct tag_riga {
	const char *cartella, *nome;	/* "giorno/2026-11-20" */
	const char *oggetto, *commit;	/* git ids: of the tag, of its commit */
	const char *utente;		/* who signed; NULL: the office */
	const char *chiave;
	int64_t seq;			/* of the act that made it */
	const char *ora;		/* of that act */
};
/* Those of a folder, in order of name. */
int registro_tag(struct tag_riga **out, int *n, struct arena *a,
    struct registro *r, const char *cartella) MUST;

/* Those of acts behind `dopo`, by folder and name; other than 0 from fn ends it. */
typedef int tag_fn(void *arg, const struct tag_riga *t);
int registro_ogni_tag(struct registro *r, int64_t dopo, tag_fn *fn, void *arg)
    MUST;

#endif
