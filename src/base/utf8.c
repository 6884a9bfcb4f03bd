/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

bool
utf8_valid(const char *s, size_t n)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t step;
	size_t i;

	for (i = 0; i < n; i += (size_t)step) {
		step = 1;
		if ((unsigned char)s[i] - 1U < 0x7fU)	/* as most are */
			continue;
		step = utf8proc_iterate((const utf8proc_uint8_t *)s + i,
		    (utf8proc_ssize_t)(n - i), &c);
		if (step <= 0 || c == 0)
			return false;
	}
	return true;
}

static bool
plain(utf8proc_int32_t c)
{
	if (c < 0x20)
		return c == '\t' || c == '\n' || c == '\r';
	return !(c >= 0x7f && c < 0xa0) && !(c >= 0x202a && c <= 0x202e) &&
	    !(c >= 0x2066 && c <= 0x2069) && c != 0xfeff;
}

bool
utf8_plain(const char *s)
{
	utf8proc_ssize_t step;
	utf8proc_int32_t c;

	for (; *s != '\0'; s += step) {
		step = 1;
		if ((unsigned char)*s - 0x20U < 0x5fU)	/* as most are */
			continue;
		step = utf8proc_iterate((const utf8proc_uint8_t *)s, -1, &c);
		if (step <= 0 || !plain(c))
			return false;
	}
	return true;
}

char *
utf8_strip(struct arena *a, const char *s)
{
	char *out = arena_alloc(a, strlen(s) + 1), *to = out;
	utf8proc_ssize_t step;
	utf8proc_int32_t c;

	for (; *s != '\0'; s += step) {
		step = utf8proc_iterate((const utf8proc_uint8_t *)s, -1, &c);
		if (step <= 0)
			break;
		if (!plain(c))
			continue;
		memcpy(to, s, (size_t)step);
		to += step;
	}
	return out;
}

char *
utf8_line(struct arena *a, const char *s, int max)
{
	char *line = utf8_strip(a, s), *to = line;
	const char *from;
	int chars = 0;

	for (from = line; *from != '\0'; from++) {
		const bool blank = (unsigned char)*from <= ' ';

		if (blank && (to == line || to[-1] == ' '))
			continue;
		if (((unsigned char)*from & 0xc0) != 0x80 && ++chars > max)
			break;
		*to++ = blank ? ' ' : *from;
	}
	while (to > line && to[-1] == ' ')
		to--;
	*to = '\0';
	return line;
}

/* Spaces and separators, controls, what has no shape of its own (the zero
 * widths, marks of direction). */
static bool
shows(utf8proc_int32_t c)
{
	utf8proc_category_t k = utf8proc_category(c);

	return k < UTF8PROC_CATEGORY_ZS || k > UTF8PROC_CATEGORY_CF;
}

bool
utf8_blank(const char *s)
{
	utf8proc_ssize_t step;
	utf8proc_int32_t c;

	for (; *s != '\0'; s += step) {
		step = utf8proc_iterate((const utf8proc_uint8_t *)s, -1, &c);
		if (step <= 0 || shows(c))
			return false;
	}
	return true;
}

int
utf8_nfc(char **out, struct arena *a, const char *s)
{
	utf8proc_uint8_t *nfc;

	if (!utf8_valid(s, strlen(s)))
		return err_set(ERR_INVALID, "il testo non è UTF-8 valido");
	nfc = utf8proc_NFC((const utf8proc_uint8_t *)s);
	if (nfc == NULL)
		return err_set(ERR_INVALID, "il testo non si può normalizzare");
	*out = arena_strdup(a, (const char *)nfc);
	free(nfc);
	return 0;
}

/* Letters and digits make words; all else stands between them. */
static bool
in_word(utf8proc_int32_t c)
{
	utf8proc_category_t k = utf8proc_category(c);

	return (k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO) ||
	    (k >= UTF8PROC_CATEGORY_ND && k <= UTF8PROC_CATEGORY_NO);
}

static char *
split_words(struct arena *a, const utf8proc_uint8_t *s)
{
	char *out = arena_alloc(a, strlen((const char *)s) + 3), *w = out;
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	for (*w++ = ' '; *s != '\0'; s += n) {
		n = utf8proc_iterate(s, -1, &c);
		assert(n > 0);
		if (in_word(c)) {
			memcpy(w, s, (size_t)n);
			w += n;
		} else if (w[-1] != ' ')
			*w++ = ' ';
	}
	if (w[-1] != ' ')
		*w++ = ' ';
	*w = '\0';
	return out;
}

int
utf8_words(char **out, struct arena *a, const char *s)
{
	utf8proc_uint8_t *folded;

	if (!utf8_valid(s, strlen(s)))
		return err_set(ERR_INVALID, "il testo non è UTF-8 valido");
	if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &folded,
	    UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPAT |
	    UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK) < 0)
		return err_set(ERR_INVALID, "il testo non si può normalizzare");
	*out = split_words(a, folded);
	free(folded);
	return 0;
}

size_t
utf8_length(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}
