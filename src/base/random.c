/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/random.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/buf.h"
#include "base/hash.h"

#ifdef PROVA
static bool
frozen(char out[ID_LEN + 1])
{
	static unsigned int count;
	const char *seed = getenv("CARTELLA_CASO");
	char hex[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };

	if (seed == NULL)
		return false;
	buf_printf(&b, "%s %u", seed, count++);
	hash_hex(hex, b.data, b.len);
	memcpy(out, hex, ID_LEN);
	out[ID_LEN] = '\0';
	return true;
}
#endif

void
random_id(char out[ID_LEN + 1])
{
	unsigned char p[ID_LEN / 2];

#ifdef PROVA
	if (frozen(out))
		return;
#endif
	/* the kernel's: a generator of our own would be made at every command */
	if (getrandom(p, sizeof p, 0) != (ssize_t)sizeof p)
		abort();	/* a guessable id would unsalt a hash */
	hex_encode(out, p, sizeof p);
}

void
random_secret(char *out, size_t n)
{
	unsigned char p[64];

	assert(n <= sizeof p);
	if (getrandom(p, n, 0) != (ssize_t)n)
		abort();
	hex_encode(out, p, n);
	explicit_bzero(p, sizeof p);
}

bool
random_id_valid(const char *s)
{
	return strlen(s) == ID_LEN &&
	    strspn(s, "0123456789abcdef") == ID_LEN;
}
