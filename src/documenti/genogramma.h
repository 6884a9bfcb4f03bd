/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * genogramma.h - a family as a drawing: who is whose parent and partner, in
 * which generation, and where each stands on the page.  Pure; the sheet
 * xslt/genogramma.xsl prints it.
 *
 * What the documents say of relations goes before what the words of kinship let
 * guess.  Who is linked to nobody stands in a row of his own, below.
 */
#ifndef DOCUMENTI_GENOGRAMMA_H
#define DOCUMENTI_GENOGRAMMA_H

#include "documenti/famiglia.h"

enum legame_coppia {		/* the later one is said over the earlier */
	C_GENITORI,		/* have a child; more is not known */
	C_CONVIVENZA, C_CONIUGE, C_SEPARAZIONE, C_DIVORZIO
};

#define FIGLI_MAX FAMIGLIA_MAX

struct coppia {			/* a couple, or a parent alone */
	int a, b;		/* b -1: alone */
	enum legame_coppia tipo;
	bool affido;		/* the children are theirs to care for */
	int figli[FIGLI_MAX];
	int n;
};

struct individuo {
	const struct membro *m;
	int riga;		/* generation, from 0 on top */
	int gruppo;		/* of those linked to each other; 0: nobody */
	int blocco;		/* who stands beside whom */
	bool noto;		/* its lato has been found */
	double lato;		/* < 0 on the father's side, > 0 the mother's */
	double x;		/* of the middle; pixels */
};

struct genogramma {
	struct arena *a;
	const struct famiglia *f;
	const char *al;
	struct individuo *chi;	/* as in f->membri */
	int n, righe;
	struct coppia *coppie;
	int n_coppie, posti;		/* how many, of as many as fit */
};

/* Of a family of somebody.  invalid: one is his own ancestor. */
int genogramma_build(struct genogramma *out, struct arena *a,
    const struct famiglia *f, const char *al) MUST;

/* genogramma_pagina.c: gives each his x. */
void genogramma_disponi(struct genogramma *g);

/* genogramma_disegno.c: <genogramma larghezza= altezza=> with perimetro, linea,
 * persona; iniziali: no names, only the year of birth. */
struct nodo *genogramma_vista(struct genogramma *g, const char *titolo,
    bool iniziali);

#endif
