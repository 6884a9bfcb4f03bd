/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fila.h - a line of prosa as bytes, each with its marks: the same whatever
 * elements b and i it was written with.  Internal to xml/.
 */
#ifndef XML_FILA_H
#define XML_FILA_H

#include "base/arena.h"
#include "base/buf.h"
#include "xml/nodo.h"

enum { FILA_B = 1, FILA_I = 2 };

struct fila {
	struct buf testo;
	struct buf segni;	/* one byte for each of testo */
};

void fila_free(struct fila *f);
#define AUTO_FILA __attribute__((cleanup(fila_free))) struct fila

/* All text below n, behind what is there. */
void fila_leggi(struct fila *f, const struct nodo *n);
/* Any white space as blanks; none at the ends, nor at the ends of what is
 * marked. */
void fila_stringi(struct fila *f);
/* Of blanks in a row one is left. */
void fila_unisci(struct fila *f);
/* Where what has the mark at `da` ends; at most `fino`. */
size_t fila_tratto(const struct fila *f, size_t da, size_t fino, int segno);
/* Of the marks at `da` that are not in `aperti`, the one that goes farthest;
 * 0: there is none. */
int fila_apre(size_t *fine, const struct fila *f, size_t da, size_t fino,
    int aperti);
/* As text and elements below `n`: one form for the same bytes and marks. */
void fila_scrivi(struct arena *a, struct nodo *n, const struct fila *f);

#endif
