/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * espunzioni.h - what an erasure asks of the register, and whether one is
 * still to be finished.
 */
#ifndef REGISTRO_ESPUNZIONI_H
#define REGISTRO_ESPUNZIONI_H

#include "registro/registro.h"

/* The folders of erasures whose register was not made again yet: words and id
 * of what was erased are still in the file. */
int registro_espunzioni_sospese(const char ***out, int *n, struct arena *a,
    struct registro *r) MUST;
/* 1: there are some. */
int registro_espunzione_sospesa(struct registro *r) MUST;
/* 1: something was erased, at any time. */
int registro_espunto_qualcosa(struct registro *r) MUST;

/* Whose private entry it is; NULL: it is none. */
int registro_riservato_di(const char **out, struct arena *a,
    struct registro *r, const char *cartella, const char *percorso) MUST;
/* A letter of the case that tells what a document of that type says; NULL. */
int registro_riportato(const char **out, struct arena *a, struct registro *r,
    const char *cartella, const char *tipo) MUST;

/* 1: a hold keeps the case from any disposal. */
struct blocco_vigente {
	const char *percorso, *motivo, *estremi;
};
int registro_blocco_vigente(struct blocco_vigente *out, struct arena *a,
    struct registro *r, const char *cartella) MUST;

/* Where the commits of a folder are, act by act. */
struct posto {
	int64_t seq;
	const char *commit;
};
int registro_posti(struct posto **out, int *n, struct arena *a,
    struct registro *r, const char *cartella) MUST;
/* The same of before earlier erasures. */
int registro_posti_prima(struct posto **out, int *n, struct arena *a,
    struct registro *r, const char *cartella) MUST;
/* A history was written again: those acts have these commits from now on.
 * Within a transaction; the one place that changes a fixed row, which is why
 * commits stand beside the chain and not in it. */
int registro_posti_sposta(struct registro *r, const char *cartella,
    const struct posto *p, int n) MUST;

#endif
