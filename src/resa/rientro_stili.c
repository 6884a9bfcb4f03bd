/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro_stili.c - what the styles of an edited draft say of bold, italic and
 * numbers.  A style says what it says, or what the one above it does.
 */
#include <stdlib.h>
#include <string.h>

#include "resa/rientro_interno.h"

#define PARENTS_MAX 32

struct stile {
	const char *famiglia, *nome;
	const struct nodo *n;
	bool automatico;	/* made by hand, for some words or lines */
};

int
rientro_numero(const char *s)
{
	long v = strtol(s, NULL, 10);

	return v < 0 ? 0 : v > 1000000 ? 1000000 : (int)v;
}

/* ---- the table ---- */

static int
compare(const void *a, const void *b)
{
	const struct stile *x = a, *y = b;
	int r = strcmp(x->famiglia, y->famiglia);

	return r != 0 ? r : strcmp(x->nome, y->nome);
}

static size_t
count(const struct nodo *n)
{
	const struct nodo *c;
	size_t out = 0;

	for (c = n ? nodo_child(n, NULL) : NULL; c; c = nodo_next(c, NULL))
		out++;
	return out;
}

static void
add_all(struct stili *s, const struct nodo *group, bool automatico)
{
	const char *family, *name;
	const struct nodo *c;

	for (c = group ? nodo_child(group, NULL) : NULL; c != NULL;
	    c = nodo_next(c, NULL)) {
		name = nodo_attr(c, "style:name");
		family = strcmp(c->nome, "text:list-style") == 0 ? "list" :
		    nodo_attr(c, "style:family");
		if (name != NULL && family != NULL)
			s->v[s->n++] = (struct stile){ family, name, c,
			    automatico };
	}
}

void
stili_leggi(struct stili *out, struct arena *a, const struct nodo *contenuto,
    const struct nodo *stili)
{
	const struct nodo *own = nodo_child(contenuto,
	    "office:automatic-styles");
	const struct nodo *named = stili != NULL ?
	    nodo_child(stili, "office:styles") : NULL;

	out->n = 0;
	out->v = arena_alloc(a, (count(own) + count(named) + 1) *
	    sizeof *out->v);
	add_all(out, own, true);
	add_all(out, named, false);
	qsort(out->v, out->n, sizeof *out->v, compare);
}

static const struct stile *
find(const struct stili *s, const char *famiglia, const char *nome)
{
	const struct stile key = { .famiglia = famiglia, .nome = nome };

	return nome == NULL ? NULL : bsearch(&key, s->v, s->n, sizeof *s->v,
	    compare);
}

static const struct stile *
above(const struct stili *s, const struct stile *x)
{
	return find(s, x->famiglia, nodo_attr(x->n,
	    "style:parent-style-name"));
}

/* ---- one style ---- */

static bool
bold(const char *weight)
{
	return strcmp(weight, "bold") == 0 || rientro_numero(weight) >= 600;
}

static bool
is(const char *v, const char *neutral, const char *other)
{
	return strcmp(v, neutral) == 0 || strcmp(v, other) == 0;
}

/* What leaves a mark that prosa cannot keep; first said wins. */
static const struct fuori {
	const char *attributo, *neutro, *altro;
	enum che che;
} fuori[] = {
	{ "fo:color", "#000000", "auto", CHE_COLORI },
	{ "fo:background-color", "transparent", "auto", CHE_COLORI },
	{ "style:text-underline-style", "none", "", CHE_SOTTOLINEATURE },
	{ "style:text-line-through-style", "none", "", CHE_BARRATI },
	{ "style:text-position", "0% 100%", "", CHE_APICI },
	{ "fo:font-variant", "normal", "", CHE_CARATTERI },
	{ "style:font-name", "", "", CHE_CARATTERI },
	{ "fo:font-family", "", "", CHE_CARATTERI },
	{ "fo:font-size", "", "", CHE_CARATTERI },
	{ "text:display", "true", "", CHE_NASCOSTI },
};

static void
look(struct aspetto *out, const struct nodo *props, bool *said)
{
	const char *v;
	size_t i;

	if (props == NULL)
		return;
	if (out->grassetto == -1 &&
	    (v = nodo_attr(props, "fo:font-weight")) != NULL)
		out->grassetto = bold(v);
	if (out->corsivo == -1 &&
	    (v = nodo_attr(props, "fo:font-style")) != NULL)
		out->corsivo = strcmp(v, "normal") != 0;
	for (i = 0; i < sizeof fuori / sizeof fuori[0]; i++) {
		if (said[i] || (v = nodo_attr(props,
		    fuori[i].attributo)) == NULL)
			continue;
		said[i] = true;
		if (!is(v, fuori[i].neutro, fuori[i].altro))
			out->fuori |= 1U << fuori[i].che;
	}
}

