/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * distrutti.h - attachments whose bytes went for good by order of an act, and
 * who names the bytes of an impronta.  No permission is asked: for the care of
 * a store, and for acts that destroy.
 */
#ifndef REGISTRO_DISTRUTTI_H
#define REGISTRO_DISTRUTTI_H

#include "registro/registro.h"

/* 1: destroyed, and nothing has brought those bytes again; by which document.
 * `by` may be NULL. */
struct distrutto_da {
	const char *ora;		/* of the act, ISO */
	const char *cartella, *percorso;
};
int registro_distrutto(struct distrutto_da *by, struct arena *a,
    struct registro *r, const char *impronta) MUST;
/* 1: what act `seq` brought was destroyed later, whoever brought it again. */
int registro_distrutto_dopo(struct registro *r, const char *impronta,
    int64_t seq) MUST;
/* What the documents of that act say destroyed. */
int registro_distrutti_di(const char ***out, int *n, struct arena *a,
    struct registro *r, int64_t seq) MUST;
/* What any document says destroyed, also what was brought again; each once. */
int registro_distrutti(const char ***out, int *n, struct arena *a,
    struct registro *r) MUST;

/* What act `seq` brought. */
int registro_allegati_dell_atto(const char ***out, int *n, struct arena *a,
    struct registro *r, int64_t seq) MUST;

/* The years in which its bytes were put, and the folders beside which there
 * may be a link of before the last destruction. */
int registro_allegato_anni(const char ***out, int *n, struct arena *a,
    struct registro *r, const char *impronta) MUST;
int registro_allegato_cartelle(const char ***out, int *n, struct arena *a,
    struct registro *r, const char *impronta) MUST;

/* A document that may name it: a version that was not erased, of an act that
 * brought the bytes (commit is where it stands). */
struct forse_nomina {
	const char *cartella, *percorso, *impronta, *commit;
};
int registro_allegato_documenti(struct forse_nomina **out, int *n,
    struct arena *a, struct registro *r, const char *impronta) MUST;
/* The manifesti that name it, not erased; impronta and commit are NULL. */
int registro_allegato_firmato(struct forse_nomina **out, int *n,
    struct arena *a, struct registro *r, const char *impronta) MUST;
/* 1: it is a file of that registration, the first there is. */
int registro_allegato_registrato(struct numero *out, struct registro *r,
    const char *impronta) MUST;

#endif
