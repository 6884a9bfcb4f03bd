/* SPDX-License-Identifier: EUPL-1.2 */
#include "firme/armatura.h"

#include <string.h>

#define TESTA "-----BEGIN PGP SIGNATURE-----\n\n"
#define CODA "-----END PGP SIGNATURE-----\n"
#define RIGA 64			/* characters of a line */
#define SOMMA 4			/* of the sum behind '=' */

static const char alphabet[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int
value(char c)
{
	const char *at = c == '\0' ? NULL : strchr(alphabet, c);

	return at == NULL ? -1 : (int)(at - alphabet);
}

/* So many characters of base64, whole groups; '=' and no spare bit at the end
 * of the last line only. */
static bool
line(const char *p, size_t n, bool last)
{
	size_t pad = 0, i;

	if (n == 0 || n % 4 != 0)
		return false;
	while (last && pad < 2 && p[n - 1 - pad] == '=')
		pad++;
	for (i = 0; i < n - pad; i++)
		if (value(p[i]) < 0)
			return false;
	/* 4 bits of the last character are nobody's, or 2 */
	return pad == 0 || value(p[n - 1 - pad]) % (pad == 2 ? 16 : 4) == 0;
}

/* "=u48M\n" or nothing. */
static bool
sum(const char *p, size_t n)
{
	return n == 0 || (n == SOMMA + 2 && p[0] == '=' &&
	    line(p + 1, SOMMA, false) && p[SOMMA + 1] == '\n');
}

static bool
body(const char *p, size_t n)
{
	const char *end;
	size_t len;

	for (;;) {
		if ((end = memchr(p, '\n', n)) == NULL)
			return false;
		len = (size_t)(end - p);
		p += len + 1;
		n -= len + 1;
		if (n == 0 || *p == '=')
			return len <= RIGA && line(p - len - 1, len, true) &&
			    sum(p, n);
		if (len != RIGA || !line(p - len - 1, len, false))
			return false;
	}
}

bool
armatura_esatta(const char *p, size_t n)
{
	const size_t head = strlen(TESTA), tail = strlen(CODA);

	return n > head + tail && memcmp(p, TESTA, head) == 0 &&
	    memcmp(p + n - tail, CODA, tail) == 0 &&
	    body(p + head, n - head - tail);
}
