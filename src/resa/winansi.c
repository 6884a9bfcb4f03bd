/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * winansi.c - UTF-8 into WinAnsiEncoding (ISO 32000-1, annex D), the one byte
 * a letter encoding of the fonts every PDF reader has, and the widths of
 * Helvetica in it.  It has all Italian accents; a letter it has not becomes
 * '?', never a wrong letter.
 */
#include "resa/interno.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* What stands at 0x80..0x9f; 0: nothing. */
static const uint16_t high[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

/* 0x20..0xff, in thousandths of the font size */
static const short width[224] = {
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584,
	278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
	556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722,
	722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
	278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
	556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
	278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 350,
	556, 350, 222, 556, 333, 1000, 556, 556, 333, 1000, 667, 333,
	1000, 350, 611, 350, 350, 222, 222, 333, 333, 350, 556, 1000,
	333, 1000, 500, 333, 944, 350, 500, 667, 278, 333, 556, 556,
	556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552,
	400, 549, 333, 333, 333, 576, 537, 333, 333, 333, 365, 556,
	834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722,
	667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778,
	778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
	556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556,
	278, 278, 278, 278, 556, 556, 556, 556, 556, 556, 556, 549,
	611, 556, 556, 556, 556, 500, 556, 500,
};

/* One code point of valid UTF-8; moves *s behind it. */
static uint32_t
decode(const unsigned char **s)
{
	const unsigned char *p = *s;
	int more = p[0] < 0x80 ? 0 : p[0] < 0xe0 ? 1 : p[0] < 0xf0 ? 2 : 3;
	uint32_t c = more == 0 ? p[0] : p[0] & (0x3fu >> more);

	for (p++; more > 0; more--, p++)
		c = c << 6 | (*p & 0x3fu);
	*s = p;
	return c;
}

static char
letter(uint32_t c)
{
	size_t i;

	if ((c >= 0x20 && c < 0x7f) || (c > 0xa0 && c <= 0xff))
		return (char)c;
	if (c < 0x20 || c == 0xa0)
		return ' ';
	for (i = 0; i < NELEM(high); i++)
		if (high[i] == c)
			return (char)(0x80 + i);
	return '?';
}

int
winansi_encode(struct buf *out, const char *text)
{
	const unsigned char *s = (const unsigned char *)text;

	if (!utf8_valid(text, strlen(text)))
		return err_set(ERR_INVALID, "il testo non è UTF-8 valido");
	while (*s != '\0')
		buf_putc(out, letter(decode(&s)));
	return 0;
}

int
winansi_width(const char *s, size_t n)
{
	int sum = 0;

	for (; n > 0; s++, n--)
		if ((unsigned char)*s >= 0x20)
			sum += width[(unsigned char)*s - 0x20];
	return sum;
}

void
pdf_number(struct buf *b, double v)
{
	long cents = lround(v * 100);

	buf_printf(b, "%s%ld.%02ld ", cents < 0 ? "-" : "",
	    labs(cents) / 100, labs(cents) % 100);
}
