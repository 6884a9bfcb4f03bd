/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * redazione_gruppi.c - what does not say the same in two forms, field by field.
 *
 * Keeps: both forms as they are; nobody's words are chosen here.
 */
#include "web/redazione_gruppi.h"

#include <string.h>

#include "base/buf.h"

struct confronto {
	struct arena *a;
	struct nodo *modulo;		/* gets the differences */
};

static bool
is(const struct nodo *n, const char *attr, const char *value)
{
	const char *v = nodo_attr(n, attr);

	return v != NULL && strcmp(v, value) == 0;
}

/* ---- what is said ---- */

/* A choice by its words. */
static const char *
word_of(struct arena *a, const struct nodo *campo, const char *v)
{
	const struct nodo *s;

	for (s = nodo_child(campo, "scelta"); s; s = nodo_next(s, "scelta"))
		if (is(s, "v", v))
			return nodo_all_text(a, s);
	return v;
}

static const char *
words(struct arena *a, const struct nodo *campo)
{
	const struct nodo *v;
	const char *text;
	AUTO_BUF b = { 0 };

	if (campo == NULL)
		return "";
	for (v = nodo_child(campo, "valore"); v; v = nodo_next(v, "valore")) {
		text = nodo_all_text(a, v);
		if (text[0] != '\0')
			buf_printf(&b, "%s%s", b.len > 0 ? ", " : "",
			    word_of(a, campo, text));
	}
	return arena_strdup(a, buf_str(&b));
}

static void
all_values(struct buf *out, struct arena *a, const struct nodo *n)
{
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		if (strcmp(c->nome, "valore") == 0)
			buf_printf(out, "%s\n", nodo_all_text(a, c));
		else
			all_values(out, a, c);
}

static bool
says_nothing(struct arena *a, const struct nodo *gruppo)
{
	AUTO_BUF b = { 0 };

	all_values(&b, a, gruppo);
	return strspn(buf_str(&b), "\n") == b.len;
}

static bool
says_the_same(struct arena *a, const struct nodo *x, const struct nodo *y)
{
	AUTO_BUF bx = { 0 };
	AUTO_BUF by = { 0 };

	all_values(&bx, a, x);
	all_values(&by, a, y);
	return strcmp(buf_str(&bx), buf_str(&by)) == 0;
}

/* ---- one field ---- */

static void
compare_field(struct confronto *c, const char *dove, const struct nodo *mio,
    const struct nodo *ora)
{
	const struct nodo *x = mio != NULL ? mio : ora;
	const char *mine = words(c->a, mio), *now = words(c->a, ora);
	struct nodo *d;

	if (strcmp(mine, now) == 0)
		return;
	d = nodo_elem(c->a, c->modulo, "differenza");
	nodo_set(c->a, d, "dove", dove);
	nodo_set(c->a, d, "campo", nodo_attr(x, "etichetta"));
	nodo_set(c->a, d, "tipo", nodo_attr(x, "tipo"));
	if (mio != NULL)
		nodo_set(c->a, d, "id", nodo_attr(nodo_child(mio, "valore"),
		    "id"));
	nodo_text(c->a, nodo_elem(c->a, d, "mio"), mine);
	nodo_text(c->a, nodo_elem(c->a, d, "ora"), now);
}

/* ---- groups ---- */

static const struct nodo *
same_field(const struct nodo *in, const struct nodo *campo)
{
	const struct nodo *c = in != NULL ? nodo_child(in, "campo") : NULL;

	while (c != NULL && !is(c, "percorso", nodo_attr(campo, "percorso")))
		c = nodo_next(c, "campo");
	return c;
}

/* The groups in `in` with that base that say something; how many. */
static int
groups_of(const struct nodo ***out, struct arena *a, const struct nodo *in,
    const char *base)
{
	const struct nodo *g;
	int n = 0;

	*out = arena_alloc(a, ((size_t)(in != NULL ? nodo_count(in, "gruppo") :
	    0) + 1) * sizeof(const struct nodo *));
	g = in != NULL ? nodo_child(in, "gruppo") : NULL;
	for (; g != NULL; g = nodo_next(g, "gruppo"))
		if (is(g, "base", base) && !says_nothing(a, g))
			(*out)[n++] = g;
	return n;
}

/* Takes away what both have. */
static void
drop_equal(struct arena *a, const struct nodo **mio, int n,
    const struct nodo **ora, int m)
{
	int i, j;

	for (i = 0; i < n; i++)
		for (j = 0; j < m; j++)
			if (mio[i] != NULL && ora[j] != NULL &&
			    says_the_same(a, mio[i], ora[j]))
				mio[i] = ora[j] = NULL;
}

static const struct nodo *
next_of(const struct nodo **list, int *i, int n)
{
	while (*i < n && list[*i] == NULL)
		++*i;
	return *i < n ? list[(*i)++] : NULL;
}

static const char *
name_of(struct arena *a, const char *dove, const struct nodo *g)
{
	const char *label = nodo_attr(g, "etichetta");

	if (nodo_attr(g, "ripetuto") != NULL && nodo_attr(g, "n") != NULL)
		label = arena_printf(a, "%s %s", label, nodo_attr(g, "n"));
	return dove != NULL ? arena_printf(a, "%s, %s", dove, label) : label;
}

static void compare_inside(struct confronto *c, const char *dove,
    const struct nodo *mio, const struct nodo *ora);

static void
compare_groups(struct confronto *c, const char *dove, const struct nodo *in,
    const struct nodo *in_ora, const char *base)
{
	const struct nodo **mio, **ora, *x, *y;
	int n = groups_of(&mio, c->a, in, base), i = 0, j = 0;
	int m = groups_of(&ora, c->a, in_ora, base);

	drop_equal(c->a, mio, n, ora, m);
	for (;;) {
		x = next_of(mio, &i, n);
		y = next_of(ora, &j, m);
		if (x == NULL && y == NULL)
			return;
		compare_inside(c, name_of(c->a, dove, x != NULL ? x : y), x,
		    y);
	}
}

static bool
first_of_base(const struct nodo *in, const struct nodo *g)
{
	const struct nodo *x = nodo_child(in, "gruppo");

	while (x != g && !is(x, "base", nodo_attr(g, "base")))
		x = nodo_next(x, "gruppo");
	return x == g;
}

/* Both have all the fields of the schema; one of them may not be there. */
static void
compare_inside(struct confronto *c, const char *dove, const struct nodo *mio,
    const struct nodo *ora)
{
	const struct nodo *in = mio != NULL ? mio : ora, *x;

	for (x = nodo_child(in, "campo"); x; x = nodo_next(x, "campo"))
		compare_field(c, dove, same_field(mio, x), same_field(ora, x));
	for (x = nodo_child(in, "gruppo"); x; x = nodo_next(x, "gruppo"))
		if (first_of_base(in, x))
			compare_groups(c, dove, mio, ora,
			    nodo_attr(x, "base"));
}

void
redazione_gruppi(struct nodo *mio, const struct nodo *ora, struct arena *a)
{
	struct confronto c = { .a = a, .modulo = mio };
	const struct nodo *x;

	for (x = nodo_child(mio, "campo"); x; x = nodo_next(x, "campo"))
		if (nodo_attr(x, "ripetuto") != NULL)
			compare_field(&c, NULL, x, same_field(ora, x));
	for (x = nodo_child(mio, "gruppo"); x; x = nodo_next(x, "gruppo"))
		if (first_of_base(mio, x))
			compare_groups(&c, NULL, mio, ora,
			    nodo_attr(x, "base"));
}
