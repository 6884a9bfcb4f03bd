/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prosa.c - prose between a person's plain text and the document.
 *
 * Blank line = paragraph, "- " = item, *…* = bold, _…_ = italic; a marker is
 * one only when it hugs its words ("2 * 3 * 4" stays as it is).
 */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "xml/campi.h"

static bool
opens(const char *s, const char *end)
{
	return s + 2 < end && !isspace((unsigned char)s[1]);
}

/* The closing marker of the one at s; NULL when it is just a character. */
static const char *
closing(const char *s, const char *end)
{
	const char *p;

	for (p = s + 2; p < end; p++)
		if (*p == *s && !isspace((unsigned char)p[-1]) &&
		    (p + 1 == end || !isalnum((unsigned char)p[1])))
			return p;
	return NULL;
}

static void
inline_text(struct arena *a, struct nodo *to, const char *s, const char *end)
{
	const char *plain = s, *close, *start = s;
	bool none[2] = { false, false };	/* no closing mark ahead: * _ */
	struct nodo *n;

	while (s < end) {
		close = NULL;
		if ((*s == '*' || *s == '_') && !none[*s == '_'] &&
		    (s == start || !isalnum((unsigned char)s[-1])) &&
		    opens(s, end)) {
			close = closing(s, end);
			none[*s == '_'] = close == NULL;
		}
		if (close == NULL) {
			s++;
			continue;
		}
		nodo_text(a, to, arena_strndup(a, plain, (size_t)(s - plain)));
		n = nodo_elem(a, to, *s == '*' ? "b" : "i");
		inline_text(a, n, s + 1, close);
		plain = s = close + 1;
	}
	nodo_text(a, to, arena_strndup(a, plain, (size_t)(end - plain)));
}

/* The paragraph gathered so far. */
static void
flush(struct arena *a, struct nodo *prosa, struct buf *b)
{
	if (b->len > 0)
		inline_text(a, nodo_elem(a, prosa, "p"), b->data,
		    b->data + b->len);
	buf_clear(b);
}

static void
trim(const char **s, const char **end)
{
	while (*s < *end && isspace((unsigned char)**s))
		++*s;
	while (*s < *end && isspace((unsigned char)(*end)[-1]))
		--*end;
}

/* One line: it ends the paragraph, is an item, or belongs to a paragraph. */
static void
line(struct arena *a, struct nodo *prosa, struct buf *b, const char *s,
    const char *end)
{
	bool dash;

	trim(&s, &end);
	dash = s < end && *s == '-' && (s + 1 == end || s[1] == ' ');
	if (s == end || dash)
		flush(a, prosa, b);
	if (dash && s + 1 < end) {
		s++;
		trim(&s, &end);
		inline_text(a, nodo_elem(a, prosa, "voce"), s, end);
		return;
	}
	/* the lines of a paragraph are joined by one space */
	if (b->len > 0)
		buf_putc(b, ' ');
	buf_append(b, s, (size_t)(end - s));
	if (dash)
		flush(a, prosa, b);	/* a dash alone never becomes an item */
}

void
prosa_parse(struct arena *a, struct nodo *prosa, const char *testo)
{
	AUTO_BUF b = { 0 };
	const char *s, *end;

	for (s = testo; ; s = end + 1) {
		end = s + strcspn(s, "\n");
		line(a, prosa, &b, s, end);
		if (*end == '\0')
			break;
	}
	flush(a, prosa, &b);
}

static void
put_inline(struct buf *b, const struct nodo *n)
{
	const struct nodo *c;
	const char *mark;

	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL) {
			buf_puts(b, c->testo);
			continue;
		}
		mark = strcmp(c->nome, "b") == 0 ? "*" :
		    strcmp(c->nome, "i") == 0 ? "_" : "";
		buf_puts(b, mark);
		put_inline(b, c);
		buf_puts(b, mark);
	}
}

char *
prosa_text(struct arena *a, const struct nodo *prosa)
{
	AUTO_BUF b = { 0 };
	const struct nodo *c;
	bool item, was_item = false;

	for (c = nodo_child(prosa, NULL); c != NULL; c = nodo_next(c, NULL)) {
		item = strcmp(c->nome, "voce") == 0;
		if (b.len > 0)
			buf_puts(&b, item && was_item ? "\n" : "\n\n");
		if (item)
			buf_puts(&b, "- ");
		put_inline(&b, c);
		was_item = item;
	}
	return arena_strdup(a, buf_str(&b));
}
