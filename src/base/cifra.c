/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cifra.c - AES-256-GCM in pieces, in constant memory.
 *
 * Refuses a file with a piece too many, too few, moved or altered; gives out
 * no byte before its piece was seen to be whole.  A salt is never chosen but
 * by the kernel, a nonce never used twice under a key.
 */
#include "base/cifra.h"

#include <assert.h>
#include <errno.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/file.h"
#include "base/random.h"
#include "base/segreto.h"

#define FORMA "CARTELL1"	/* 8 bytes */
#define PEZZO 65536		/* bytes of a piece, in the clear */
#define TAG 16
#define NONCE 12
#define INFO "cartella pezzo 1 "	/* before the context */

struct pezzi {			/* what both directions need */
	EVP_CIPHER_CTX *ctx;
	unsigned char chiave[CIFRA_CHIAVE];
	uint64_t n;		/* pieces so far */
	struct hash *hash;	/* of the file */
	int fd;
};

struct cifra {
	struct pezzi p;
	unsigned char piece[PEZZO + TAG];
	size_t have;		/* bytes in piece */
	int64_t byte;		/* written */
	int r;			/* what went wrong */
	char why[256];
};

struct decifra {
	struct pezzi p;
	unsigned char raw[PEZZO + TAG + 1], clear[PEZZO];
	size_t ahead;		/* bytes in raw already */
	size_t at, have;	/* in clear */
	bool last;
	bool taken;		/* the descriptor is ours to close */
};

void
cifra_chiave(char out[2 * CIFRA_CHIAVE + 1])
{
	random_secret(out, CIFRA_CHIAVE);
}

/* ---- keys ---- */

static int
digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c - 'a' + 10;
}

static void
unhex(unsigned char out[CIFRA_CHIAVE], const char *hex)
{
	size_t i;

	for (i = 0; i < CIFRA_CHIAVE; i++)
		out[i] = (unsigned char)(digit(hex[2 * i]) << 4 |
		    digit(hex[2 * i + 1]));
}

/* HKDF-SHA256 (RFC 5869). */
static void
derive(unsigned char out[CIFRA_CHIAVE], const unsigned char key[CIFRA_CHIAVE],
    const unsigned char salt[CIFRA_SALE], const char *contesto)
{
	EVP_KDF *kdf = EVP_KDF_fetch(NULL, "HKDF", NULL);
	EVP_KDF_CTX *ctx = EVP_KDF_CTX_new(kdf);
	char digest[] = "SHA2-256", info[512];
	size_t n = strlen(INFO), m = strlen(contesto);
	OSSL_PARAM params[5];

	assert(kdf != NULL && ctx != NULL && n + m <= sizeof info);
	memcpy(info, INFO, n);
	memcpy(info + n, contesto, m);
	params[0] = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST,
	    digest, 0);
	params[1] = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY,
	    (void *)(uintptr_t)key, CIFRA_CHIAVE);
	params[2] = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT,
	    (void *)(uintptr_t)salt, CIFRA_SALE);
	params[3] = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO,
	    info, n + m);
	params[4] = OSSL_PARAM_construct_end();
	if (EVP_KDF_derive(ctx, out, CIFRA_CHIAVE, params) != 1)
		abort();
	EVP_KDF_CTX_free(ctx);
	EVP_KDF_free(kdf);
}

static int
begin(struct pezzi *p, int fd, const char *chiave, const char *contesto,
    const unsigned char salt[CIFRA_SALE])
{
	unsigned char key[CIFRA_CHIAVE];

	if (!hash_valid(chiave))
		return err_set(ERR_INVALID, "la chiave non ha la sua forma");
	unhex(key, chiave);
	derive(p->chiave, key, salt, contesto);
	segreto_wipe(key, sizeof key);
	p->fd = fd;
	p->ctx = EVP_CIPHER_CTX_new();
	p->hash = hash_new();
	if (p->ctx == NULL)
		abort();
	return 0;
}

