/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * schema.c - a schema as bytes, from a tree whose names have lost their
 * prefixes: all of them are words of the schema language, as their reader has
 * checked (documenti/tipo.h).
 */
#include <string.h>

#include "xml/interno.h"

static void
put_escaped(struct buf *out, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == '&')
			buf_puts(out, "&amp;");
		else if (*s == '<')
			buf_puts(out, "&lt;");
		else if (*s == '>')
			buf_puts(out, "&gt;");
		else if (*s == '"')
			buf_puts(out, "&quot;");
		else
			buf_putc(out, *s);
	}
}

static void
put(struct buf *out, const struct nodo *n, int level)
{
	const struct nodo *x;
	const struct attr *at;

	if (n->nome == NULL) {
		put_escaped(out, n->testo);
		return;
	}
	buf_printf(out, "\n%*s<xs:%s", level * 2, "", n->nome);
	for (at = n->attr; at != NULL; at = at->succ) {
		buf_printf(out, " %s%s=\"", strcmp(at->nome, "lang") == 0 ?
		    "xml:" : "", at->nome);
		put_escaped(out, at->valore);
		buf_putc(out, '"');
	}
	if (n->primo == NULL) {
		buf_puts(out, "/>");
		return;
	}
	buf_putc(out, '>');
	for (x = n->primo; x != NULL; x = x->succ)
		put(out, x, level + 1);
	if (nodo_child(n, NULL) != NULL)
		buf_printf(out, "\n%*s", level * 2, "");
	buf_printf(out, "</xs:%s>", n->nome);
}

void
xml_write_schema(struct buf *out, const struct nodo *schema)
{
	const struct nodo *n;

	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
	    "xmlns=\"" XML_NS "\" targetNamespace=\"" XML_NS "\" "
	    "elementFormDefault=\"qualified\">");
	for (n = nodo_child(schema, NULL); n != NULL; n = nodo_next(n, NULL))
		put(out, n, 1);
	buf_puts(out, "\n</xs:schema>\n");
}
