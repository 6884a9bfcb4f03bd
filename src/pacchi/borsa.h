/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * borsa.h - a bag (BagIt 1.0, RFC 8493): files with a list of their SHA-256, so
 * that who gets them can see with sha256sum alone that they are all there and
 * as they were.
 *
 * A bag of ours has data/… (what is given), bagit.txt, bag-info.txt,
 * manifest-sha256.txt (of data/), tagmanifest-sha256.txt (of the rest), and may
 * have beside that LEGGIMI.txt and the signature of the tagmanifest.  Names are
 * letters, digits, "-", "_", "." and "/": nothing in them needs an escape.
 */
#ifndef PACCHI_BORSA_H
#define PACCHI_BORSA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"

#define BORSA_MANIFEST "manifest-sha256.txt"
#define BORSA_TAGMANIFEST "tagmanifest-sha256.txt"
#define BORSA_FIRMA BORSA_TAGMANIFEST ".asc"

struct borsa_file {
	const char *nome;	/* from the top of the bag */
	const void *p;		/* its bytes; NULL: those of the file `da` */
	size_t n;		/* bytes */
	const char *da;		/* absolute path */
	char impronta[IMPRONTA_LEN + 1];
};

struct borsa {
	struct arena *a;
	struct borsa_file *file;
	int n, cap;
};

/* May it stand in a bag? */
bool borsa_nome_valido(const char *nome);

/* Bytes that stay where they are.  invalid: the name. */
int borsa_metti(struct borsa *b, const char *nome, const void *p, size_t n)
    MUST;
/* A file somewhere else, whose impronta is known. */
int borsa_metti_file(struct borsa *b, const char *nome, const char *da,
    size_t n, const char *impronta) MUST;
const struct borsa_file *borsa_trova(const struct borsa *b, const char *nome);

/*
 * Adds bagit.txt, bag-info.txt with those lines (name, value, …, NULL; and
 * Payload-Oxum), the manifest and, last, the tagmanifest.  To be called once.
 * invalid: two files of one name.
 */
int borsa_chiudi(struct borsa *b, const char *const *info) MUST;

/* ---- checking one ---- */

/* A defect: of which file, and what (Italian). */
typedef void borsa_difetto_fn(void *arg, const char *nome, const char *che);

struct borsa_conto {
	int file, difetti;
	int64_t byte;		/* of data/ */
	bool firmata;		/* BORSA_FIRMA is there */
};

/*
 * Every file of the directory against what the bag says of it: what is
 * missing, what is more, what is other bytes; links, and whatever is no plain
 * file, are never opened.  0 also with defects.  absent: no such directory.
 */
int borsa_esamina(struct borsa_conto *out, const char *dir,
    borsa_difetto_fn *fn, void *arg) MUST;

#endif