static void
end(struct pezzi *p)
{
	EVP_CIPHER_CTX_free(p->ctx);
	hash_free(p->hash);
	segreto_wipe(p->chiave, sizeof p->chiave);
}

/* The place of the piece, and whether it is the last. */
static void
nonce_next(unsigned char out[NONCE], struct pezzi *p, bool last)
{
	int i;

	memset(out, 0, NONCE);
	for (i = 0; i < 8; i++)
		out[3 + i] = (unsigned char)(p->n >> (56 - 8 * i));
	out[NONCE - 1] = last;
	p->n++;
}

/* ---- writing ---- */

int
cifra_open_con(struct cifra **out, int fd, const char *chiave,
    const char *contesto, const unsigned char sale[CIFRA_SALE])
{
	AUTO(cifra) c = calloc(1, sizeof *c);
	int r;

	if (c == NULL)
		abort();
	if ((r = begin(&c->p, fd, chiave, contesto, sale)) != 0 ||
	    (r = file_write_fd(fd, FORMA, strlen(FORMA))) != 0 ||
	    (r = file_write_fd(fd, sale, CIFRA_SALE)) != 0)
		return r;
	hash_update(c->p.hash, FORMA, strlen(FORMA));
	hash_update(c->p.hash, sale, CIFRA_SALE);
	c->byte = (int64_t)strlen(FORMA) + CIFRA_SALE;
	*out = MOVE(c);
	return 0;
}

int
cifra_open(struct cifra **out, int fd, const char *chiave,
    const char *contesto)
{
	unsigned char salt[CIFRA_SALE];

	if (getrandom(salt, sizeof salt, 0) != (ssize_t)sizeof salt)
		abort();
	return cifra_open_con(out, fd, chiave, contesto, salt);
}

static void
seal(struct cifra *c, bool last)
{
	unsigned char nonce[NONCE];
	int n = 0, more = 0, len = (int)c->have;

	nonce_next(nonce, &c->p, last);
	if (EVP_EncryptInit_ex(c->p.ctx, EVP_aes_256_gcm(), NULL, c->p.chiave,
	    nonce) != 1 || EVP_EncryptUpdate(c->p.ctx, c->piece, &n, c->piece,
	    len) != 1 || EVP_EncryptFinal_ex(c->p.ctx, c->piece + n,
	    &more) != 1 || EVP_CIPHER_CTX_ctrl(c->p.ctx, EVP_CTRL_GCM_GET_TAG,
	    TAG, c->piece + len) != 1)
		abort();
	c->have = 0;
	hash_update(c->p.hash, c->piece, (size_t)len + TAG);
	c->byte += len + TAG;
	c->r = file_write_fd(c->p.fd, c->piece, (size_t)len + TAG);
	if (c->r != 0)
		strncpy(c->why, err_msg(), sizeof c->why - 1);
}

/* A full piece waits: only what follows tells that it was not the last. */
void
cifra_put(struct cifra *c, const void *p, size_t n)
{
	const unsigned char *s = p;
	size_t part;

	while (n > 0 && c->r == 0) {
		if (c->have == PEZZO) {
			seal(c, false);
			continue;
		}
		part = PEZZO - c->have < n ? PEZZO - c->have : n;
		memcpy(c->piece + c->have, s, part);
		c->have += part;
		s += part;
		n -= part;
	}
}

int
cifra_end(char impronta[IMPRONTA_LEN + 1], int64_t *byte, struct cifra **p)
{
	AUTO(cifra) c = MOVE(*p);

	if (c->r == 0)
		seal(c, true);
	if (c->r != 0)
		return err_set(c->r, "%s", c->why);
	hash_final(impronta, c->p.hash);
	*byte = c->byte;
	return 0;
}

void
cifra_free(struct cifra *c)
{
	if (c == NULL)
		return;
	end(&c->p);
	segreto_wipe(c, sizeof *c);
	free(c);
}

/* ---- reading ---- */

