/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gettoni.h - what an application shows instead of a session: a token that
 * works as a user of its own, until a day, or until it is taken back.  Only its
 * SHA-256 is kept.  sessione_gettone (sessioni.h) looks one up.
 */
#ifndef ACCESSO_GETTONI_H
#define ACCESSO_GETTONI_H

#include <stdint.h>

#include "accesso/porta.h"
#include "base/arena.h"
#include "base/err.h"

#define GETTONE_PREFISSO "cartella_"	/* so that it is known when found */
#define GETTONE_LEN (sizeof GETTONE_PREFISSO - 1 + 64)
#define GETTONE_GIORNI_MAX 400

struct gettone {
	const char *impronta;
	const char *nome;		/* of the application */
	const char *utente;
	int64_t dal, scade;		/* seconds UTC */
	int64_t revocato, ultimo;	/* 0: never */
};

/* A new one; the text goes to who asked and is nowhere else. */
int gettone_crea(char out[GETTONE_LEN + 1], struct porta *p, const char *nome,
    const char *utente, int64_t dal, int64_t scade) MUST;
/* absent: none, or revoked before.  `quale` is its impronta or its first 12
 * digits. */
int gettone_revoca(struct porta *p, const char *quale, int64_t ora) MUST;
int gettoni_elenco(struct gettone **out, int *n, struct arena *a,
    struct porta *p) MUST;

#endif
