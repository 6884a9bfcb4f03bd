/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * compila_seguito.c - the style of the blocks of prose after the first.
 *
 * As Writer does it when one types on: the style that follows that of the
 * paragraph, if it has one.  A page that begins at the paragraph begins once:
 * of a style that says so, what follows has a copy that does not.
 */
#include <stdbool.h>
#include <string.h>

#include "resa/interno.h"

#define COPIA "Cartella_seguito_"

static bool
is_attr(const struct nodo *n, const char *attr, const char *valore)
{
	const char *s = nodo_attr(n, attr);

	return s != NULL && strcmp(s, valore) == 0;
}

/* The paragraph style of that name among the children of `in`. */
static struct nodo *
style_in(const struct nodo *in, const char *nome)
{
	struct nodo *n = in != NULL ? nodo_child(in, "style:style") : NULL;

	for (; n != NULL; n = nodo_next(n, "style:style"))
		if (is_attr(n, "style:family", "paragraph") &&
		    is_attr(n, "style:name", nome))
			return n;
	return NULL;
}

/* What begins a page, taken away; was there any? */
static bool
join(struct nodo *style, struct arena *a)
{
	static const char *const breaks[] = { "fo:break-before",
	    "fo:break-after", "style:page-number" };
	struct nodo *p = nodo_child(style, "style:paragraph-properties");
	const char *page = nodo_attr(style, "style:master-page-name");
	bool found = page != NULL && page[0] != '\0';
	size_t i;

	nodo_set(a, style, "style:master-page-name", NULL);
	for (i = 0; p != NULL && i < NELEM(breaks); i++) {
		found |= nodo_attr(p, breaks[i]) != NULL &&
		    !is_attr(p, breaks[i], "auto");
		nodo_set(a, p, breaks[i], NULL);
	}
	return found;
}

const char *
stile_seguito(struct arena *a, struct nodo *uscita, const struct nodo *stili,
    const char *stile)
{
	const struct nodo *common = nodo_child(stili, "office:styles"), *s;
	struct nodo *automatic, *copy;
	const char *nome;

	if ((s = style_in(common, stile)) != NULL) {
		nome = nodo_attr(s, "style:next-style-name");
		return nome != NULL && style_in(common, nome) != NULL ? nome :
		    stile;
	}
	automatic = nodo_child(uscita, "office:automatic-styles");
	if ((s = style_in(automatic, stile)) == NULL)
		return stile;
	copy = nodo_copy(a, s);
	if (!join(copy, a))
		return stile;
	nome = arena_printf(a, COPIA "%s", stile);
	if (style_in(automatic, nome) == NULL) {
		nodo_set(a, copy, "style:name", nome);
		nodo_add(automatic, copy);
	}
	return nome;
}
