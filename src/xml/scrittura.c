/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scrittura.c - the one deterministic form (docs/formato.md §3): the bytes
 * that are stored, hashed and signed.
 */
#include <stdlib.h>
#include <string.h>

#include "xml/nodo.h"

/* Elements of prosa whose content is verbatim. */
static bool
verbatim(const struct nodo *n)
{
	return strcmp(n->nome, "p") == 0 || strcmp(n->nome, "voce") == 0 ||
	    strcmp(n->nome, "cella") == 0;
}

static bool
has_text(const struct nodo *n)
{
	const struct nodo *c;

	for (c = n->primo; c != NULL; c = c->succ)
		if (c->nome == NULL)
			return true;
	return false;
}

static const char *
escape_of(char c, bool attribute)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '\r':
		return "&#13;";
	case '"':
		return attribute ? "&quot;" : NULL;
	case '\t':
		return attribute ? "&#9;" : NULL;
	case '\n':
		return attribute ? "&#10;" : NULL;
	default:
		return NULL;
	}
}

static void
put_escaped(struct buf *out, const char *s, bool attribute)
{
	const char *plain = s, *e;

	for (; *s != '\0'; s++) {
		if ((e = escape_of(*s, attribute)) == NULL)
			continue;
		buf_append(out, plain, (size_t)(s - plain));
		buf_puts(out, e);
		plain = s + 1;
	}
	buf_append(out, plain, (size_t)(s - plain));
}

static int
by_name(const void *a, const void *b)
{
	const struct attr *const *x = a, *const *y = b;

	return strcmp((*x)->nome, (*y)->nome);
}

#define ATTR_MAX 64

static void
put_attributes(struct buf *out, const struct nodo *n)
{
	const struct attr *sorted[ATTR_MAX], *at;
	size_t count = 0, i;

	for (at = n->attr; at != NULL && count < ATTR_MAX; at = at->succ)
		sorted[count++] = at;
	qsort(sorted, count, sizeof *sorted, by_name);
	for (i = 0; i < count; i++) {
		buf_printf(out, " %s=\"", sorted[i]->nome);
		put_escaped(out, sorted[i]->valore, true);
		buf_putc(out, '"');
	}
}

static void
indent(struct buf *out, int level)
{
	buf_printf(out, "\n%*s", level * 2, "");
}

static void
put(struct buf *out, const struct nodo *n, int level, bool root, bool in_line)
{
	const struct nodo *c;
	bool here = in_line || verbatim(n) || has_text(n);

	buf_printf(out, "<%s", n->nome);
	if (root)
		buf_puts(out, " xmlns=\"" XML_NS "\"");
	put_attributes(out, n);
	if (n->primo == NULL) {
		buf_puts(out, "/>");
		return;
	}
	buf_putc(out, '>');
	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL) {
			put_escaped(out, c->testo, false);
			continue;
		}
		if (!here)
			indent(out, level + 1);
		put(out, c, level + 1, false, here);
	}
	if (!here)
		indent(out, level);
	buf_printf(out, "</%s>", n->nome);
}

void
nodo_write(struct buf *out, const struct nodo *root)
{
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	put(out, root, 0, true, false);
	buf_putc(out, '\n');
}
