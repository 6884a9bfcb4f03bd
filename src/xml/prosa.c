/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prosa.c - a person's plain text into prose.
 *
 * Blank line = paragraph, "- " = item, "1. " = numbered item, "# " = heading,
 * "| a | b |" = row of a table, *…* = bold, _…_ = italic; a mark is one only
 * when it hugs its words ("2 * 3 * 4" stays as it is), a number only when it
 * is the one that follows ("3. …" alone is a paragraph that says so).  A
 * backslash before a mark makes it a character.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "xml/campi.h"
#include "xml/prosa.h"

#define CELLE_MAX 20		/* of a row; comuni.xsd */

/* ---- inside a line ---- */

/* A backslash that makes the next one a character. */
static bool
escapes(const char *s, const char *end)
{
	return *s == '\\' && s + 1 < end && strchr("\\*_|", s[1]) != NULL;
}

static bool
opens(const char *s, const char *start, const char *end)
{
	return (*s == '*' || *s == '_') && s + 2 < end &&
	    (s == start || !isalnum((unsigned char)s[-1])) &&
	    !isspace((unsigned char)s[1]) && s[1] != *s;
}

/* The closing mark of the one at s; NULL when it is just a character. */
static const char *
closing(const char *s, const char *end)
{
	const char *p;

	for (p = s + 1; p < end; p++) {
		if (escapes(p, end))
			p++;
		else if (p > s + 1 && *p == *s &&
		    !isspace((unsigned char)p[-1]) &&
		    (p + 1 == end || !isalnum((unsigned char)p[1])))
			return p;
	}
	return NULL;
}

/* Characters as they are, without the backslashes that say so. */
static void
plain_text(struct arena *a, struct nodo *to, const char *s, const char *end)
{
	AUTO_BUF b = { 0 };

	for (; s < end; s++) {
		if (escapes(s, end))
			s++;
		buf_putc(&b, *s);
	}
	nodo_text(a, to, buf_str(&b));
}

void
prosa_linea(struct arena *a, struct nodo *to, const char *s, const char *end)
{
	const char *plain = s, *close, *start = s;
	bool none[2] = { false, false };	/* no closing mark ahead: * _ */
	struct nodo *n;

	while (s < end) {
		if (escapes(s, end)) {
			s += 2;
			continue;
		}
		close = NULL;
		if (opens(s, start, end) && !none[*s == '_']) {
			close = closing(s, end);
			none[*s == '_'] = close == NULL;
		}
		if (close == NULL) {
			s++;
			continue;
		}
		plain_text(a, to, plain, s);
		n = nodo_elem(a, to, *s == '*' ? "b" : "i");
		prosa_linea(a, n, s + 1, close);
		plain = s = close + 1;
	}
	plain_text(a, to, plain, end);
}

/* ---- lines ---- */

struct lettura {
	struct arena *a;
	struct nodo *prosa;
	struct buf par;			/* the paragraph so far */
	struct nodo *tabella;		/* the one that goes on; NULL */
	int punti;			/* the last one's number; 0: no list */
};

static void
trim(const char **s, const char **end)
{
	while (*s < *end && isspace((unsigned char)**s))
		++*s;
	while (*s < *end && isspace((unsigned char)(*end)[-1]))
		--*end;
}

/* The paragraph gathered so far. */
static void
flush(struct lettura *l)
{
	if (l->par.len > 0) {
		prosa_linea(l->a, nodo_elem(l->a, l->prosa, "p"), l->par.data,
		    l->par.data + l->par.len);
		l->punti = 0;
	}
	buf_clear(&l->par);
}

static void
block(struct lettura *l, const char *nome, const char *s, const char *end)
{
	flush(l);
	trim(&s, &end);
	prosa_linea(l->a, nodo_elem(l->a, l->prosa, nome), s, end);
	l->punti = strcmp(nome, "punto") == 0 ? l->punti + 1 : 0;
}

bool
prosa_riga(const char *s, const char *end)
{
	return end - s > 1 && *s == '|' && end[-1] == '|';
}

static void
row(struct lettura *l, const char *s, const char *end)
{
	const char *from, *to, *stop;
	struct nodo *riga;
	int n = 0;

	flush(l);
	l->punti = 0;
	if (l->tabella == NULL)
		l->tabella = nodo_elem(l->a, l->prosa, "tabella");
	riga = nodo_elem(l->a, l->tabella, "riga");
	for (s++; s < end && n++ < CELLE_MAX; s = stop + 1) {
		/* the last one takes what the others leave */
		for (stop = s; stop < end - 1 && (*stop != '|' ||
		    n == CELLE_MAX); stop++)
			if (escapes(stop, end))
				stop++;
		if (stop > end - 1)
			stop = end - 1;
		from = s;
		to = stop;
		trim(&from, &to);
		prosa_linea(l->a, nodo_elem(l->a, riga, "cella"), from, to);
	}
}

/* "12. ": its number, *testo behind it; 0: it is none. */
int
prosa_numero(const char **testo, const char *s, const char *end)
{
	const char *p = s;

	while (p < end && p - s < 3 && isdigit((unsigned char)*p))
		p++;
	if (p == s || end - p < 3 || p[0] != '.' || p[1] != ' ' || *s == '0')
		return 0;
	*testo = p + 1;
	return (int)strtol(s, NULL, 10);
}

/* The mark a line begins with: '-', '#', '1', '|'; 0: it is of a paragraph,
 * '.' one of which the dash is all. */
static char
kind(const struct lettura *l, const char *s, const char *end)
{
	const char *rest;

	if (prosa_riga(s, end))
		return '|';
	if (*s == '-' && s + 1 == end)
		return '.';
	if ((*s == '-' || *s == '#') && s + 1 < end && s[1] == ' ')
		return *s;
	return prosa_numero(&rest, s, end) ==
	    (l->par.len > 0 ? 0 : l->punti) + 1 ? '1' : 0;
}

static void
line(struct lettura *l, const char *s, const char *end)
{
	const char *rest = s;
	char mark;

	trim(&s, &end);
	mark = s < end ? kind(l, s, end) : 0;
	if (mark != '|')
		l->tabella = NULL;
	if (s == end) {
		flush(l);
	} else if (mark == '|') {
		row(l, s, end);
	} else if (mark == '-' || mark == '#') {
		block(l, mark == '-' ? "voce" : "titolo", s + 1, end);
	} else if (mark == '1') {
		(void)prosa_numero(&rest, s, end);
		block(l, "punto", rest, end);
	} else {
		if (mark == '.')
			flush(l);
		if (prosa_sfuggito(s, end))
			s++;
		/* the lines of a paragraph are joined by one space */
		if (l->par.len > 0)
			buf_putc(&l->par, ' ');
		buf_append(&l->par, s, (size_t)(end - s));
		if (mark == '.')
			flush(l);	/* a dash alone never becomes an item */
	}
}

bool
prosa_sfuggito(const char *s, const char *end)
{
	return end - s > 1 && s[0] == '\\' &&
	    (s[1] == '-' || s[1] == '#' || isdigit((unsigned char)s[1]));
}

void
prosa_parse(struct arena *a, struct nodo *prosa, const char *testo)
{
	struct lettura l = { .a = a, .prosa = prosa };
	const char *s, *end;

	for (s = testo; ; s = end + 1) {
		end = s + strcspn(s, "\n");
		line(&l, s, end);
		if (*end == '\0')
			break;
	}
	flush(&l);
	buf_free(&l.par);
}
