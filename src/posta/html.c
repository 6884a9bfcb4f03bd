/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * html.c - a crude reading of an HTML body: enough to know what a message is
 * about and to find it again.  It interprets nothing, fetches nothing, and
 * never fails; the HTML itself stays beside it as a part.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "posta/interno.h"

static const struct entity {
	const char *nome;
	gunichar c;
} entities[] = {
	{ "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' },
	{ "apos", '\'' }, { "nbsp", ' ' }, { "agrave", 0xe0 },
	{ "egrave", 0xe8 }, { "eacute", 0xe9 }, { "igrave", 0xec },
	{ "ograve", 0xf2 }, { "ugrave", 0xf9 }, { "Agrave", 0xc0 },
	{ "Egrave", 0xc8 }, { "Eacute", 0xc9 }, { "Igrave", 0xcc },
	{ "Ograve", 0xd2 }, { "Ugrave", 0xd9 }, { "euro", 0x20ac },
	{ "laquo", 0xab }, { "raquo", 0xbb }, { "rsquo", 0x2019 },
	{ "lsquo", 0x2018 }, { "ldquo", 0x201c }, { "rdquo", 0x201d },
	{ "ndash", 0x2013 }, { "mdash", 0x2014 }, { "hellip", 0x2026 },
	{ "deg", 0xb0 }, { "ordm", 0xba }, { "ordf", 0xaa }, { "sect", 0xa7 },
};

/* Elements that begin a line, and those whose text is no text. */
static const char *const breaking[] = {
	"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6",
	"table", "ul", "ol", "hr", "blockquote", "pre", "title",
};
static const char *const silent[] = { "script", "style", "head" };

static bool
named(const char *tag, size_t n, const char *const *list, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strlen(list[i]) == n && strncasecmp(tag, list[i], n) == 0)
			return true;
	return false;
}

static gunichar
entity_char(const char *name, size_t n)
{
	size_t i;
	long c;

	if (n > 1 && name[0] == '#') {
		c = name[1] == 'x' || name[1] == 'X' ?
		    strtol(name + 2, NULL, 16) : strtol(name + 1, NULL, 10);
		return c >= 0x20 && c <= 0x10ffff &&
		    g_unichar_validate((gunichar)c) ? (gunichar)c : 0xfffd;
	}
	for (i = 0; i < NELEM(entities); i++)
		if (strlen(entities[i].nome) == n &&
		    strncmp(entities[i].nome, name, n) == 0)
			return entities[i].c;
	return 0;
}

/* "&name;" at s: puts its character, returns what follows. */
static const char *
put_entity(struct buf *out, const char *s)
{
	size_t n = strcspn(s + 1, "; \t\n<&");
	gunichar c = 0;
	char utf8[6];

	if (n > 0 && n < 12 && s[1 + n] == ';')
		c = entity_char(s + 1, n);
	if (c == 0) {
		buf_putc(out, '&');
		return s + 1;
	}
	buf_append(out, utf8, (size_t)g_unichar_to_utf8(c, utf8));
	return s + n + 2;
}

/* Past the end tag of a silent element whose name starts at tag. */
static const char *
skip_silent(const char *s, const char *tag, size_t n)
{
	while ((s = strchr(s, '<')) != NULL) {
		if (s[1] == '/' && strncasecmp(s + 2, tag, n) == 0) {
			s = strchr(s, '>');
			break;
		}
		s++;
	}
	return s == NULL ? "" : s + 1;
}

static void
line_break(struct buf *out)
{
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		out->len--;
	if (out->len > 0 && !(out->len > 1 &&
	    out->data[out->len - 1] == '\n' && out->data[out->len - 2] == '\n'))
		buf_putc(out, '\n');
}

/* A tag at s ("<..."): returns what follows it. */
static const char *
take_tag(struct buf *out, const char *s)
{
	const char *name = s + 1, *end;
	bool opens = *name != '/';
	size_t n;

	if (strncmp(s, "<!--", 4) == 0) {
		end = strstr(s + 4, "-->");
		return end != NULL ? end + 3 : "";
	}
	name += !opens;
	n = strcspn(name, " \t\r\n/>");
	end = strchr(s, '>');
	end = end != NULL ? end + 1 : "";
	if (opens && named(name, n, silent, NELEM(silent)))
		return skip_silent(end, name, n);
	if (named(name, n, breaking, NELEM(breaking)))
		line_break(out);
	return end;
}

static void
put_space(struct buf *out)
{
	if (out->len > 0 && out->data[out->len - 1] != ' ' &&
	    out->data[out->len - 1] != '\n')
		buf_putc(out, ' ');
}

void
html_text(struct buf *out, const char *html)
{
	const char *s = html;

	while (*s != '\0') {
		if (*s == '<' && (g_ascii_isalpha(s[1]) || s[1] == '/' ||
		    s[1] == '!' || s[1] == '?'))
			s = take_tag(out, s);
		else if (*s == '&')
			s = put_entity(out, s);
		else if (strchr(" \t\r\n", *s) != NULL)
			put_space(out), s++;
		else
			buf_putc(out, *s++);
	}
	while (out->len > 0 && strchr(" \n", out->data[out->len - 1]) != NULL)
		out->len--;
	buf_str(out);
}
