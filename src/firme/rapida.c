/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rapida.c - librnp asked about one signature after the other, its keys loaded
 * once and each looked at once.
 */
#include "firme/rapida.h"

#include <openssl/evp.h>
#include <rnp/rnp.h>
#include <rnp/rnp_err.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "firme/firme.h"

#define RSA_MIN 2048		/* bits; the limits of chiave.c */
#define CURVE_MIN 255
#define FIRMA_MAX 65536		/* bytes of a detached signature */

#define BEGIN "-----BEGIN PGP SIGNATURE-----\n\n"
#define END "-----END PGP SIGNATURE-----\n"

struct nota {			/* a key that has signed something */
	char di[CHIAVE_LEN + 1];	/* it, perhaps a subkey */
	char primaria[CHIAVE_LEN + 1];
	bool sana;
	uint32_t creata, fine;		/* seconds; fine 0: never */
	struct nota *succ;
};

struct rapida {
	rnp_ffi_t ffi;
	struct nota *note;
};

int
rapida_new(struct rapida **out)
{
	struct rapida *r = calloc(1, sizeof *r);

	if (r == NULL)
		abort();
	if (rnp_ffi_create(&r->ffi, "GPG", "GPG") != RNP_SUCCESS) {
		free(r);
		return err_set(ERR_FAULT, "librnp non si apre");
	}
	*out = r;
	return 0;
}

void
rapida_free(struct rapida *r)
{
	struct nota *n;

	if (r == NULL)
		return;
	while ((n = r->note) != NULL) {
		r->note = n->succ;
		free(n);
	}
	rnp_ffi_destroy(r->ffi);
	free(r);
}

void
rapida_key(struct rapida *r, const void *p, size_t n)
{
	rnp_input_t in = NULL;

	if (rnp_input_from_memory(&in, p, n, false) != RNP_SUCCESS)
		return;
	(void)rnp_import_keys(r->ffi, in, RNP_LOAD_SAVE_PUBLIC_KEYS, NULL);
	rnp_input_destroy(in);
}

/* ---- a key, once ---- */

/* What one of librnp's functions says of the key, if it is a fingerprint. */
static bool
fingerprint(char to[CHIAVE_LEN + 1], rnp_key_handle_t key,
    rnp_result_t (*ask)(rnp_key_handle_t, char **))
{
	char *s = NULL;
	bool whole;

	if (ask(key, &s) != RNP_SUCCESS || s == NULL)
		return false;
	whole = strlen(s) == CHIAVE_LEN;
	if (whole)
		memcpy(to, s, CHIAVE_LEN + 1);
	rnp_buffer_destroy(s);
	return whole;
}

static bool
strong(rnp_key_handle_t key)
{
	char *alg = NULL;
	uint32_t bits = 0;
	bool good;

	if (rnp_key_get_alg(key, &alg) != RNP_SUCCESS)
		return false;
	good = rnp_key_get_bits(key, &bits) == RNP_SUCCESS &&
	    (strcmp(alg, "RSA") == 0 ? bits >= RSA_MIN :
	    (strcmp(alg, "EDDSA") == 0 || strcmp(alg, "ECDSA") == 0) &&
	    bits >= CURVE_MIN);
	rnp_buffer_destroy(alg);
	return good;
}

/* Strong, not revoked; narrows the time in which it was good. */
static bool
sound(struct nota *n, rnp_key_handle_t key)
{
	uint32_t made = 0, life = 0;
	bool revoked = true;

	if (!strong(key) ||
	    rnp_key_is_revoked(key, &revoked) != RNP_SUCCESS || revoked ||
	    rnp_key_get_creation(key, &made) != RNP_SUCCESS ||
	    rnp_key_get_expiration(key, &life) != RNP_SUCCESS ||
	    life > UINT32_MAX - made)
		return false;
	if (made > n->creata)
		n->creata = made;
	if (life != 0 && (n->fine == 0 || made + life < n->fine))
		n->fine = made + life;
	return true;
}

/* The primary key of a subkey is looked at too. */
static bool
sound_primary(struct nota *n, struct rapida *r, rnp_key_handle_t key)
{
	rnp_key_handle_t primary = NULL;
	bool sub = false, good;

	if (rnp_key_is_sub(key, &sub) != RNP_SUCCESS)
		return false;
	if (!sub) {
		memcpy(n->primaria, n->di, sizeof n->primaria);
		return true;
	}
	if (!fingerprint(n->primaria, key, rnp_key_get_primary_fprint) ||
	    rnp_locate_key(r->ffi, "fingerprint", n->primaria, &primary) !=
	    RNP_SUCCESS || primary == NULL)
		return false;
	good = sound(n, primary);
	rnp_key_handle_destroy(primary);
	return good;
}

static const struct nota *
note_of(struct rapida *r, rnp_key_handle_t key)
{
	char di[CHIAVE_LEN + 1];
	bool signs = false;
	struct nota *n;

	if (!fingerprint(di, key, rnp_key_get_fprint))
		return NULL;
	for (n = r->note; n != NULL; n = n->succ)
		if (strcmp(n->di, di) == 0)
			return n;
	if ((n = calloc(1, sizeof *n)) == NULL)
		abort();
	memcpy(n->di, di, sizeof n->di);
	n->sana = rnp_key_allows_usage(key, "sign", &signs) == RNP_SUCCESS &&
	    signs && sound(n, key) && sound_primary(n, r, key);
	n->succ = r->note;
	r->note = n;
	return n;
}

