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

/* The closing marker of the one at s; NULL when it is just a character. */
static const char *
closing(const char *s, const char *end)
{
	char mark = *s;
	const char *p;

	if (s + 2 >= end || isspace((unsigned char)s[1]))
		return NULL;
	for (p = s + 2; p < end; p++)
		if (*p == mark && !isspace((unsigned char)p[-1]) &&
		    (p + 1 == end || !isalnum((unsigned char)p[1])))
			return p;
	return NULL;
}

static void
inline_text(struct arena *a, struct nodo *to, const char *s, const char *end)
{
	const char *plain = s, *close;
	struct nodo *n;

	while (s < end) {
		close = NULL;
		if ((*s == '*' || *s == '_') &&
		    (s == plain || !isalnum((unsigned char)s[-1])))
			close = closing(s, end);
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

static bool
blank(const char *s, const char *end)
{
	while (s < end && isspace((unsigned char)*s))
		s++;
	return s == end;
}

/* A paragraph's lines joined by one space. */
static void
paragraph(struct arena *a, struct nodo *prosa, const struct buf *b)
{
	if (b->len > 0)
		inline_text(a, nodo_elem(a, prosa, "p"), b->data,
		    b->data + b->len);
}

void
prosa_parse(struct arena *a, struct nodo *prosa, const char *testo)
{
	AUTO_BUF b = { 0 };
	const char *s, *end;

	for (s = testo; ; s = end + 1) {
		end = s + strcspn(s, "\n");
		while (s < end && (*s == ' ' || *s == '\t'))
			s++;
		if (blank(s, end) || strncmp(s, "- ", 2) == 0) {
			paragraph(a, prosa, &b);
			buf_clear(&b);
		}
		if (strncmp(s, "- ", 2) == 0 && !blank(s + 2, end)) {
			inline_text(a, nodo_elem(a, prosa, "voce"), s + 2,
			    end);
		} else if (!blank(s, end)) {
			if (b.len > 0)
				buf_putc(&b, ' ');
			buf_append(&b, s, (size_t)(end - s));
			while (b.len > 0 &&
			    isspace((unsigned char)b.data[b.len - 1]))
				b.data[--b.len] = '\0';
		}
		if (*end == '\0')
			break;
	}
	paragraph(a, prosa, &b);
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
