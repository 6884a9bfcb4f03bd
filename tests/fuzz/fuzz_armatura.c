/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_armatura.c - libFuzzer: any bytes as a signature in ASCII armour.
 *
 * Besides not crashing: what is exact is written in the one way there is.  Its
 * bytes, taken out and put into armour again, are the same text, but for the
 * four characters of the sum; no beginning of it is exact, nor it with more.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "firme/armatura.h"

#define TESTA "-----BEGIN PGP SIGNATURE-----\n\n"
#define CODA "-----END PGP SIGNATURE-----\n"
#define RIGA 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char lettere[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static unsigned
value(char c)
{
	const char *at = c == '\0' ? NULL : strchr(lettere, c);

	assert(at != NULL);
	return (unsigned)(at - lettere);
}

/* The bytes that stand in lines of base64, up to "=XXXX" or the end. */
static size_t
taken_out(struct buf *out, const char *p, size_t n)
{
	unsigned bits = 0, held = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		if (p[i] == '\n' && i + 1 < n && p[i + 1] == '=')
			return i + 1;
		if (p[i] == '\n' || p[i] == '=')
			continue;
		bits = (bits << 6 | value(p[i])) & 0xffffff;
		if ((held += 6) >= 8)
			buf_putc(out, (char)(bits >> (held -= 8) & 0xff));
	}
	return n;
}

static void
put_in(struct buf *out, const unsigned char *p, size_t n)
{
	size_t i, j, at = 0;
	unsigned v;

	for (i = 0; i < n; i += 3) {
		v = (unsigned)p[i] << 16;
		v |= i + 1 < n ? (unsigned)p[i + 1] << 8 : 0;
		v |= i + 2 < n ? (unsigned)p[i + 2] : 0;
		for (j = 0; j < 4; j++, at++)
			buf_putc(out, i + j > n ? '=' :
			    lettere[v >> (18 - 6 * j) & 63]);
		if (at % RIGA == 0 || i + 3 >= n)
			buf_putc(out, '\n');
	}
}

static void
exact(const char *text, size_t size)
{
	const size_t head = strlen(TESTA), tail = strlen(CODA);
	AUTO_BUF bytes = { 0 }, again = { 0 }, more = { 0 };
	const char *body = text + head, *sum;
	size_t n, len;

	assert(size > head + tail && memcmp(text, TESTA, head) == 0);
	assert(memcmp(text + size - tail, CODA, tail) == 0);
	n = size - head - tail;
	len = taken_out(&bytes, body, n);
	put_in(&again, (const unsigned char *)bytes.data, bytes.len);
	assert(again.len == len && memcmp(again.data, body, len) == 0);
	sum = body + len;
	assert(n == len || (n == len + 6 && sum[0] == '=' && sum[5] == '\n'));
	buf_append(&more, text, size);
	buf_putc(&more, '\n');
	assert(!armatura_esatta(more.data, more.len));
	assert(!armatura_esatta(text, size - 1));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO_BUF text = { 0 };
	const char *p = (const char *)data;

	if (armatura_esatta(p, size))
		exact(p, size);
	/* most inputs have no such head: between the two lines it is another */
	buf_puts(&text, TESTA);
	buf_append(&text, p, size);
	buf_puts(&text, CODA);
	if (armatura_esatta(text.data, text.len))
		exact(text.data, text.len);
	return 0;
}
