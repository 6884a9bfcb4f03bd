/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ripristino.h - a store restored from a backup that lacks numbers known to
 * have been given, or of which nobody has said yet whether it does.  Until
 * somebody has declared them it is only read: what it gave now could be given
 * twice.  Norm: DPR 445/2000 artt. 53 and 63.
 */
#ifndef ATTI_ENTE_RIPRISTINO_H
#define ATTI_ENTE_RIPRISTINO_H

#include "atti/store.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/random.h"

/* Of the store: the numbers, a line a series and year. */
#define RIPRISTINO_FILE "ripristino"

#define SERIE_PG "PG"		/* registrations; the others AC, CS, FA, R:… */
#define SERIE_MAX 64		/* bytes, with the NUL */

struct ultimo_noto {			/* the last number known to be given */
	char serie[SERIE_MAX];
	int anno, numero;		/* 0: none */
};
/* "5/2026", "CS-2026-0000012", "determine:12/2026".  invalid: none of these. */
int ultimo_leggi(struct ultimo_noto *out, const char *s) MUST;
/* A number of a series as people write it; not of registrations, whose last is
 * always told. */
const char *serie_testo(struct arena *a, const char *serie, int anno,
    int numero);

struct numeri_aperti {			/* both included */
	const char *serie;
	int anno, dal;
	int al;				/* 0: nobody has said */
};

int ripristino_apri(const char *dir, const struct numeri_aperti *x, int n)
    MUST;
/* Those that nobody has declared yet; *n 0: none. */
int ripristino_leggi(struct numeri_aperti **out, int *n, struct arena *a,
    const struct store *st) MUST;
/* 1: there are some.  When all are declared the file goes. */
int ripristino_aperto(const struct store *st) MUST;

/* All series of the store: AC, CS, FA, and its repertories. */
int ripristino_serie(const char ***out, int *n, struct arena *a,
    struct registro *r) MUST;
/* The number that a series would give next: one that ultimo_leggi or
 * ripristino_serie told. */
int ripristino_seguente(int *out, struct registro *r, const char *serie,
    int anno) MUST;

/* ---- a standby, which is only read until it is promoted ---- */

#define RISERVA_FILE "riserva"
#define RISERVA_LETTURE "riserva-letture"	/* what was read on it */

struct riserva {
	char copia[ID_LEN + 1];
	int istantanea;
	int64_t ora, atti, letture;	/* seconds UTC; the last of each */
};
int riserva_scrivi(const char *dir, const struct riserva *x) MUST;
/* absent: it is none. */
int riserva_leggi(struct riserva *out, const char *dir) MUST;

#endif
