/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro_interno.h - what the files that read an edited draft share: the
 * look of its styles, what was dropped, a line being read.
 */
#ifndef RESA_RIENTRO_INTERNO_H
#define RESA_RIENTRO_INTERNO_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"

/* What the profile of prosa does not have. */
enum che {
	CHE_COLORI, CHE_SOTTOLINEATURE, CHE_BARRATI, CHE_APICI, CHE_CARATTERI,
	CHE_NASCOSTI, CHE_ALLINEAMENTI, CHE_INTERRUZIONI, CHE_COLLEGAMENTI,
	CHE_COMMENTI, CHE_NOTE, CHE_IMMAGINI, CHE_RIQUADRI, CHE_OGGETTI,
	CHE_INDICI, CHE_REVISIONI, CHE_TABULAZIONI, CHE_A_CAPO,
	CHE_CAPOVERSI, CHE_LIVELLI, CHE_ELENCHI, CHE_NUMERAZIONI,
	CHE_CELLE_UNITE, CHE_CELLE, CHE_TABELLE, CHE_N
};

/* ---- styles ---- */

struct stili {
	struct stile *v;	/* sorted by family and name */
	size_t n;
};

struct aspetto {
	int grassetto, corsivo;	/* -1: not said */
	unsigned fuori;		/* 1 << CHE_… */
};

void stili_leggi(struct stili *out, struct arena *a,
    const struct nodo *contenuto, const struct nodo *stili);
/* Of a run of text: the style, those above it. */
struct aspetto stili_testo(const struct stili *s, const char *nome);
/* Of a paragraph: bold and italic of the style and those above it; of what is
 * dropped only what was put on this paragraph by hand. */
struct aspetto stili_capoverso(const struct stili *s, const char *nome);
/* Is the list numbered at this level (1 is the outermost)? */
bool stili_numerato(const struct stili *s, const char *nome, int livello);
/* The number it begins with at this level. */
int stili_inizio(const struct stili *s, const char *nome, int livello);
/* The list a paragraph style puts its paragraphs in; NULL: none. */
const char *stili_elenco(const struct stili *s, const char *capoverso);

/* A number of the file: at most a million, 0 when it is none. */
int rientro_numero(const char *s);

/* ---- reading ---- */

struct lettore {
	struct arena *a;
	struct stili stili;
	const char *segnaposto;		/* "«relazione.metodo»" */
	int volte[CHE_N];
};

/* A line that is being read; `n` gets its text. */
struct linea {
	struct lettore *l;
	struct nodo *n;
	bool spezza;			/* a line break begins another */
	struct nodo *padre;		/* where that one goes */
	int segni;			/* of what is in b */
	struct buf b;
	bool spazio;			/* the next blank is one too many */
};

enum { SEGNO_B = 1, SEGNO_I = 2 };

void scarta(struct lettore *l, enum che che);
void scarta_fuori(struct lettore *l, unsigned fuori);

/* A text:p or text:h at the end of the line, with `segni` of its own. */
void linea_leggi(struct linea *x, const struct nodo *p, int segni);
/* Words between two paragraphs that become one line. */
void linea_stacca(struct linea *x);
void linea_fine(struct linea *x);

#endif
