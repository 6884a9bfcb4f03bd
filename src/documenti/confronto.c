/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * confronto.c - a document laid flat into lines (field, text), then the
 * longest common subsequence of the two.  What the ends have in common is set
 * aside first, so that the quadratic part is only where people wrote.
 */
#include "documenti/confronto.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "xml/campi.h"

#define LINES_MAX 20000		/* of one document */
#define CELLS_MAX 16000000	/* of the table of lengths */

struct line {
	const char *campo, *testo;
};

struct flat {
	struct arena *a;
	struct line *lines;
	size_t n, cap;
};

/* ---- a document laid flat ---- */

static void
add(struct flat *f, const char *campo, const char *testo)
{
	struct line *copy;

	if (f->n == f->cap) {
		f->cap = f->cap ? f->cap * 2 : 64;
		copy = arena_alloc(f->a, f->cap * sizeof *copy);
		if (f->n > 0)
			memcpy(copy, f->lines, f->n * sizeof *copy);
		f->lines = copy;
	}
	f->lines[f->n++] = (struct line){ campo, testo };
}

/* One paragraph, item or cell as a person would write it. */
static const char *
written(struct arena *a, const struct nodo *n)
{
	struct nodo *alone = nodo_new(a, "prosa");

	nodo_add(alone, nodo_copy(a, n));
	return prosa_text(a, alone);
}

static void
add_table(struct flat *f, const char *campo, const struct nodo *table)
{
	const struct nodo *row, *cell;

	for (row = nodo_child(table, NULL); row; row = nodo_next(row, NULL)) {
		AUTO_BUF b = { 0 };

		for (cell = nodo_child(row, NULL); cell != NULL;
		    cell = nodo_next(cell, NULL))
			buf_printf(&b, "| %s ", written(f->a, cell));
		add(f, campo, arena_strdup(f->a, buf_str(&b)));
	}
}

static bool
is_prose(const struct nodo *n)
{
	return strcmp(n->nome, "p") == 0 || strcmp(n->nome, "voce") == 0;
}

static void
lay(struct flat *f, const struct nodo *n, const char *campo)
{
	const struct nodo *c;

	if (nodo_child(n, NULL) == NULL) {
		add(f, campo, nodo_all_text(f->a, n));
		return;
	}
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (is_prose(c))
			add(f, campo, written(f->a, c));
		else if (strcmp(c->nome, "tabella") == 0)
			add_table(f, campo, c);
		else
			lay(f, c, campo[0] == '\0' ? c->nome :
			    arena_printf(f->a, "%s/%s", campo, c->nome));
	}
}

/* ---- two of them ---- */

struct pair {
	const struct line *x, *y;	/* the middle parts */
	size_t nx, ny;
	uint32_t *len;			/* (nx + 1) × (ny + 1) */
};

static bool
same(const struct line *x, const struct line *y)
{
	return strcmp(x->campo, y->campo) == 0 &&
	    strcmp(x->testo, y->testo) == 0;
}

/* Length of what x[i..] and y[j..] have in common. */
static uint32_t *
cell(const struct pair *p, size_t i, size_t j)
{
	return &p->len[i * (p->ny + 1) + j];
}

static void
measure(const struct pair *p)
{
	uint32_t down, right;
	size_t i, j;

	for (i = p->nx; i-- > 0; )
		for (j = p->ny; j-- > 0; ) {
			down = *cell(p, i + 1, j);
			right = *cell(p, i, j + 1);
			if (same(&p->x[i], &p->y[j]))
				*cell(p, i, j) = *cell(p, i + 1, j + 1) + 1;
			else
				*cell(p, i, j) = down > right ? down : right;
		}
}

static void
say(struct nodo *out, struct arena *a, const char *segno,
    const struct line *l)
{
	struct nodo *n = nodo_elem(a, out, "riga");

	nodo_set(a, n, "segno", segno);
	nodo_set(a, n, "campo", l->campo);
	nodo_text(a, n, l->testo);
}

static void
say_middle(struct nodo *out, struct arena *a, const struct pair *p)
{
	size_t i = 0, j = 0;

	while (i < p->nx || j < p->ny) {
		if (i < p->nx && j < p->ny && same(&p->x[i], &p->y[j])) {
			say(out, a, " ", &p->x[i++]);
			j++;
		} else if (i < p->nx && (j == p->ny ||
		    *cell(p, i + 1, j) >= *cell(p, i, j + 1))) {
			say(out, a, "-", &p->x[i++]);
		} else {
			say(out, a, "+", &p->y[j++]);
		}
	}
}

static int
compare(struct nodo *out, struct arena *a, const struct flat *x,
    const struct flat *y)
{
	size_t head = 0, tail = 0, i;
	struct pair p;

	while (head < x->n && head < y->n &&
	    same(&x->lines[head], &y->lines[head]))
		head++;
	if (head == x->n && head == y->n)
		return 0;
	while (tail < x->n - head && tail < y->n - head &&
	    same(&x->lines[x->n - 1 - tail], &y->lines[y->n - 1 - tail]))
		tail++;
	p = (struct pair){ x->lines + head, y->lines + head,
	    x->n - head - tail, y->n - head - tail, NULL };
	if (x->n > LINES_MAX || y->n > LINES_MAX ||
	    (p.nx + 1) * (p.ny + 1) > CELLS_MAX)
		return err_set(ERR_INVALID,
		    "i documenti sono troppo lunghi per un confronto");
	p.len = calloc((p.nx + 1) * (p.ny + 1), sizeof *p.len);
	if (p.len == NULL)
		abort();
	measure(&p);
	for (i = 0; i < head; i++)
		say(out, a, " ", &x->lines[i]);
	say_middle(out, a, &p);
	for (i = x->n - tail; i < x->n; i++)
		say(out, a, " ", &x->lines[i]);
	free(p.len);
	return 0;
}

int
confronto(struct nodo *out, struct arena *arena, const struct nodo *da,
    const struct nodo *a)
{
	struct flat x = { .a = arena }, y = { .a = arena };

	lay(&x, da, "");
	lay(&y, a, "");
	return compare(out, arena, &x, &y);
}
