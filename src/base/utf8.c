/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/utf8.h"

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
		step = utf8proc_iterate((const utf8proc_uint8_t *)s, -1, &c);
		if (step <= 0 || !plain(c))
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

size_t
utf8_length(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}
