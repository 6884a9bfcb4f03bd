/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sequenza.c - the longest common subsequence.  What the ends have in common
 * is set aside first, so that the quadratic part is only where people wrote.
 */
#include "documenti/sequenza.h"

#include <stdint.h>
#include <stdlib.h>

#define CELLS_MAX 16000000	/* of the table of lengths */

struct table {
	size_t head, nx, ny;	/* the middle parts, behind head */
	uint32_t *len;		/* (nx + 1) × (ny + 1) */
	uguali_fn *uguali;
	const void *arg;
};

struct steps {
	struct passo *p;
	size_t n;
};

static bool
same(const struct table *t, size_t i, size_t j)
{
	return t->uguali(t->arg, t->head + i, t->head + j);
}

/* Length of what x[i..] and y[j..] have in common. */
static uint32_t *
cell(const struct table *t, size_t i, size_t j)
{
	return &t->len[i * (t->ny + 1) + j];
}

static void
measure(const struct table *t)
{
	uint32_t down, right;
	size_t i, j;

	for (i = t->nx; i-- > 0; )
		for (j = t->ny; j-- > 0; ) {
			down = *cell(t, i + 1, j);
			right = *cell(t, i, j + 1);
			if (same(t, i, j))
				*cell(t, i, j) = *cell(t, i + 1, j + 1) + 1;
			else
				*cell(t, i, j) = down > right ? down : right;
		}
}

static void
step(struct steps *s, char segno, size_t x, size_t y)
{
	s->p[s->n++] = (struct passo){ segno, x, y };
}

static void
walk(struct steps *s, const struct table *t)
{
	size_t i = 0, j = 0, head = t->head;

	while (i < t->nx || j < t->ny) {
		if (i < t->nx && j < t->ny && same(t, i, j)) {
			step(s, '=', head + i, head + j);
			i++;
			j++;
		} else if (i < t->nx && (j == t->ny ||
		    *cell(t, i + 1, j) >= *cell(t, i, j + 1))) {
			step(s, '-', head + i++, head + j);
		} else {
			step(s, '+', head + i, head + j++);
		}
	}
}

int
sequenza(struct passo **out, size_t *n, struct arena *a, size_t nx, size_t ny,
    uguali_fn *uguali, const void *arg)
{
	struct table t = { .uguali = uguali, .arg = arg };
	size_t head = 0, tail = 0, i;
	struct steps s = { NULL, 0 };

	while (head < nx && head < ny && uguali(arg, head, head))
		head++;
	while (tail < nx - head && tail < ny - head &&
	    uguali(arg, nx - 1 - tail, ny - 1 - tail))
		tail++;
	t.head = head;
	t.nx = nx - head - tail;
	t.ny = ny - head - tail;
	if ((t.nx + 1) > CELLS_MAX / (t.ny + 1))
		return err_set(ERR_INVALID,
		    "i documenti sono troppo lunghi per un confronto");
	t.len = calloc((t.nx + 1) * (t.ny + 1), sizeof *t.len);
	if (t.len == NULL)
		abort();
	s.p = arena_alloc(a, (nx + ny + 1) * sizeof *s.p);
	measure(&t);
	for (i = 0; i < head; i++)
		step(&s, '=', i, i);
	walk(&s, &t);
	for (i = tail; i > 0; i--)
		step(&s, '=', nx - i, ny - i);
	free(t.len);
	*out = s.p;
	*n = s.n;
	return 0;
}
