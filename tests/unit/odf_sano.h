/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * odf_sano.h - is a text we made sound: every style it names is there, every
 * name to point at is there once, nothing of a model is left in it.
 */
#ifndef UNIT_ODF_SANO_H
#define UNIT_ODF_SANO_H

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xml/odf.h"
#include "zip/zip.h"

struct sano {
	struct arena *a;
	struct nodo *contenuto, *stili;
	const char *guasto;		/* the first; NULL: none */
};

/* Is there a style of that family and name below n? */
static inline bool
sano_style(const struct nodo *n, const char *famiglia, const char *nome)
{
	const char *f = nodo_attr(n, "style:family");
	const char *s = nodo_attr(n, "style:name");
	const struct nodo *c;

	if (s != NULL && strcmp(s, nome) == 0 &&
	    (f != NULL ? strcmp(f, famiglia) == 0 :
	    strcmp(n->nome, "text:list-style") == 0 &&
	    strcmp(famiglia, "list") == 0))
		return true;
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		if (strcmp(c->nome, "office:body") != 0 &&
		    sano_style(c, famiglia, nome))
			return true;
	return false;
}

static inline const char *
sano_family(const char *elemento, const char *attr)
{
	static const char *const v[][3] = {
		{ "text:p", "text:style-name", "paragraph" },
		{ "text:h", "text:style-name", "paragraph" },
		{ "text:span", "text:style-name", "text" },
		{ "text:list", "text:style-name", "list" },
		{ "text:section", "text:style-name", "section" },
		{ "table:table", "table:style-name", "table" },
		{ "table:table-column", "table:style-name", "table-column" },
		{ "table:table-row", "table:style-name", "table-row" },
		{ "table:table-cell", "table:style-name", "table-cell" },
		{ "draw:frame", "draw:style-name", "graphic" }
	};
	size_t i;

	for (i = 0; i < NELEM(v); i++)
		if (strcmp(elemento, v[i][0]) == 0 && strcmp(attr, v[i][1]) == 0)
			return v[i][2];
	return NULL;
}

static inline int
sano_count(const struct nodo *n, const char *attr, const char *valore)
{
	const char *s = nodo_attr(n, attr);
	int count = s != NULL && strcmp(s, valore) == 0;
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		count += sano_count(c, attr, valore);
	return count;
}

static inline void
sano_element(struct sano *s, const struct nodo *root, const struct nodo *n)
{
	const struct attr *at;
	const struct nodo *c;
	const char *f;

	if (strncmp(n->nome, "text:user-field", 15) == 0)
		s->guasto = arena_printf(s->a, "c'è %s", n->nome);
	for (at = n->attr; at != NULL; at = at->succ) {
		if ((f = sano_family(n->nome, at->nome)) != NULL &&
		    !sano_style(root, f, at->valore) &&
		    !sano_style(nodo_child(s->stili, "office:styles"), f,
		    at->valore))
			s->guasto = arena_printf(s->a, "manca lo stile %s %s",
			    f, at->valore);
		if (strcmp(at->nome, "xml:id") == 0 &&
		    sano_count(root, "xml:id", at->valore) != 1)
			s->guasto = arena_printf(s->a, "xml:id %s due volte",
			    at->valore);
	}
	if ((strcmp(n->nome, "text:bookmark") == 0 ||
	    strcmp(n->nome, "text:bookmark-start") == 0) &&
	    sano_count(root, "text:name", nodo_attr(n, "text:name")) > 2)
		s->guasto = "un segnalibro due volte";
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		sano_element(s, root, c);
}

/* NULL: it is; else what is wrong. */
static inline const char *
odf_sano(struct arena *a, const void *odt, size_t n)
{
	struct sano s = { .a = a };
	AUTO_BUF b = { 0 }, t = { 0 };

	if (zip_read(&b, odt, n, "content.xml", 1 << 26) != 0 ||
	    zip_read(&t, odt, n, "styles.xml", 1 << 26) != 0 ||
	    odf_parse(&s.contenuto, a, b.data, b.len) != 0 ||
	    odf_parse(&s.stili, a, t.data, t.len) != 0)
		return err_msg();
	if (strstr(b.data, "<!--") != NULL || strstr(t.data, "<!--") != NULL)
		return "c'è un commento";
	sano_element(&s, s.contenuto, s.contenuto);
	sano_element(&s, s.stili, s.stili);
	return s.guasto;
}

#endif
