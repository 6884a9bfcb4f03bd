/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/hash.h"

#include <assert.h>
#include <errno.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct hash {
	EVP_MD_CTX *ctx;
};

static const EVP_MD *
sha256(void)
{
	static EVP_MD *md;	/* fetching costs more than hashing 4 KB */

	if (md == NULL)
		md = EVP_MD_fetch(NULL, "SHA2-256", NULL);
	assert(md != NULL);
	return md;
}

struct hash *
hash_new(void)
{
	struct hash *h = malloc(sizeof *h);

	if (h == NULL)
		abort();
	h->ctx = EVP_MD_CTX_new();
	if (h->ctx == NULL || EVP_DigestInit_ex(h->ctx, sha256(), NULL) != 1)
		abort();
	return h;
}

void
hash_free(struct hash *h)
{
	if (h == NULL)
		return;
	EVP_MD_CTX_free(h->ctx);
	free(h);
}

void
hash_update(struct hash *h, const void *p, size_t n)
{
	if (EVP_DigestUpdate(h->ctx, p, n) != 1)
		abort();
}

void
hex_encode(char *out, const void *p, size_t n)
{
	static const char digit[] = "0123456789abcdef";
	const unsigned char *b = p;
	size_t i;

	for (i = 0; i < n; i++) {
		*out++ = digit[b[i] >> 4];
		*out++ = digit[b[i] & 15];
	}
	*out = '\0';
}

void
hash_final(char out[IMPRONTA_LEN + 1], struct hash *h)
{
	unsigned char md[32];

	if (EVP_DigestFinal_ex(h->ctx, md, NULL) != 1)
		abort();
	hex_encode(out, md, sizeof md);
}

void
hash_hex(char out[IMPRONTA_LEN + 1], const void *p, size_t n)
{
	AUTO(hash) h = hash_new();

	hash_update(h, p, n);
	hash_final(out, h);
}

void
hash_hmac_hex(char out[IMPRONTA_LEN + 1], const void *key, size_t k,
    const void *p, size_t n)
{
	unsigned char md[EVP_MAX_MD_SIZE];
	unsigned int len = 0;

	assert(k > 0 && k <= 64);
	if (HMAC(sha256(), key, (int)k, p, n, md, &len) == NULL || len != 32)
		abort();
	hex_encode(out, md, len);
}

int
hash_fd(char out[IMPRONTA_LEN + 1], int fd)
{
	AUTO(hash) h = hash_new();
	char piece[65536];
	ssize_t n;

	while ((n = read(fd, piece, sizeof piece)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_sys("lettura del file");
		hash_update(h, piece, (size_t)n);
	}
	hash_final(out, h);
	return 0;
}

bool
hash_valid(const char *s)
{
	return strlen(s) == IMPRONTA_LEN &&
	    strspn(s, "0123456789abcdef") == IMPRONTA_LEN;
}

static unsigned
nibble(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

void
hash_base64(char out[IMPRONTA_BASE64 + 1], const char *impronta)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned bits = 0;
	int i, n = 0, have = 0;

	for (i = 0; i < IMPRONTA_LEN; i++) {
		bits = bits << 4 | nibble(impronta[i]);
		if ((have += 4) >= 6) {
			have -= 6;
			out[n++] = alphabet[bits >> have & 0x3f];
		}
	}
	out[n++] = alphabet[bits << (6 - have) & 0x3f];
	out[n++] = '=';
	out[n] = '\0';
}
