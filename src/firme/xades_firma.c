/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xades_firma.c - an enveloped XAdES baseline B signature.
 *
 * Made with libcrypto and the canonical form alone: xmlsec, which this needs
 * not, would cost every command its start.  The parts are printed by
 * xslt/xades.xsl, alone to be digested and signed, then all together.
 *
 * Refuses: a document with a DOCTYPE, one that has a signature already, an
 * empty root.  Keeps: every byte of the document around the signature.
 * Norm: ETSI EN 319 132-1 (XAdES-B-B); Allegato 6 LG; RFC 4051 for ECDSA.
 */
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/hash.h"
#include "firme/cms_interno.h"
#include "firme/xades_interno.h"
#include "xml/xml.h"

#define SHA256_SIZE 32		/* bytes */
#define FIRMA_SIZE 2048		/* bytes of a signature value, at most */
#define NOME_LEN 16		/* hex digits in the ids of a signature */

struct firmando {
	struct arena *a;
	const struct firmatario *chi;
	struct nodo *dati;		/* for xslt/xades.xsl */
	struct buf info;		/* SignedInfo, canonical: it is signed */
	unsigned char valore[FIRMA_SIZE];
	size_t valore_n;
};

static const char *
base64(struct arena *a, const void *p, size_t n)
{
	char *s = arena_alloc(a, (n + 2) / 3 * 4 + 1);

	EVP_EncodeBlock((unsigned char *)s, p, (int)n);
	return s;
}

static const char *
digest(struct arena *a, const void *p, size_t n)
{
	unsigned char md[SHA256_SIZE];

	if (EVP_Digest(p, n, md, NULL, EVP_sha256(), NULL) != 1)
		abort();
	return base64(a, md, sizeof md);
}

/* ---- where it goes ---- */

static bool
has_signature(const struct nodo *n)
{
	const struct nodo *c;

	if (n->nome != NULL && strcmp(n->nome, "Signature") == 0)
		return true;
	for (c = n->primo; c != NULL; c = c->succ)
		if (has_signature(c))
			return true;
	return false;
}

static int
no_place(void)
{
	return err_set(ERR_INVALID, "il documento non finisce con la chiusura "
	    "della radice: non si può firmare");
}

/* The bytes before the end of the root, which should be the last tag. */
static int
find_place(size_t *out, const char *xml, size_t n)
{
	AUTO(arena) a = arena_new();
	struct nodo *root;
	const char *end;
	int r;

	if ((r = xml_parse(&root, a, xml, n, 0)) != 0)
		return r;
	if (has_signature(root))
		return err_set(ERR_INVALID, "il documento ha già una firma");
	end = memrchr(xml, '<', n);
	if (end == NULL || (size_t)(end - xml) + 1 >= n || end[1] != '/')
		return no_place();
	*out = (size_t)(end - xml);
	return 0;
}

/* It was no tag if a comment ends the document. */
static int
check_place(const struct buf *b)
{
	AUTO(arena) a = arena_new();
	struct nodo *root;
	int r;

	if ((r = xml_parse(&root, a, b->data, b->len, 0)) != 0)
		return r;
	if (root->ultimo == NULL || root->ultimo->nome == NULL ||
	    strcmp(root->ultimo->nome, "Signature") != 0)
		return no_place();
	return 0;
}

/* ---- its parts ---- */

/* One of them, in canonical form. */
static int
print(struct buf *out, const struct firmando *f, const char *parte)
{
	const char *const params[] = { "parte", parte, NULL };
	AUTO_BUF b = { 0 };
	int r;

	if ((r = xml_transform(&b, "xades", f->dati, params)) != 0)
		return r;
	return xml_canonico(out, b.data, b.len);
}

static int
add_certificate(struct firmando *f, X509 *c)
{
	const struct byte_dati der = x509_der(f->a, c);
	struct nodo *n;

	if (der.p == NULL)
		return err_set(ERR_FAULT, "un certificato di chi firma non si "
		    "può scrivere");
	n = nodo_elem_text(f->a, f->dati, "certificato",
	    base64(f->a, der.p, der.n));
	nodo_set(f->a, n, "impronta", digest(f->a, der.p, der.n));
	return 0;
}

/* An error of the key: a token knows more about it. */
static int
broken(const struct firmatario *f)
{
	int code;

	if (f->perche != NULL && (code = f->perche(f->gettone)) != 0) {
		ERR_clear_error();
		return code;
	}
	return err_ssl(ERR_FAULT, "la firma non è riuscita");
}

