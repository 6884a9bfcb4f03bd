/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * confronto.c - two documents laid flat into lines (field, text), what they
 * have in common; then, of what is left, which line has become which other.
 * A field becomes its new value; a paragraph the one with most of its words;
 * a paragraph that stands elsewhere as it was has moved.
 */
#include "documenti/confronto.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "documenti/sequenza.h"
#include "xml/campi.h"

#define LINES_MAX 20000		/* of one document */
#define RUN_MAX 60		/* changed lines in a row that are paired */
#define WORDS_MAX 1500		/* of a paragraph shown word by word */
#define ALIKE 40		/* words in a hundred: still the same one */
#define MOVED_MIN 20		/* bytes; a shorter one may stand anywhere */

struct line {
	const char *campo, *testo;
	bool prosa;
};

struct flat {
	struct arena *a;
	struct line *lines;
	size_t n, cap;
};

/* ---- a document laid flat ---- */

static void
add(struct flat *f, const char *campo, const char *testo, bool prosa)
{
	struct line *copy;

	if (f->n == f->cap) {
		f->cap = f->cap ? f->cap * 2 : 64;
		copy = arena_alloc(f->a, f->cap * sizeof *copy);
		if (f->n > 0)
			memcpy(copy, f->lines, f->n * sizeof *copy);
		f->lines = copy;
	}
	f->lines[f->n++] = (struct line){ campo, testo, prosa };
}

static void
add_table(struct flat *f, const char *campo, const struct nodo *table)
{
	const struct nodo *row, *cell;

	for (row = nodo_child(table, NULL); row; row = nodo_next(row, NULL)) {
		AUTO_BUF b = { 0 };

		for (cell = nodo_child(row, NULL); cell != NULL;
		    cell = nodo_next(cell, NULL))
			buf_printf(&b, "| %s ", prosa_scritta(f->a, cell));
		add(f, campo, arena_strdup(f->a, buf_str(&b)), true);
	}
}

static void lay(struct flat *f, const struct nodo *n, const char *campo);

static void
lay_below(struct flat *f, const struct nodo *c, const char *campo)
{
	const char *below = campo[0] == '\0' ? c->nome :
	    arena_printf(f->a, "%s/%s", campo, c->nome);
	const struct attr *at;

	for (at = c->attr; at != NULL; at = at->succ)
		add(f, arena_printf(f->a, "%s/%s", below, at->nome),
		    at->valore, false);
	lay(f, c, below);
}

static void
lay(struct flat *f, const struct nodo *n, const char *campo)
{
	const struct nodo *c;

	if (nodo_child(n, NULL) == NULL) {
		add(f, campo, nodo_all_text(f->a, n), false);
		return;
	}
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (prosa_blocco(c))
			add(f, campo, prosa_scritta(f->a, c), true);
		else if (strcmp(c->nome, "tabella") == 0)
			add_table(f, campo, c);
		else
			lay_below(f, c, campo);
	}
}

/* ---- words ---- */

struct words {
	const char **w;
	size_t n;
};

static struct words
words_of(struct arena *a, const char *testo)
{
	struct words out = { NULL, 0 };
	size_t len;

	out.w = arena_alloc(a, (strlen(testo) / 2 + 1) * sizeof *out.w);
	for (testo += strspn(testo, " "); *testo != '\0';
	    testo += strspn(testo, " ")) {
		len = strcspn(testo, " ");
		out.w[out.n++] = arena_strndup(a, testo, len);
		testo += len;
	}
	return out;
}

static bool
same_word(const void *arg, size_t x, size_t y)
{
	const struct words *w = arg;

	return strcmp(w[0].w[x], w[1].w[y]) == 0;
}

struct parole {			/* one paragraph into another */
	struct words w[2];
	struct passo *p;
	size_t n;
	size_t comuni;		/* of a hundred words of the longer one */
};

/* False: too long to be shown word by word. */
static bool
by_word(struct parole *out, struct arena *a, const struct line *x,
    const struct line *y)
{
	size_t i, same = 0, most;
	int r;

	out->w[0] = words_of(a, x->testo);
	out->w[1] = words_of(a, y->testo);
	most = out->w[0].n > out->w[1].n ? out->w[0].n : out->w[1].n;
	if (most == 0 || most > WORDS_MAX)
		return false;
	r = sequenza(&out->p, &out->n, a, out->w[0].n, out->w[1].n, same_word,
	    out->w);
	assert(r == 0);		/* so few words are never too many */
	for (i = 0; i < out->n; i++)
		same += out->p[i].segno == '=';
	out->comuni = same * 100 / most;
	return true;
}

/* ---- which has become which ---- */

struct voce {
	char segno;		/* as in the header; 0: told elsewhere */
	const struct line *x, *y;
};

static bool
same_line(const struct line *x, const struct line *y)
{
	return strcmp(x->campo, y->campo) == 0 &&
	    strcmp(x->testo, y->testo) == 0;
}

