/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * genogramma_pagina.c - where each stands on the page.
 *
 * Partners stand side by side, as one block.  Going down, each row of blocks
 * is put in the order of the parents above and, among brothers and sisters, of
 * birth; going up, parents are drawn over their children.  Blocks of a row
 * never overlap: their places are the ones nearest to what was wished that keep
 * the order (pooling of neighbours).
 */
#include "documenti/genogramma.h"

#include <stdlib.h>
#include <string.h>

#define POSTO 130.0		/* pixels a person takes */
#define SPAZIO 24.0		/* between blocks */
#define GIRI 24
#define LONTANO 1e9	/* so that the smallest difference of sides counts */

struct blocco {
	int riga;
	int chi[FAMIGLIA_MAX];	/* left to right */
	int n;
	double x;		/* of the middle of the first */
	double voglia, peso;	/* where it would be, and how much */
	const char *nascita;	/* of the first born in it, to order */
};

struct pagina {
	struct genogramma *g;
	struct blocco *b;
	int n;
	int ordine[FAMIGLIA_MAX];	/* blocks, row by row, left to right */
};

/* ---- sides: where to begin ---- */

static void
stand_on(struct individuo *x, double lato, bool *more)
{
	if (x->noto)
		return;
	x->noto = *more = true;
	x->lato = lato;
}

/* The father on the left, the mother on the right, their own parents half as
 * far from them; who comes by marriage beside whom he married. */
static void
sides_of(struct genogramma *g, const struct coppia *c, bool *more)
{
	struct individuo *a = &g->chi[c->a];
	struct individuo *b = c->b >= 0 ? &g->chi[c->b] : a;
	double step, way = a->m->sesso == 'F' ? 1 : -1;
	int k;

	for (k = 0; k < c->n; k++)
		if (g->chi[c->figli[k]].noto) {
			step = 1.0 / (1 << (g->righe - a->riga > 20 ? 20 :
			    g->righe - a->riga));
			stand_on(a, g->chi[c->figli[k]].lato + way * step,
			    more);
			stand_on(b, g->chi[c->figli[k]].lato - way * step,
			    more);
		}
	if (a->noto)
		stand_on(b, a->lato + (a->lato < 0 ? -1e-6 : 1e-6), more);
	if (b->noto)
		stand_on(a, b->lato + (b->lato < 0 ? -1e-6 : 1e-6), more);
	for (k = 0; a->noto && k < c->n; k++)
		stand_on(&g->chi[c->figli[k]], (a->lato + b->lato) / 2, more);
}

static void
sides(struct genogramma *g)
{
	bool more = true;
	int i;

	g->chi[0].noto = true;
	while (more) {
		more = false;
		for (i = 0; i < g->n_coppie; i++)
			sides_of(g, &g->coppie[i], &more);
	}
}

/* ---- blocks ---- */

static bool
partners(const struct genogramma *g, int a, int b)
{
	int i;

	for (i = 0; i < g->n_coppie; i++)
		if ((g->coppie[i].a == a && g->coppie[i].b == b) ||
		    (g->coppie[i].a == b && g->coppie[i].b == a))
			return g->chi[a].riga == g->chi[b].riga;
	return false;
}

static int
partners_of(const struct genogramma *g, int a)
{
	int i, n = 0;

	for (i = 0; i < g->n; i++)
		n += i != a && partners(g, a, i);
	return n;
}

/* One after the other, each beside a partner where that can be. */
static void
chain(struct genogramma *g, struct blocco *b, int who, int blocco)
{
	int i;

	g->chi[who].blocco = blocco;
	b->chi[b->n++] = who;
	for (i = 0; i < g->n; i++)
		if (i != who && g->chi[i].blocco < 0 && partners(g, who, i))
			chain(g, b, i, blocco);
}

/* A block begins with one at an end of it, a man before a woman. */
static int
begin_with(const struct genogramma *g)
{
	int i, best = -1, score, highest = -1;

	for (i = 0; i < g->n; i++) {
		if (g->chi[i].blocco >= 0)
			continue;
		score = (partners_of(g, i) <= 1 ? 2 : 0) +
		    (g->chi[i].m->sesso == 'M' ? 1 : 0);
		if (score > highest) {
			highest = score;
			best = i;
		}
	}
	return best;
}

