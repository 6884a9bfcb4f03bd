/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * letture.h - the read log: who looked at what, when, and what was refused.
 *
 * A row is durable before the content is released; rows are hash-linked and
 * append-only.  Norm: GDPR artt. 5 and 32; Garante 27/11/2008 for system
 * administrators (at least six months).
 */
#ifndef ACCESSO_LETTURE_H
#define ACCESSO_LETTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/auto.h"
#include "base/err.h"
#include "base/hash.h"

struct letture;

enum { LETTURE_CREATE = 1, LETTURE_READONLY = 2 };
int letture_open(struct letture **out, const char *path, int flags) MUST;
void letture_close(struct letture *l);
AUTO_DEFINE(letture, letture_close)

struct lettura {
	const char *ora;	/* ISO with zone */
	const char *operatore;
	const char *per;	/* in whose name; NULL: own */
	const char *atto;
	const char *oggetto;	/* a number, a folder, criteria: never a
				 * text of people, never a blank */
	bool negato;
};

/* Returns only when all n rows are on disk; on an error none is. */
int letture_add(struct letture *l, const struct lettura *x, int n) MUST;

/* A row as it stands. */
struct letta {
	int64_t n;
	const char *ora, *operatore, *per, *atto, *oggetto, *esito;
};
typedef int letta_fn(void *arg, const struct letta *x);
/*
 * The rows about a thing, whose oggetto is `riferimento` or begins with it and
 * ";", newest first: from day `dal` to day `al` (included; NULL: whatever),
 * behind row `dopo` (0: from the last).  The callback returns 0 to go on.
 */
int letture_di(struct letture *l, const char *riferimento, const char *dal,
    const char *al, int64_t dopo, letta_fn *fn, void *arg) MUST;

/*
 * The rows behind `dopo` up to `fino`, in order, each as the line that is
 * hashed, a blank and its impronta (docs/formato.md, the export).  fault: one
 * does not follow the one before, or is not what its impronta says.
 */
typedef int lettura_riga_fn(void *arg, const char *riga, size_t n);
int letture_righe(struct letture *l, int64_t dopo, int64_t fino,
    lettura_riga_fn *fn, void *arg) MUST;
/* How many there are. */
int letture_quante(int64_t *n, struct letture *l) MUST;

/* The last row behind `dopo` dated `giorno` ("2026-11-20") or before, and its
 * impronta.  absent: none. */
int letture_fine_giorno(int64_t *n, char impronta[IMPRONTA_LEN + 1],
    struct letture *l, int64_t dopo, const char *giorno) MUST;
/* The impronta of row n.  absent: no such row. */
int letture_impronta(char impronta[IMPRONTA_LEN + 1], struct letture *l,
    int64_t n) MUST;

/* Calls fn for each broken link (Italian text; n 0: the schema, or the file as
 * such); *n = rows read. */
typedef void guasto_fn(void *arg, int64_t n, const char *che);
int letture_check(int64_t *n, struct letture *l, guasto_fn *fn, void *arg)
    MUST;

#endif