static bool
same_lines(const void *arg, size_t x, size_t y)
{
	const struct flat *const *f = arg;

	return same_line(&f[0]->lines[x], &f[1]->lines[y]);
}

/* A paragraph that went from here and came there. */
static void
find_moved(struct voce *v, size_t n)
{
	size_t i, j;

	for (i = 0; i < n; i++) {
		if (v[i].segno != '-' || !v[i].x->prosa ||
		    strlen(v[i].x->testo) < MOVED_MIN)
			continue;
		for (j = 0; j < n; j++)
			if (v[j].segno == '+' && same_line(v[i].x, v[j].y)) {
				v[j].segno = '>';
				v[i].segno = 0;
				break;
			}
	}
}

/* How much y is what x has become, of a hundred; 0: it is not. */
static size_t
likeness(struct arena *a, const struct line *x, const struct line *y)
{
	struct parole w;

	if (strcmp(x->campo, y->campo) != 0 || x->prosa != y->prosa)
		return 0;
	if (!x->prosa)
		return 1;
	return by_word(&w, a, x, y) && w.comuni >= ALIKE ? w.comuni : 0;
}

/* Lines changed in a row: each that went with the one it has become. */
static void
pair_run(struct voce *v, size_t n)
{
	size_t i, j, best, most, like;

	for (i = 0; i < n; i++) {
		if (v[i].segno != '-')
			continue;
		for (most = best = j = 0; j < n; j++) {
			AUTO(arena) a = arena_new();

			if (v[j].segno == '+' && (like = likeness(a, v[i].x,
			    v[j].y)) > most) {
				most = like;
				best = j;
			}
		}
		if (most > 0) {
			v[best].segno = '~';
			v[best].x = v[i].x;
			v[i].segno = 0;
		}
	}
}

static void
pair(struct voce *v, size_t n)
{
	size_t i, end;

	for (i = 0; i < n; i = end + 1) {
		for (end = i; end < n && v[end].segno != '='; end++)
			continue;
		if (end - i <= RUN_MAX)
			pair_run(v + i, end - i);
	}
}

/* ---- telling ---- */

/* A run of words with the same sign. */
static void
say_words(struct nodo *out, struct arena *a, const struct parole *w)
{
	const char *nome;
	size_t i, j;

	for (i = 0; i < w->n; i = j) {
		AUTO_BUF b = { 0 };

		for (j = i; j < w->n && w->p[j].segno == w->p[i].segno; j++)
			buf_printf(&b, "%s%s", j > i ? " " : "",
			    w->p[j].segno == '+' ? w->w[1].w[w->p[j].y] :
			    w->w[0].w[w->p[j].x]);
		nome = w->p[i].segno == '=' ? "uguale" :
		    w->p[i].segno == '-' ? "tolto" : "messo";
		nodo_elem_text(a, out, nome, buf_str(&b));
	}
}

static void
say(struct nodo *out, struct arena *a, const struct voce *v)
{
	const struct line *l = v->segno == '-' ? v->x : v->y;
	char segno[2] = { v->segno, '\0' };
	struct nodo *n = nodo_elem(a, out, "riga");
	struct parole w;

	nodo_set(a, n, "segno", segno);
	nodo_set(a, n, "campo", l->campo);
	if (v->segno != '~') {
		nodo_text(a, n, l->testo);
	} else if (l->prosa && by_word(&w, a, v->x, v->y)) {
		say_words(n, a, &w);
	} else {
		nodo_elem_text(a, n, "tolto", v->x->testo);
		nodo_elem_text(a, n, "messo", v->y->testo);
	}
}

int
confronto(struct nodo *out, struct arena *arena, const struct nodo *da,
    const struct nodo *a)
{
	struct flat x = { .a = arena }, y = { .a = arena };
	const struct flat *both[2] = { &x, &y };
	struct passo *p;
	struct voce *v;
	size_t i, n;
	int r;

	lay(&x, da, "");
	lay(&y, a, "");
	if (x.n > LINES_MAX || y.n > LINES_MAX)
		return err_set(ERR_INVALID,
		    "i documenti sono troppo lunghi per un confronto");
	if ((r = sequenza(&p, &n, arena, x.n, y.n, same_lines, both)) != 0)
		return r;
	v = arena_alloc(arena, (n + 1) * sizeof *v);
	for (i = 0; i < n; i++)
		v[i] = (struct voce){ p[i].segno,
		    p[i].segno != '+' ? &x.lines[p[i].x] : NULL,
		    p[i].segno != '-' ? &y.lines[p[i].y] : NULL };
	find_moved(v, n);
	pair(v, n);
	for (i = 0; i < n; i++)
		if (v[i].segno != '=' && v[i].segno != 0)
			say(out, arena, &v[i]);
	return 0;
}