/* The father's side on the left. */
static void
turn(const struct genogramma *g, struct blocco *b)
{
	int i, k;

	if (g->chi[b->chi[0]].lato <= g->chi[b->chi[b->n - 1]].lato)
		return;
	for (i = 0; i < b->n / 2; i++) {
		k = b->chi[i];
		b->chi[i] = b->chi[b->n - 1 - i];
		b->chi[b->n - 1 - i] = k;
	}
}

static void
make_blocks(struct pagina *p)
{
	struct genogramma *g = p->g;
	const char *nascita;
	struct blocco *b;
	int i, who;

	for (i = 0; i < g->n; i++)
		g->chi[i].blocco = -1;
	while ((who = begin_with(g)) >= 0) {
		b = &p->b[p->n];
		b->riga = g->chi[who].riga;
		chain(g, b, who, p->n);
		turn(g, b);
		b->nascita = "9999";
		for (i = 0; i < b->n; i++) {
			b->voglia += g->chi[b->chi[i]].lato * LONTANO /
			    b->n;
			nascita = g->chi[b->chi[i]].m->nascita;
			if (nascita != NULL && strcmp(nascita,
			    b->nascita) < 0)
				b->nascita = nascita;
		}
		p->ordine[p->n] = p->n;
		p->n++;
	}
}

/* ---- places ---- */

static void
place(struct pagina *p, const struct blocco *b)
{
	int i;

	for (i = 0; i < b->n; i++)
		p->g->chi[b->chi[i]].x = b->x + POSTO * i;
}

static double
middle(const struct genogramma *g, const struct coppia *c)
{
	return c->b < 0 ? g->chi[c->a].x :
	    (g->chi[c->a].x + g->chi[c->b].x) / 2;
}

static double
middle_of_children(const struct genogramma *g, const struct coppia *c)
{
	double low = g->chi[c->figli[0]].x, high = low;
	int i;

	for (i = 1; i < c->n; i++) {
		if (g->chi[c->figli[i]].x < low)
			low = g->chi[c->figli[i]].x;
		if (g->chi[c->figli[i]].x > high)
			high = g->chi[c->figli[i]].x;
	}
	return (low + high) / 2;
}

static void
wish(struct pagina *p, int who, double shift, double weight)
{
	struct blocco *b = &p->b[p->g->chi[who].blocco];

	b->voglia += (b->x + shift) * weight;
	b->peso += weight;
}

/* Children below their parents; or parents above their children. */
static void
wishes(struct pagina *p, bool down)
{
	const struct genogramma *g = p->g;
	const struct coppia *c;
	double shift, weight;
	int i, k;

	for (i = 0; i < p->n; i++)
		p->b[i].voglia = p->b[i].peso = 0;
	for (i = 0; i < g->n_coppie; i++) {
		c = &g->coppie[i];
		if (c->n == 0)
			continue;
		weight = c->affido ? 0.3 : 1;
		shift = middle(g, c) - middle_of_children(g, c);
		for (k = 0; down && k < c->n; k++)
			wish(p, c->figli[k], middle(g, c) -
			    g->chi[c->figli[k]].x, weight);
		if (!down)
			wish(p, c->a, -shift, weight);
	}
	for (i = 0; i < p->n; i++)
		if (p->b[i].peso > 0)
			p->b[i].voglia /= p->b[i].peso;
		else {
			p->b[i].voglia = p->b[i].x;
			p->b[i].peso = 0.01;
		}
}

static bool
before(const struct blocco *a, const struct blocco *b)
{
	if (a->riga != b->riga)
		return a->riga < b->riga;
	if (a->voglia < b->voglia - 1 || b->voglia < a->voglia - 1)
		return a->voglia < b->voglia;
	return strcmp(a->nascita, b->nascita) < 0;
}

/* By insertion: who wishes the same keeps his place. */
static void
sort_blocks(struct pagina *p)
{
	int i, k, x;

	for (i = 1; i < p->n; i++) {
		x = p->ordine[i];
		for (k = i; k > 0 && before(&p->b[x],
		    &p->b[p->ordine[k - 1]]); k--)
			p->ordine[k] = p->ordine[k - 1];
		p->ordine[k] = x;
	}
}