/* Writer's own two, should they be named and not be there. */
static void
by_name(struct aspetto *out, const char *nome)
{
	if (nome != NULL && strcmp(nome, "Strong_20_Emphasis") == 0)
		out->grassetto = 1;
	if (nome != NULL && strcmp(nome, "Emphasis") == 0)
		out->corsivo = 1;
}

struct aspetto
stili_testo(const struct stili *s, const char *nome)
{
	struct aspetto out = { -1, -1, 0 };
	bool said[sizeof fuori / sizeof fuori[0]] = { false };
	const struct stile *x = find(s, "text", nome);
	int i;

	if (x == NULL)
		by_name(&out, nome);
	for (i = 0; x != NULL && i < PARENTS_MAX; i++, x = above(s, x)) {
		/* the look of a link is told with the link */
		if (strstr(x->nome, "Internet_20_") != NULL)
			break;
		look(&out, nodo_child(x->n, "style:text-properties"), said);
	}
	return out;
}

static void
look_paragraph(struct aspetto *out, const struct nodo *n)
{
	const struct nodo *props = nodo_child(n, "style:paragraph-properties");
	const char *align = props != NULL ?
	    nodo_attr(props, "fo:text-align") : NULL;
	const char *before = props != NULL ?
	    nodo_attr(props, "fo:break-before") : NULL;
	const char *behind = props != NULL ?
	    nodo_attr(props, "fo:break-after") : NULL;

	if (align != NULL && (strcmp(align, "center") == 0 ||
	    strcmp(align, "end") == 0 || strcmp(align, "right") == 0))
		out->fuori |= 1U << CHE_ALLINEAMENTI;
	if ((before != NULL && !is(before, "auto", "")) ||
	    (behind != NULL && !is(behind, "auto", "")))
		out->fuori |= 1U << CHE_INTERRUZIONI;
}

struct aspetto
stili_capoverso(const struct stili *s, const char *nome)
{
	struct aspetto out = { -1, -1, 0 };
	bool said[sizeof fuori / sizeof fuori[0]] = { false };
	const struct stile *x = find(s, "paragraph", nome);
	unsigned by_hand = 0;
	int i;

	for (i = 0; x != NULL && i < PARENTS_MAX; i++, x = above(s, x)) {
		look(&out, nodo_child(x->n, "style:text-properties"), said);
		if (!x->automatico)
			continue;
		look_paragraph(&out, x->n);
		by_hand = out.fuori;
	}
	out.fuori = by_hand;
	return out;
}

/* ---- lists ---- */

static const struct nodo *
level_of(const struct stili *s, const char *nome, int livello)
{
	const struct stile *x = find(s, "list", nome);
	const char *level;
	const struct nodo *c;

	for (c = x != NULL ? nodo_child(x->n, NULL) : NULL; c != NULL;
	    c = nodo_next(c, NULL)) {
		level = nodo_attr(c, "text:level");
		if (level != NULL && rientro_numero(level) == livello)
			return c;
	}
	return NULL;
}

bool
stili_numerato(const struct stili *s, const char *nome, int livello)
{
	const struct nodo *c = level_of(s, nome, livello);
	const char *format = c != NULL ? nodo_attr(c, "style:num-format") :
	    NULL;

	return format != NULL && format[0] != '\0' &&
	    strcmp(c->nome, "text:list-level-style-number") == 0;
}

int
stili_inizio(const struct stili *s, const char *nome, int livello)
{
	const struct nodo *c = level_of(s, nome, livello);
	const char *v = c != NULL ? nodo_attr(c, "text:start-value") : NULL;

	return v != NULL ? rientro_numero(v) : 1;
}

const char *
stili_elenco(const struct stili *s, const char *capoverso)
{
	const struct stile *x = find(s, "paragraph", capoverso);
	const char *list;
	int i;

	for (i = 0; x != NULL && i < PARENTS_MAX; i++, x = above(s, x))
		if ((list = nodo_attr(x->n, "style:list-style-name")) != NULL)
			return list;
	return NULL;
}