/* ---- a signature ---- */

/* RFC 4880 6.1, of the bytes in the armour.  librnp only warns of another. */
static uint32_t
crc24(const unsigned char *p, size_t n)
{
	uint32_t crc = 0xb704ce;
	size_t i;
	int bit;

	for (i = 0; i < n; i++) {
		crc ^= (uint32_t)p[i] << 16;
		for (bit = 0; bit < 8; bit++)
			crc = (crc << 1) ^ (crc & 0x800000 ? 0x864cfb : 0);
		crc &= 0xffffff;
	}
	return crc;
}

/* The lines of base64 from p on, with their check behind them. */
static bool
armour_sound(const char *p, size_t n)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/=\n";
	unsigned char bytes[FIRMA_MAX], sum[4];
	EVP_ENCODE_CTX *ctx = EVP_ENCODE_CTX_new();
	int len = 0, rest = 0;
	bool whole;
	size_t i;

	if (ctx == NULL)
		abort();
	for (i = 0; i < n && strchr(allowed, p[i]) != NULL &&
	    p[i] != '\0'; i++)
		;
	EVP_DecodeInit(ctx);
	whole = i == n && n > 7 && p[n - 1] == '\n' && p[n - 6] == '=' &&
	    p[n - 7] == '\n' &&
	    EVP_DecodeUpdate(ctx, bytes, &len, (const unsigned char *)p,
	    (int)n - 6) >= 0 &&
	    EVP_DecodeFinal(ctx, bytes + len, &rest) > 0 &&
	    EVP_DecodeBlock(sum, (const unsigned char *)p + n - 5, 4) == 3 &&
	    crc24(bytes, (size_t)len) == ((uint32_t)sum[0] << 16 |
	    (uint32_t)sum[1] << 8 | sum[2]);
	EVP_ENCODE_CTX_free(ctx);
	return whole;
}

/* One armoured block as gpg writes it, and nothing before or behind. */
static bool
plain(const char *p, size_t n)
{
	const size_t begin = sizeof BEGIN - 1, end = sizeof END - 1;

	return n <= FIRMA_MAX && n > begin + end &&
	    memcmp(p, BEGIN, begin) == 0 &&
	    memcmp(p + n - end, END, end) == 0 &&
	    armour_sound(p + begin, n - begin - end);
}

static bool
digest_sound(rnp_op_verify_signature_t sig)
{
	char *hash = NULL;
	bool good;

	if (rnp_op_verify_signature_get_hash(sig, &hash) != RNP_SUCCESS)
		return false;
	good = strcmp(hash, "SHA256") == 0 || strcmp(hash, "SHA384") == 0 ||
	    strcmp(hash, "SHA512") == 0;
	rnp_buffer_destroy(hash);
	return good;
}

/* Of binary data, not of text that could have other line ends. */
static bool
binary(rnp_op_verify_signature_t sig)
{
	rnp_signature_handle_t h = NULL;
	char *type = NULL;
	bool good = false;

	if (rnp_op_verify_signature_get_handle(sig, &h) != RNP_SUCCESS)
		return false;
	if (rnp_signature_get_type(h, &type) == RNP_SUCCESS) {
		good = strcmp(type, "binary") == 0;
		rnp_buffer_destroy(type);
	}
	rnp_signature_handle_destroy(h);
	return good;
}

static bool
by_that_key(struct rapida *r, const char *attesa,
    rnp_op_verify_signature_t sig)
{
	rnp_key_handle_t key = NULL;
	uint32_t made = 0, life = 0;
	const struct nota *n;

	if (rnp_op_verify_signature_get_times(sig, &made, &life) !=
	    RNP_SUCCESS || life != 0 ||
	    rnp_op_verify_signature_get_key(sig, &key) != RNP_SUCCESS)
		return false;
	n = note_of(r, key);
	rnp_key_handle_destroy(key);
	return n != NULL && n->sana && strcmp(n->primaria, attesa) == 0 &&
	    made >= n->creata && (n->fine == 0 || made <= n->fine);
}

static bool
judge(struct rapida *r, const char *attesa, rnp_op_verify_t op)
{
	rnp_op_verify_signature_t sig = NULL;
	size_t count = 0;

	return rnp_op_verify_execute(op) == RNP_SUCCESS &&
	    rnp_op_verify_get_signature_count(op, &count) == RNP_SUCCESS &&
	    count == 1 &&
	    rnp_op_verify_get_signature_at(op, 0, &sig) == RNP_SUCCESS &&
	    rnp_op_verify_signature_get_status(sig) == RNP_SUCCESS &&
	    binary(sig) && digest_sound(sig) && by_that_key(r, attesa, sig);
}

bool
rapida_vale(struct rapida *r, const char *attesa, const void *firma,
    size_t firma_n, const void *data, size_t n)
{
	rnp_input_t in = NULL, sig = NULL;
	rnp_op_verify_t op = NULL;
	bool good = false;

	if (!plain(firma, firma_n))
		return false;
	if (rnp_input_from_memory(&in, n > 0 ? data : "", n, false) ==
	    RNP_SUCCESS &&
	    rnp_input_from_memory(&sig, firma, firma_n, false) ==
	    RNP_SUCCESS &&
	    rnp_op_verify_detached_create(&op, r->ffi, in, sig) == RNP_SUCCESS)
		good = judge(r, attesa, op);
	rnp_op_verify_destroy(op);
	rnp_input_destroy(sig);
	rnp_input_destroy(in);
	return good;
}
