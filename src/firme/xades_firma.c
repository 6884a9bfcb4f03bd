/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xades_firma.c - an enveloped XAdES baseline B signature.
 *
 * Made with libcrypto and the canonical form alone: xmlsec, which this needs
 * not, would cost every command its start.  What is signed is written here in
 * canonical form, so that a digest is of the very bytes that follow.
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
	const struct firmatario *chi;
	const char *metodo;
	char nome[NOME_LEN + 1];	/* in its ids */
	struct buf proprieta, info;	/* canonical */
	unsigned char valore[FIRMA_SIZE];
	size_t valore_n;
};

static void
put_base64(struct buf *out, const void *p, size_t n)
{
	const unsigned char *b = p;
	char piece[5];
	size_t k;

	for (; n > 0; n -= k, b += k) {
		k = n < 3 ? n : 3;
		EVP_EncodeBlock((unsigned char *)piece, b, (int)k);
		buf_puts(out, piece);
	}
}

static void
put_digest(struct buf *out, const void *p, size_t n)
{
	unsigned char md[SHA256_SIZE];

	if (EVP_Digest(p, n, md, NULL, EVP_sha256(), NULL) != 1)
		abort();
	put_base64(out, md, sizeof md);
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

static int
make_properties(struct firmando *f, int64_t ora)
{
	char quando[ORA_LEN + 1];
	AUTO_BUF b = { 0 };

	clock_iso(quando, ora);
	buf_printf(&b, "<xades:SignedProperties xmlns:xades=\"" XADES "\" "
	    "xmlns:ds=\"" DS "\" Id=\"proprieta-%s\">"
	    "<xades:SignedSignatureProperties>"
	    "<xades:SigningTime>%s</xades:SigningTime>"
	    "<xades:SigningCertificateV2><xades:Cert><xades:CertDigest>"
	    "<ds:DigestMethod Algorithm=\"" SHA256_URI "\"/><ds:DigestValue>",
	    f->nome, quando);
	put_digest(&b, f->chi->der.p, f->chi->der.n);
	buf_printf(&b, "</ds:DigestValue></xades:CertDigest></xades:Cert>"
	    "</xades:SigningCertificateV2></xades:SignedSignatureProperties>"
	    "<xades:SignedDataObjectProperties>"
	    "<xades:DataObjectFormat ObjectReference=\"#documento-%s\">"
	    "<xades:MimeType>application/xml</xades:MimeType>"
	    "</xades:DataObjectFormat></xades:SignedDataObjectProperties>"
	    "</xades:SignedProperties>", f->nome);
	return xml_canonico(&f->proprieta, b.data, b.len);
}

/* `documento`: canonical, without signature. */
static int
make_info(struct firmando *f, const struct buf *documento)
{
	AUTO_BUF b = { 0 };

	buf_printf(&b, "<ds:SignedInfo xmlns:ds=\"" DS "\">"
	    "<ds:CanonicalizationMethod Algorithm=\"" EXC_C14N "\"/>"
	    "<ds:SignatureMethod Algorithm=\"%s\"/>"
	    "<ds:Reference Id=\"documento-%s\" URI=\"\"><ds:Transforms>"
	    "<ds:Transform Algorithm=\"" ENVELOPED "\"/>"
	    "<ds:Transform Algorithm=\"" EXC_C14N "\"/></ds:Transforms>"
	    "<ds:DigestMethod Algorithm=\"" SHA256_URI "\"/><ds:DigestValue>",
	    f->metodo, f->nome);
	put_digest(&b, documento->data, documento->len);
	buf_printf(&b, "</ds:DigestValue></ds:Reference>"
	    "<ds:Reference Type=\"" XADES_PROPRIETA "\" URI=\"#proprieta-%s\">"
	    "<ds:Transforms><ds:Transform Algorithm=\"" EXC_C14N "\"/>"
	    "</ds:Transforms><ds:DigestMethod Algorithm=\"" SHA256_URI "\"/>"
	    "<ds:DigestValue>", f->nome);
	put_digest(&b, f->proprieta.data, f->proprieta.len);
	buf_puts(&b, "</ds:DigestValue></ds:Reference></ds:SignedInfo>");
	return xml_canonico(&f->info, b.data, b.len);
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
	return strcmp(f->metodo, MORE "ecdsa-sha256") == 0 ? flatten(f) : 0;
}

static void
put_certificate(struct buf *out, X509 *c)
{
	unsigned char *der = NULL;
	int n = i2d_X509(c, &der);

	if (n <= 0)
		abort();
	buf_puts(out, "<ds:X509Certificate>");
	put_base64(out, der, (size_t)n);
	buf_puts(out, "</ds:X509Certificate>");
	OPENSSL_free(der);
}

static void
put_signature(struct buf *out, const struct firmando *f)
{
	int i;

	buf_printf(out, "<ds:Signature xmlns:ds=\"" DS "\" Id=\"firma-%s\">",
	    f->nome);
	buf_append(out, f->info.data, f->info.len);
	buf_puts(out, "<ds:SignatureValue>");
	put_base64(out, f->valore, f->valore_n);
	buf_puts(out, "</ds:SignatureValue><ds:KeyInfo><ds:X509Data>");
	put_certificate(out, f->chi->cert);
	for (i = 0; i < sk_X509_num(f->chi->altri); i++)
		put_certificate(out, sk_X509_value(f->chi->altri, i));
	buf_printf(out, "</ds:X509Data></ds:KeyInfo><ds:Object>"
	    "<xades:QualifyingProperties xmlns:xades=\"" XADES "\" "
	    "Target=\"#firma-%s\">", f->nome);
	buf_append(out, f->proprieta.data, f->proprieta.len);
	buf_puts(out, "</xades:QualifyingProperties></ds:Object>"
	    "</ds:Signature>");
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

static int
sign(struct firmando *f, const void *xml, size_t n, int64_t ora)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF documento = { 0 };
	int r;

	if ((f->metodo = method(f->chi)) == NULL)
		return err_set(ERR_INVALID, "per XAdES serve una chiave RSA o "
		    "EC");
	if ((r = xml_canonico(&documento, xml, n)) != 0)
		return r;
	/* ids that no document holds but one made to hold them */
	hash_hex(impronta, documento.data, documento.len);
	memcpy(f->nome, impronta, NOME_LEN);
	if ((r = make_properties(f, ora)) != 0 ||
	    (r = make_info(f, &documento)) != 0)
		return r;
	return make_value(f);
}

int
firma_xades(struct buf *out, struct firmatario *f, const void *xml, size_t n,
    int64_t ora)
{
	struct firmando s = { .chi = f };
	AUTO_BUF whole = { 0 };
	size_t place = 0;
	int r;

	if ((r = firmatario_vale(f, ora)) != 0 ||
	    (r = find_place(&place, xml, n)) != 0)
		return r;
	if ((r = sign(&s, xml, n, ora)) == 0) {
		buf_append(&whole, xml, place);
		put_signature(&whole, &s);
		buf_append(&whole, (const char *)xml + place, n - place);
		r = check_place(&whole);
	}
	if (r == 0)
		buf_append(out, whole.data, whole.len);
	buf_free(&s.proprieta);
	buf_free(&s.info);
	return r;
}
