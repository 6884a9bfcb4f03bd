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