static int
read_full(size_t *got, int fd, unsigned char *p, size_t n)
{
	ssize_t r;

	for (*got = 0; *got < n; *got += (size_t)r) {
		r = read(fd, p + *got, n - *got);
		if (r < 0 && errno == EINTR)
			r = 0;
		else if (r < 0)
			return err_sys("lettura");
		else if (r == 0)
			break;
	}
	return 0;
}

static int
altered(void)
{
	return err_set(ERR_INVALID, "è stato alterato o è incompleto, o la "
	    "chiave è un'altra");
}

int
decifra_open(struct decifra **out, int fd, const char *chiave,
    const char *contesto)
{
	unsigned char head[8 + CIFRA_SALE];
	AUTO(decifra) d = calloc(1, sizeof *d);
	size_t got;
	int r;

	if (d == NULL)
		abort();
	if ((r = read_full(&got, fd, head, sizeof head)) != 0)
		return r;
	if (got < sizeof head || memcmp(head, FORMA, 8) != 0)
		return altered();
	if ((r = begin(&d->p, fd, chiave, contesto, head + 8)) != 0)
		return r;
	hash_update(d->p.hash, head, sizeof head);
	d->taken = true;
	*out = MOVE(d);
	return 0;
}

static bool
unseal(struct decifra *d, size_t len)
{
	unsigned char nonce[NONCE];
	int n = 0, more = 0;

	nonce_next(nonce, &d->p, d->last);
	if (EVP_DecryptInit_ex(d->p.ctx, EVP_aes_256_gcm(), NULL, d->p.chiave,
	    nonce) != 1 || EVP_CIPHER_CTX_ctrl(d->p.ctx, EVP_CTRL_GCM_SET_TAG,
	    TAG, d->raw + len) != 1)
		abort();
	return EVP_DecryptUpdate(d->p.ctx, d->clear, &n, d->raw,
	    (int)len) == 1 &&
	    EVP_DecryptFinal_ex(d->p.ctx, d->clear + n, &more) == 1;
}

/* The next piece into clear.  A byte behind it says that it is not the last. */
static int
next_piece(struct decifra *d)
{
	size_t want = sizeof d->raw - d->ahead, got, n;
	int r;

	if ((r = read_full(&got, d->p.fd, d->raw + d->ahead, want)) != 0)
		return r;
	n = d->ahead + got;
	d->last = n < sizeof d->raw;
	if (!d->last)
		n--;
	if (n < TAG || !unseal(d, n - TAG)) {
		segreto_wipe(d->clear, sizeof d->clear);
		d->last = false;	/* whoever asks again is refused too */
		d->p.n = UINT64_MAX;
		return altered();
	}
	hash_update(d->p.hash, d->raw, n);
	d->have = n - TAG;
	d->at = 0;
	d->raw[0] = d->raw[sizeof d->raw - 1];
	d->ahead = d->last ? 0 : 1;
	return 0;
}

int
decifra_get(size_t *got, struct decifra *d, void *p, size_t n)
{
	unsigned char *to = p;
	size_t part;
	int r;

	*got = 0;
	while (*got < n) {
		if (d->at == d->have) {
			if (d->last)
				return 0;
			if ((r = next_piece(d)) != 0)
				return r;
			continue;
		}
		part = d->have - d->at < n - *got ? d->have - d->at :
		    n - *got;
		memcpy(to + *got, d->clear + d->at, part);
		d->at += part;
		*got += part;
	}
	return 0;
}

int
decifra_end(char impronta[IMPRONTA_LEN + 1], struct decifra *d)
{
	char more;
	size_t got;
	int r;

	if ((r = decifra_get(&got, d, &more, 1)) != 0)
		return r;
	if (got != 0)
		return err_set(ERR_INVALID, "è più lungo di quanto deve");
	hash_final(impronta, d->p.hash);
	return 0;
}

void
decifra_free(struct decifra *d)
{
	if (d == NULL)
		return;
	if (d->taken)
		close(d->p.fd);
	end(&d->p);
	segreto_wipe(d, sizeof *d);
	free(d);
}
