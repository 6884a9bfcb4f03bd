/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * codifica.c - which characters the bytes of a document stand for.
 *
 * Our own are UTF-8 and nothing else.  Those of others may also declare one of
 * the single-byte codes of western Europe; these are read here, by a table,
 * so that a cage needs no files for it and libxml2 sees UTF-8 only.  Refused:
 * every other code, UTF-16 too, and bytes that are not what they declare.
 */
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "xml/interno.h"

#define NAME_MAX_LEN 24

/* 0x80-0x9f of windows-1252; 0: not assigned. */
static const uint16_t cp1252_high[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

/* Where ISO-8859-15 is not ISO-8859-1. */
static const uint16_t latin9[][2] = {
	{ 0xa4, 0x20ac }, { 0xa6, 0x0160 }, { 0xa8, 0x0161 }, { 0xb4, 0x017d },
	{ 0xb8, 0x017e }, { 0xbc, 0x0152 }, { 0xbd, 0x0153 }, { 0xbe, 0x0178 },
};

enum code { UTF8, LATIN1, LATIN9, CP1252, UNKNOWN };

const char *
xml_declared(size_t *n, const void *bytes, size_t len)
{
	const char *p = bytes, *end, *e, *close;

	*n = 0;
	if (len >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0) {
		p += 3;
		len -= 3;
	}
	if (len < 5 || memcmp(p, "<?xml", 5) != 0 ||
	    (end = memmem(p, len, "?>", 2)) == NULL ||
	    (e = memmem(p, (size_t)(end - p), "encoding", 8)) == NULL)
		return NULL;
	for (e += 8; e < end && strchr(" \t\r\n=", *e) != NULL; e++)
		continue;
	if (e == end || (*e != '"' && *e != '\'') ||
	    (close = memchr(e + 1, *e, (size_t)(end - e - 1))) == NULL)
		return "";
	*n = (size_t)(close - e - 1);
	return e + 1;
}

static enum code
code_of(const void *bytes, size_t len)
{
	static const struct {
		const char *nome;
		enum code code;
	} list[] = {
		{ "UTF-8", UTF8 }, { "UTF8", UTF8 }, { "US-ASCII", UTF8 },
		{ "ASCII", UTF8 }, { "ISO-8859-1", LATIN1 },
		{ "ISO8859-1", LATIN1 }, { "ISO_8859-1", LATIN1 },
		{ "LATIN1", LATIN1 }, { "ISO-8859-15", LATIN9 },
		{ "ISO8859-15", LATIN9 }, { "WINDOWS-1252", CP1252 },
		{ "CP1252", CP1252 },
	};
	char name[NAME_MAX_LEN];
	const char *p;
	size_t i, n;

	if ((p = xml_declared(&n, bytes, len)) == NULL)
		return UTF8;
	if (n == 0 || n >= sizeof name)
		return UNKNOWN;
	memcpy(name, p, n);
	name[n] = '\0';
	for (i = 0; i < NELEM(list); i++)
		if (strcasecmp(list[i].nome, name) == 0)
			return list[i].code;
	return UNKNOWN;
}

/* 0: this byte is no character of that code. */
static unsigned
char_of(unsigned char c, enum code code)
{
	size_t i;

	if (code == CP1252 && c >= 0x80 && c < 0xa0)
		return cp1252_high[c - 0x80];
	for (i = 0; code == LATIN9 && i < NELEM(latin9); i++)
		if (latin9[i][0] == c)
			return latin9[i][1];
	return c;
}

static void
put(struct buf *out, unsigned c)
{
	if (c < 0x80) {
		buf_putc(out, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_putc(out, (char)(0xc0 | c >> 6));
	} else {
		buf_putc(out, (char)(0xe0 | c >> 12));
		buf_putc(out, (char)(0x80 | (c >> 6 & 0x3f)));
	}
	buf_putc(out, (char)(0x80 | (c & 0x3f)));
}

int
xml_to_utf8(struct buf *out, const void *bytes, size_t len)
{
	const unsigned char *p = bytes;
	enum code code = code_of(bytes, len);
	unsigned c;
	size_t i;

	if (code == UNKNOWN)
		return err_set(ERR_INVALID,
		    "la codifica dichiarata non è fra quelle che si leggono");
	if (code == UTF8) {
		buf_append(out, bytes, len);
		return 0;
	}
	for (i = 0; i < len; i++) {
		if ((c = char_of(p[i], code)) == 0)
			return err_set(ERR_INVALID, "un carattere non è della "
			    "codifica dichiarata");
		put(out, c);
	}
	return 0;
}