/* ---- no overlap ---- */

struct mucchio {		/* blocks that touch each other */
	double somma, peso;	/* of their wishes */
	int n;
};

static double
mean(const struct mucchio *m)
{
	return m->somma / m->peso;
}

/* The row of blocks order[from..to). */
static void
settle(struct pagina *p, int from, int to)
{
	struct mucchio m[FAMIGLIA_MAX];
	double offset[FAMIGLIA_MAX], run = 0;
	struct blocco *b;
	int i, k, n = 0, at = from;

	for (i = from; i < to; i++) {
		b = &p->b[p->ordine[i]];
		offset[i] = run;
		run += POSTO * b->n + SPAZIO;
		m[n++] = (struct mucchio){ (b->voglia - offset[i]) * b->peso,
		    b->peso, 1 };
		while (n > 1 && mean(&m[n - 2]) > mean(&m[n - 1])) {
			m[n - 2].somma += m[n - 1].somma;
			m[n - 2].peso += m[n - 1].peso;
			m[n - 2].n += m[n - 1].n;
			n--;
		}
	}
	for (i = 0; i < n; i++)
		for (k = 0; k < m[i].n; k++, at++) {
			b = &p->b[p->ordine[at]];
			b->x = mean(&m[i]) + offset[at];
			place(p, b);
		}
}

static void
settle_row(struct pagina *p, int riga)
{
	int from = 0, to;

	while (from < p->n && p->b[p->ordine[from]].riga != riga)
		from++;
	for (to = from; to < p->n && p->b[p->ordine[to]].riga == riga; )
		to++;
	settle(p, from, to);
}

static void
down(struct pagina *p, bool order)
{
	int riga;

	for (riga = 0; riga < p->g->righe; riga++) {
		wishes(p, true);
		if (order)
			sort_blocks(p);
		settle_row(p, riga);
	}
}

static void
up(struct pagina *p, bool order)
{
	int riga;

	for (riga = p->g->righe - 1; riga >= 0; riga--) {
		wishes(p, false);
		if (order)
			sort_blocks(p);
		settle_row(p, riga);
	}
}

/* Who is linked to nobody, below the middle of the others. */
static void
settle_alone(struct pagina *p)
{
	const struct genogramma *g = p->g;
	double low = 0, high = 0;
	int i;

	for (i = 0; i < g->n; i++) {
		low = g->chi[i].gruppo && g->chi[i].x < low ? g->chi[i].x : low;
		high = g->chi[i].gruppo && g->chi[i].x > high ? g->chi[i].x :
		    high;
	}
	for (i = 0; i < p->n; i++) {
		p->b[i].voglia = (low + high) / 2;
		p->b[i].peso = 1;
	}
	for (i = 0; i < g->n; i++)
		if (g->chi[i].gruppo == 0)
			settle_row(p, g->chi[i].riga);
}

/* The leftmost stands at half a place. */
static void
to_margin(struct genogramma *g)
{
	double low = 0;
	int i;

	for (i = 0; i < g->n; i++)
		if (i == 0 || g->chi[i].x < low)
			low = g->chi[i].x;
	for (i = 0; i < g->n; i++)
		g->chi[i].x += POSTO / 2 - low;
}

void
genogramma_disponi(struct genogramma *g)
{
	struct pagina p = { .g = g };
	int i;

	p.b = arena_alloc(g->a, ((size_t)g->n + 1) * sizeof *p.b);
	sides(g);
	make_blocks(&p);
	sort_blocks(&p);
	for (i = 0; i < p.n; i++) {
		p.b[i].peso = 1;
		p.b[i].voglia = p.b[p.ordine[i]].x = 0;
	}
	for (i = 0; i < g->righe; i++)
		settle_row(&p, i);
	for (i = 0; i < GIRI; i++) {
		up(&p, i < GIRI / 3);
		down(&p, i < GIRI / 2);
	}
	up(&p, false);
	settle_alone(&p);
	to_margin(g);
}
