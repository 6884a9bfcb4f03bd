/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pdf_caratteri.c - what the codes of a font mean: its ToUnicode, else
 * windows-1252 for a simple font.
 *
 * Refuses nothing: a code that says nothing is left out.  Bounded by the size
 * of the table and of the map read (ISO 32000-1 §9.10.3).
 */
#include <stdlib.h>
#include <string.h>

#include "resa/pdf_caratteri.h"

#define MAPPA_MAX ((size_t)2 * 1024 * 1024)	/* bytes of a ToUnicode */

/* 0x80 to 0x9f of windows-1252. */
static const uint16_t alti[32] = {
	0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030,
	0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d,
	0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e,
	0x178
};

static void
put_utf8(struct buf *out, uint32_t c)
{
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c > 0x10ffff ||
	    (c >= 0xd800 && c < 0xe000))
		return;
	if (c < 0x80) {
		buf_putc(out, (char)c);
	} else if (c < 0x800) {
		buf_putc(out, (char)(0xc0 | c >> 6));
		buf_putc(out, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		buf_putc(out, (char)(0xe0 | c >> 12));
		buf_putc(out, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_putc(out, (char)(0x80 | (c & 0x3f)));
	} else {
		buf_putc(out, (char)(0xf0 | c >> 18));
		buf_putc(out, (char)(0x80 | (c >> 12 & 0x3f)));
		buf_putc(out, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_putc(out, (char)(0x80 | (c & 0x3f)));
	}
}

/* ---- a ToUnicode ---- */

struct scorsa {			/* through its words */
	const char *p, *end;
};

/* "<0041>": up to 8 digits as a number; how many digits; 0: it is another
 * word, which is passed over; -1: the end. */
static int
next_hex(uint32_t *v, struct scorsa *s, const char **word, size_t *len)
{
	int n = 0;

	while (s->p < s->end && strchr(" \t\r\n\f[]", *s->p) != NULL)
		s->p++;
	*word = s->p;
	if (s->p == s->end)
		return -1;
	if (*s->p != '<' || (s->p + 1 < s->end && s->p[1] == '<')) {
		while (s->p < s->end && strchr(" \t\r\n\f[]", *s->p) == NULL)
			s->p++;
		*len = (size_t)(s->p - *word);
		return 0;
	}
	*v = 0;
	for (s->p++; s->p < s->end && *s->p != '>'; s->p++) {
		static const char digits[] = "0123456789abcdef";
		const char *d = memchr(digits, *s->p | 0x20, 16);

		if (d == NULL)
			continue;
		if (n < 8)
			*v = *v << 4 | (uint32_t)(d - digits);
		n++;
	}
	if (s->p < s->end)
		s->p++;
	*len = (size_t)(s->p - *word);
	return n;
}

/* The first UTF-16 unit, or two that are one character. */
static uint32_t
first_of(uint32_t v, int digits)
{
	uint32_t high, low;

	if (digits <= 4)
		return v;
	high = v >> 16;
	low = v & 0xffff;
	if (digits == 8 && high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 &&
	    low < 0xe000)
		return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
	return digits == 8 ? high : 0;
}

static void
set(struct caratteri *f, uint32_t code, uint32_t c)
{
	if (code < CODICI)
		f->di[code] = c;
}

static bool
is_word(const char *word, size_t len, const char *what)
{
	return len == strlen(what) && memcmp(word, what, len) == 0;
}

static void
of_chars(struct caratteri *f, struct scorsa *s)
{
	uint32_t code, c;
	const char *word;
	size_t len;
	int n, m;

	while ((n = next_hex(&code, s, &word, &len)) > 0) {
		if ((m = next_hex(&c, s, &word, &len)) <= 0)
			return;
		f->largo = n > 2;
		set(f, code, first_of(c, m));
	}
}

/* <from> <to> <first>, or an array of them. */
static void
of_ranges(struct caratteri *f, struct scorsa *s)
{
	uint32_t from, to, c;
	const char *word;
	size_t len;
	bool list;
	int n, m;

	while ((n = next_hex(&from, s, &word, &len)) > 0) {
		if (next_hex(&to, s, &word, &len) <= 0)
			return;
		while (s->p < s->end && strchr(" \t\r\n\f", *s->p) != NULL)
			s->p++;
		list = s->p < s->end && *s->p == '[';
		f->largo = n > 2;
		if ((m = next_hex(&c, s, &word, &len)) <= 0)
			return;
		for (c = first_of(c, m); from <= to && from < CODICI; from++) {
			set(f, from, c++);
			if (!list || from == to)
				continue;
			if ((m = next_hex(&c, s, &word, &len)) <= 0)
				return;
			c = first_of(c, m);
		}
	}
}

static void
read_map(struct caratteri *f, const char *p, size_t n)
{
	struct scorsa s = { p, n == 0 ? p : p + n };	/* none: no address */
	const char *word;
	uint32_t v;
	size_t len;
	int r;

	while ((r = next_hex(&v, &s, &word, &len)) >= 0) {
		if (r > 0)
			continue;
		if (is_word(word, len, "beginbfchar"))
			of_chars(f, &s);
		else if (is_word(word, len, "beginbfrange"))
			of_ranges(f, &s);
	}
}

/* ---- a font ---- */

static void
plain_codes(struct caratteri *f)
{
	uint32_t i;

	for (i = 0x20; i < 0x100; i++)
		f->di[i] = i >= 0x80 && i < 0xa0 ? alti[i - 0x80] : i;
}

void
caratteri_leggi(struct caratteri *out, qpdf_data q, qpdf_oh font)
{
	qpdf_oh map = qpdf_oh_get_key(q, font, "/ToUnicode");
	unsigned char *bytes = NULL;
	size_t n = 0;

	memset(out, 0, sizeof *out);
	out->largo = qpdf_oh_is_name_and_equals(q, qpdf_oh_get_key(q, font,
	    "/Subtype"), "/Type0");
	if (!qpdf_oh_is_stream(q, map)) {
		if (!out->largo)
			plain_codes(out);
		return;
	}
	if (!(qpdf_oh_get_stream_data(q, map, qpdf_dl_generalized, NULL,
	    &bytes, &n) & QPDF_ERRORS) && n <= MAPPA_MAX)
		read_map(out, (const char *)bytes, n);
	free(bytes);
}

void
caratteri_scrivi(struct buf *out, const struct caratteri *f,
    const unsigned char *p, size_t n)
{
	size_t i, step = f->largo ? 2 : 1;

	for (i = 0; i + step <= n; i += step)
		put_utf8(out, f->di[f->largo ? (uint32_t)p[i] << 8 | p[i + 1] :
		    p[i]]);
}
