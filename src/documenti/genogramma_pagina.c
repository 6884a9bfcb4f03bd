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
		b->nascita = "9999";
		for (i = 0; i < b->n; i++) {
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
	make_blocks(&p);
	for (i = 0; i < p.n; i++)
		p.b[i].voglia = 0;
	sort_blocks(&p);
	for (i = 0; i < p.n; i++) {
		p.b[i].peso = 1;
		p.b[i].voglia = POSTO * i;
	}
	for (i = 0; i < g->righe; i++)
		settle_row(&p, i);
	for (i = 0; i < GIRI; i++) {
		up(&p, i < GIRI / 3);
		down(&p, i < GIRI / 2);
	}
	up(&p, false);
	to_margin(g);
}
