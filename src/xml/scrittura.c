/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scrittura.c - the one deterministic form (docs/formato.md §3): the bytes
 * that are stored, hashed and signed.
 */
#include <string.h>

#include "xml/interno.h"

/*
 * Text that reading would drop again: outside prosa, white space alone.  It
 * is not written, so that what is written is read back the same.
 */
static bool
dropped(const struct nodo *n, bool in_prosa)
{
	return n->nome == NULL &&
	    (n->testo[0] == '\0' || (!in_prosa && xml_blank(n->testo)));
}

static const struct nodo *
next_kept(const struct nodo *n, bool in_prosa)
{
	while (n != NULL && dropped(n, in_prosa))
		n = n->succ;
	return n;
}

static bool
has_text(const struct nodo *n)
{
	const struct nodo *c;

	for (c = n->primo; c != NULL; c = c->succ)
		if (c->nome == NULL && !dropped(c, false))
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

/* What XML does not allow shows as U+FFFD: the bytes can always be read. */
void
xml_put_escaped(struct buf *out, const char *s, bool attribute)
{
	const char *plain = s, *e;
	size_t skip;

	while (*s != '\0') {
		e = escape_of(*s, attribute);
		if ((skip = xml_illegal(s)) != 0)
			e = "\xef\xbf\xbd";
		if (e == NULL) {
			s++;
			continue;
		}
		buf_append(out, plain, (size_t)(s - plain));
		buf_puts(out, e);
		s += skip != 0 ? skip : 1;
		plain = s;
	}
	buf_append(out, plain, (size_t)(s - plain));
}

/* The attribute that follows `last` bytewise; NULL at the end. */
static const struct attr *
next_attribute(const struct nodo *n, const char *last)
{
	const struct attr *at, *best = NULL;

	for (at = n->attr; at != NULL; at = at->succ)
		if (strcmp(at->nome, last) > 0 &&
		    (best == NULL || strcmp(at->nome, best->nome) < 0))
			best = at;
	return best;
}

static void
put_attributes(struct buf *out, const struct nodo *n)
{
	const struct attr *at;

	for (at = next_attribute(n, ""); at != NULL;
	    at = next_attribute(n, at->nome)) {
		buf_putc(out, ' ');
		buf_puts(out, at->nome);
		buf_puts(out, "=\"");
		xml_put_escaped(out, at->valore, true);
		buf_putc(out, '"');
	}
}

static void
indent(struct buf *out, int level)
{
	buf_putc(out, '\n');
	while (level-- > 0)
		buf_puts(out, "  ");
}

static void
put(struct buf *out, const struct nodo *n, int level, bool in_line,
    bool in_prosa)
{
	const struct nodo *c;

	in_prosa = in_prosa || xml_verbatim(n);
	in_line = in_line || in_prosa || has_text(n);
	buf_putc(out, '<');
	buf_puts(out, n->nome);
	if (level == 0)
		buf_puts(out, " xmlns=\"" XML_NS "\"");
	put_attributes(out, n);
	if ((c = next_kept(n->primo, in_prosa)) == NULL) {
		buf_puts(out, "/>");
		return;
	}
	buf_putc(out, '>');
	for (; c != NULL; c = next_kept(c->succ, in_prosa)) {
		if (c->nome == NULL) {
			xml_put_escaped(out, c->testo, false);
			continue;
		}
		if (!in_line)
			indent(out, level + 1);
		put(out, c, level + 1, in_line, in_prosa);
	}
	if (!in_line)
		indent(out, level);
	buf_puts(out, "</");
	buf_puts(out, n->nome);
	buf_putc(out, '>');
}

void
nodo_write(struct buf *out, const struct nodo *root)
{
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	put(out, root, 0, false, false);
	buf_putc(out, '\n');
}
