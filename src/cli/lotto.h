/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lotto.h - many letters from one table: what the files of `lotto` share.
 * Internal to cli/.
 */
#ifndef CLI_LOTTO_H
#define CLI_LOTTO_H

#include <stdbool.h>

#include "atti/atto.h"
#include "atti/carte/lotti.h"
#include "base/random.h"
#include "cli/cli.h"
#include "worker/csv.h"

enum lotto_stato { LOTTO_DA_FARE, LOTTO_FATTA, LOTTO_RIFIUTATA };

struct lotto_riga {
	int riga;			/* of the file, from 1 */
	char id[ID_LEN + 1];		/* of its istanza */
	const char *(*campi)[2];	/* name, value */
	int n_campi;
	const struct nodo *istanza;	/* valid; NULL: it is not */
	enum lotto_stato stato;
	bool prima;			/* registered by a run before this */
	const char *numero;		/* what it was registered under */
	const char *perche;		/* refused; lines of text */
};

struct lotto {
	struct arena *a;
	const struct riga *r;		/* the command line */
	const struct atto *atto;
	const char *nome;		/* of the lotto */
	char chiave[LOTTO_CHIAVE_LEN + 1];	/* its secret */
	bool prova, salta;
	const char *(*comuni)[2];	/* fields that all rows have */
	int n_comuni;
	struct lotto_riga *righe;
	int n;
};

/* Rilievi as lines of text. */
const char *lotto_rilievi(struct arena *a, const struct rilievi *ril);

/* lotto_righe.c: the rows of the table at `path`, each with its istanza or
 * what is wrong with it.  invalid: no row of it can be used (the table or its
 * heading), the message says why. */
int lotto_leggi(struct lotto *l, const char *path) MUST;

#endif