/* DER of an ECDSA signature → the two numbers, each as long as the order. */
static int
flatten(struct firmando *f)
{
	const unsigned char *p = f->valore;
	const int half = (EVP_PKEY_get_bits(X509_get0_pubkey(f->chi->cert)) +
	    7) / 8;
	unsigned char flat[FIRMA_SIZE];
	ECDSA_SIG *sig;
	int good;

	sig = d2i_ECDSA_SIG(NULL, &p, (long)f->valore_n);
	if (sig == NULL)
		return broken(f->chi);
	good = BN_bn2binpad(ECDSA_SIG_get0_r(sig), flat, half) == half &&
	    BN_bn2binpad(ECDSA_SIG_get0_s(sig), flat + half, half) == half;
	ECDSA_SIG_free(sig);
	if (!good)
		return broken(f->chi);
	f->valore_n = 2 * (size_t)half;
	memcpy(f->valore, flat, f->valore_n);
	return 0;
}

/* Is what the key made a signature by the certificate? */
static bool
holds(const struct firmando *f)
{
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	bool good;

	good = ctx != NULL && EVP_DigestVerifyInit(ctx, NULL, EVP_sha256(),
	    NULL, X509_get0_pubkey(f->chi->cert)) == 1 &&
	    EVP_DigestVerify(ctx, f->valore, f->valore_n,
	    (const unsigned char *)f->info.data, f->info.len) == 1;
	EVP_MD_CTX_free(ctx);
	return good;
}

static int
make_value(struct firmando *f)
{
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	bool good;

	ERR_clear_error();
	f->valore_n = sizeof f->valore;
	good = ctx != NULL && EVP_DigestSignInit(ctx, NULL, EVP_sha256(), NULL,
	    f->chi->key) == 1 && EVP_DigestSign(ctx, f->valore, &f->valore_n,
	    (const unsigned char *)f->info.data, f->info.len) == 1;
	EVP_MD_CTX_free(ctx);
	if (!good)
		return broken(f->chi);
	if (!holds(f))
		return err_ssl(ERR_FAULT, "la firma appena fatta non si "
		    "verifica");
	return strcmp(nodo_attr(f->dati, "metodo"), MORE "ecdsa-sha256") == 0 ?
	    flatten(f) : 0;
}

/* ---- the whole ---- */

static const char *
method(const struct firmatario *f)
{
	switch (EVP_PKEY_get_base_id(X509_get0_pubkey(f->cert))) {
	case EVP_PKEY_RSA:
		return MORE "rsa-sha256";
	case EVP_PKEY_EC:
		return MORE "ecdsa-sha256";
	default:
		return NULL;
	}
}

/* What is signed: `documento` is in canonical form. */
static int
gather(struct firmando *f, const struct buf *documento, int64_t ora)
{
	char quando[ORA_LEN + 1], impronta[IMPRONTA_LEN + 1];
	AUTO_BUF proprieta = { 0 };
	int i, r;

	clock_iso(quando, ora);
	/* ids that no document holds but one made to hold them */
	hash_hex(impronta, documento->data, documento->len);
	nodo_set(f->a, f->dati, "nome", arena_strndup(f->a, impronta,
	    NOME_LEN));
	nodo_set(f->a, f->dati, "ora", quando);
	nodo_set(f->a, f->dati, "metodo", method(f->chi));
	nodo_set(f->a, f->dati, "documento", digest(f->a, documento->data,
	    documento->len));
	r = add_certificate(f, f->chi->cert);
	for (i = 0; r == 0 && i < sk_X509_num(f->chi->altri); i++)
		r = add_certificate(f, sk_X509_value(f->chi->altri, i));
	if (r != 0 || (r = print(&proprieta, f, "proprieta")) != 0)
		return r;
	nodo_set(f->a, f->dati, "proprieta", digest(f->a, proprieta.data,
	    proprieta.len));
	return print(&f->info, f, "info");
}

/* The ds:Signature, appended. */
static int
sign(struct buf *out, struct firmando *f, const void *xml, size_t n,
    int64_t ora)
{
	AUTO_BUF documento = { 0 };
	int r;

	if (method(f->chi) == NULL)
		return err_set(ERR_INVALID, "per XAdES serve una chiave RSA o "
		    "EC");
	if ((r = xml_canonico(&documento, xml, n)) != 0 ||
	    (r = gather(f, &documento, ora)) != 0 || (r = make_value(f)) != 0)
		return r;
	nodo_set(f->a, f->dati, "valore", base64(f->a, f->valore,
	    f->valore_n));
	return print(out, f, "firma");
}

int
firma_xades(struct buf *out, struct firmatario *f, const void *xml, size_t n,
    int64_t ora)
{
	AUTO(arena) a = arena_new();
	struct firmando s = { .a = a, .chi = f,
	    .dati = nodo_new(a, "xades") };
	AUTO_BUF whole = { 0 };
	size_t place = 0;
	int r;

	if ((r = firmatario_vale(f, ora)) != 0 ||
	    (r = find_place(&place, xml, n)) != 0)
		return r;
	buf_append(&whole, xml, place);
	r = sign(&whole, &s, xml, n, ora);
	buf_free(&s.info);
	if (r != 0)
		return r;
	buf_append(&whole, (const char *)xml + place, n - place);
	if ((r = check_place(&whole)) == 0)
		buf_append(out, whole.data, whole.len);
	return r;
}
