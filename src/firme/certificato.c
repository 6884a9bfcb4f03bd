/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * certificato.c - X.509 certificates: one is read, described, written as PEM.
 *
 * Refuses: none or several, bytes behind it, a secret key beside it, a key
 * below RSA 2048 or below a curve of 256 bits, a curve that is written out
 * instead of named.  What a certificate says of its owner are words of others:
 * they become one line, without what does not show.
 * Norms: RFC 5280; ETSI EN 319 412-1 (serialNumber), 412-5 (QcCompliance).
 */
#define ERR_SSL_C
#include "firme/cms_interno.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/utf8.h"

#define RIGA_MAX 200		/* characters: testo-breve of comuni.xsd */

/* Years of four digits: 99991231235959Z means "never" (RFC 5280 4.1.2.5). */
#define TEMPO_MIN (-INT64_C(2208988800))	/* 1900 */
#define TEMPO_MAX INT64_C(253402210800)		/* 9999-12-31, in Italy too */

int
err_ssl(int code, const char *fmt, ...)
{
	unsigned long e = ERR_peek_last_error();
	const char *why = e != 0 ? ERR_reason_error_string(e) : NULL;
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	ERR_clear_error();
	if (why == NULL)
		return err_set(code, "%s", text);
	return err_set(code, "%s (%s)", text, why);
}

BIO *
bio_from(const void *p, size_t n)
{
	BIO *b = NULL;

	if (n <= INT32_MAX)
		b = BIO_new_mem_buf(n > 0 ? p : "", (int)n);
	return b;
}

const char *
riga_altrui(struct arena *a, const char *s, size_t n)
{
	char *copy, *out, *w;
	const char *c;
	size_t chars;

	if (s == NULL || !utf8_valid(s, n))
		return NULL;
	copy = utf8_strip(a, arena_strndup(a, s, n));
	w = out = arena_alloc(a, strlen(copy) + 1);
	for (c = copy, chars = 0; *c != '\0'; c++) {
		bool blank = (unsigned char)*c <= ' ';

		if (blank && (w == out || w[-1] == ' '))
			continue;
		/* a character begins here, not within */
		if (((unsigned char)*c & 0xc0) != 0x80 && ++chars > RIGA_MAX)
			break;
		*w++ = blank ? ' ' : *c;
	}
	while (w > out && w[-1] == ' ')
		w--;
	*w = '\0';
	return utf8_blank(out) ? NULL : out;
}

bool
tempo_asn1(int64_t *out, const ASN1_TIME *t)
{
	struct tm tm;

	int64_t v;

	if (t == NULL || ASN1_TIME_to_tm(t, &tm) != 1)
		return false;
	v = timegm(&tm);
	if (v < TEMPO_MIN)
		return false;
	*out = v < TEMPO_MAX ? v : TEMPO_MAX;
	return true;
}

/* ---- reading ---- */

static bool
is_pem(const void *p, size_t n)
{
	return memmem(p, n, "-----BEGIN ", 11) != NULL;
}

/* Bytes behind a DER certificate that mean nothing: an end of line. */
static bool
only_line_end(const unsigned char *p, const unsigned char *end)
{
	for (; p < end; p++)
		if (*p != '\n' && *p != '\r')
			return false;
	return true;
}

static int
read_der(STACK_OF(X509) *out, const void *p, size_t n)
{
	const unsigned char *c = p;
	X509 *x;

	if (n == 0 || n > CERTIFICATO_MAX ||
	    (x = d2i_X509(NULL, &c, (long)n)) == NULL)
		return err_ssl(ERR_INVALID, "non è un certificato X.509");
	if (!only_line_end(c, (const unsigned char *)p + n)) {
		X509_free(x);
		return err_set(ERR_INVALID,
		    "dopo il certificato c'è dell'altro");
	}
	if (sk_X509_push(out, x) == 0)
		abort();
	return 0;
}

static int
read_pem(STACK_OF(X509) *out, const void *p, size_t n)
{
	AUTO(bio_st) b = bio_from(p, n);
	int before = sk_X509_num(out);
	unsigned long e;
	X509 *x;

	if (memmem(p, n, "PRIVATE KEY-----", 16) != NULL)
		return err_set(ERR_INVALID, "c'è una chiave segreta: qui si "
		    "consegna soltanto il certificato");
	while (b != NULL && (x = PEM_read_bio_X509(b, NULL, NULL, NULL)) !=
	    NULL)
		if (sk_X509_push(out, x) == 0)
			abort();
	e = ERR_peek_last_error();
	if (ERR_GET_LIB(e) != ERR_LIB_PEM ||
	    ERR_GET_REASON(e) != PEM_R_NO_START_LINE ||
	    sk_X509_num(out) == before)
		return err_ssl(ERR_INVALID, "non è un certificato X.509");
	ERR_clear_error();
	return 0;
}

int
x509_read_all(STACK_OF(X509) *out, const void *p, size_t n)
{
	ERR_clear_error();
	return is_pem(p, n) ? read_pem(out, p, n) : read_der(out, p, n);
}

int
x509_read(X509 **out, const void *p, size_t n)
{
	AUTO(stack_st_X509) all = sk_X509_new_null();
	int r;

	if (all == NULL)
		abort();
	if (n > CERTIFICATO_MAX)
		return err_set(ERR_INVALID, "non è un certificato X.509: "
		    "è troppo lungo");
	if ((r = x509_read_all(all, p, n)) != 0)
		return r;
	if (sk_X509_num(all) != 1)
		return err_set(ERR_INVALID, "più certificati insieme: se ne "
		    "consegna uno alla volta");
	*out = sk_X509_pop(all);
	return 0;
}

/* ---- its key ---- */

static const char *
curve_name(struct arena *a, EVP_PKEY *k)
{
	char group[64] = "";
	const char *nist;

	if (EVP_PKEY_get_group_name(k, group, sizeof group, NULL) != 1)
		return "ec";
	nist = EC_curve_nid2nist(OBJ_sn2nid(group));
	return arena_strdup(a, nist != NULL ? nist : group);
}

static const char *
key_name(struct arena *a, EVP_PKEY *k)
{
	switch (k != NULL ? EVP_PKEY_get_base_id(k) : 0) {
	case EVP_PKEY_RSA:
	case EVP_PKEY_RSA_PSS:
		return arena_printf(a, "rsa%d", EVP_PKEY_get_bits(k));
	case EVP_PKEY_EC:
		return curve_name(a, k);
	case EVP_PKEY_DSA:
		return arena_printf(a, "dsa%d", EVP_PKEY_get_bits(k));
	case EVP_PKEY_ED25519:
		return "ed25519";
	case EVP_PKEY_ED448:
		return "ed448";
	default:
		return "altro";
	}
}

const char *
x509_debole(X509 *c)
{
	EVP_PKEY *k = X509_get0_pubkey(c);
	int written_out = 0;

	switch (k != NULL ? EVP_PKEY_get_base_id(k) : 0) {
	case EVP_PKEY_RSA:
	case EVP_PKEY_RSA_PSS:
		if (EVP_PKEY_get_bits(k) < RSA_MIN_BIT)
			return "chiave RSA più corta di 2048 bit";
		return NULL;
	case EVP_PKEY_EC:
		if (EVP_PKEY_get_bits(k) < CURVA_MIN_BIT)
			return "curva ellittica più corta di 256 bit";
		if (EVP_PKEY_get_int_param(k,
		    OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS,
		    &written_out) == 1 && written_out)
			return "curva ellittica senza nome";
		return NULL;
	default:
		return "chiave che non è né RSA né di curva ellittica";
	}
}

/* ---- what it says ---- */

static const char *
name_text(struct arena *a, const X509_NAME *n)
{
	AUTO(bio_st) b = BIO_new(BIO_s_mem());
	const char *text;
	char *p = NULL;
	long len;

	if (b == NULL)
		abort();
	len = X509_NAME_print_ex(b, n, 0, XN_FLAG_RFC2253 &
	    ~(unsigned long)ASN1_STRFLGS_ESC_MSB) < 0 ? 0 :
	    BIO_get_mem_data(b, &p);
	ERR_clear_error();
	text = len > 0 ? riga_altrui(a, p, (size_t)len) : NULL;
	return text != NULL ? text : "";
}

/* The last value of that kind in a name, or NULL. */
static const char *
name_part(struct arena *a, const X509_NAME *n, int nid)
{
	unsigned char *utf8 = NULL;
	const char *text = NULL;
	int i, at = -1, len;

	while ((i = X509_NAME_get_index_by_NID(n, nid, at)) >= 0)
		at = i;
	if (at < 0)
		return NULL;
	len = ASN1_STRING_to_UTF8(&utf8,
	    X509_NAME_ENTRY_get_data(X509_NAME_get_entry(n, at)));
	if (len > 0)
		text = riga_altrui(a, (char *)utf8, (size_t)len);
	OPENSSL_free(utf8);
	ERR_clear_error();
	return text;
}

/* "TINIT-" of ETSI EN 319 412-1, "IT:" of the certificates before it. */
static const char *
fiscal_code(struct arena *a, const X509_NAME *n)
{
	static const char *const before[] = { "TINIT-", "IT:" };
	const char *s = name_part(a, n, NID_serialNumber);
	size_t i, len;

	for (i = 0; s != NULL && i < NELEM(before); i++) {
		len = strlen(before[i]);
		if (strncmp(s, before[i], len) != 0)
			continue;
		s += len;
		len = strspn(s, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
		return (len == 16 || len == 11) && s[len] == '\0' ? s : NULL;
	}
	return NULL;
}

static const char *
serial(struct arena *a, X509 *c)
{
	BIGNUM *bn = ASN1_INTEGER_to_BN(X509_get0_serialNumber(c), NULL);
	char *hex = bn != NULL ? BN_bn2hex(bn) : NULL;
	const char *s = hex != NULL ? riga_altrui(a, hex, strlen(hex)) : NULL;

	OPENSSL_free(hex);
	BN_free(bn);
	ERR_clear_error();
	return s != NULL ? s : "";
}

/* Is this OID the first thing in the statement? */
static bool
statement_is(const ASN1_TYPE *t, const ASN1_OBJECT *oid)
{
	ASN1_SEQUENCE_ANY *s = NULL;
	const unsigned char *p;
	bool yes = false;

	if (t->type != V_ASN1_SEQUENCE)
		return false;
	p = t->value.sequence->data;
	s = d2i_ASN1_SEQUENCE_ANY(NULL, &p, t->value.sequence->length);
	if (s != NULL && sk_ASN1_TYPE_num(s) > 0) {
		const ASN1_TYPE *first = sk_ASN1_TYPE_value(s, 0);

		yes = first->type == V_ASN1_OBJECT &&
		    OBJ_cmp(first->value.object, oid) == 0;
	}
	sk_ASN1_TYPE_pop_free(s, ASN1_TYPE_free);
	return yes;
}

/* id-etsi-qcs-QcCompliance among its qcStatements (ETSI EN 319 412-5). */
static bool
says_qualified(X509 *c)
{
	int i, at = X509_get_ext_by_NID(c, NID_qcStatements, -1);
	ASN1_OBJECT *oid = OBJ_txt2obj("0.4.0.1862.1.1", 1);
	ASN1_SEQUENCE_ANY *s = NULL;
	const unsigned char *p;
	bool yes = false;

	if (at >= 0 && oid != NULL) {
		const ASN1_OCTET_STRING *v =
		    X509_EXTENSION_get_data(X509_get_ext(c, at));

		p = ASN1_STRING_get0_data(v);
		s = d2i_ASN1_SEQUENCE_ANY(NULL, &p, ASN1_STRING_length(v));
	}
	for (i = 0; s != NULL && i < sk_ASN1_TYPE_num(s); i++)
		yes |= statement_is(sk_ASN1_TYPE_value(s, i), oid);
	sk_ASN1_TYPE_pop_free(s, ASN1_TYPE_free);
	ASN1_OBJECT_free(oid);
	ERR_clear_error();
	return yes;
}

struct byte_dati
x509_der(struct arena *a, X509 *c)
{
	struct byte_dati out = { NULL, 0 };
	unsigned char *der = NULL;
	int n = i2d_X509(c, &der);

	if (n > 0) {
		out.p = arena_memdup(a, der, (size_t)n);
		out.n = (size_t)n;
	}
	OPENSSL_free(der);
	return out;
}

void
x509_describe(struct certificato *out, struct arena *a, X509 *c)
{
	const X509_NAME *subject = X509_get_subject_name(c);
	struct byte_dati der = x509_der(a, c);
	const char *nome = name_part(a, subject, NID_commonName);
	uint32_t usage = X509_get_key_usage(c);

	*out = (struct certificato){
		.soggetto = name_text(a, subject),
		.emittente = name_text(a, X509_get_issuer_name(c)),
		.nome = nome != NULL ? nome : "",
		.codice_fiscale = fiscal_code(a, subject),
		.seriale = serial(a, c),
		.algoritmo = key_name(a, X509_get0_pubkey(c)),
		/* all bits set: no such extension */
		.puo_firmare = (usage & (X509v3_KU_DIGITAL_SIGNATURE |
		    X509v3_KU_NON_REPUDIATION)) != 0,
		.autorita = X509_check_ca(c) == 1,
		.qualificato = says_qualified(c),
	};
	hash_hex(out->impronta, der.n > 0 ? der.p : "", der.n);
	if (!tempo_asn1(&out->dal, X509_get0_notBefore(c)) ||
	    !tempo_asn1(&out->al, X509_get0_notAfter(c)))
		out->dal = out->al = 0;		/* never in force */
	ERR_clear_error();
}

int
certificato_read(struct certificato *out, struct arena *a, const void *p,
    size_t n)
{
	AUTO(x509_st) c = NULL;
	const char *weak;
	int r;

	if ((r = x509_read(&c, p, n)) != 0)
		return r;
	if ((X509_get_extension_flags(c) & EXFLAG_INVALID) != 0)
		return err_ssl(ERR_INVALID, "certificato danneggiato");
	if ((weak = x509_debole(c)) != NULL)
		return err_set(ERR_INVALID, "certificato non ammesso: %s",
		    weak);
	x509_describe(out, a, c);
	return 0;
}

int
certificato_pem(struct buf *out, const void *p, size_t n)
{
	AUTO(x509_st) c = NULL;
	AUTO(bio_st) b = BIO_new(BIO_s_mem());
	char *text = NULL;
	long len;
	int r;

	if ((r = x509_read(&c, p, n)) != 0)
		return r;
	if (b == NULL || PEM_write_bio_X509(b, c) != 1 ||
	    (len = BIO_get_mem_data(b, &text)) <= 0)
		return err_ssl(ERR_FAULT, "certificato in PEM");
	buf_append(out, text, (size_t)len);
	return 0;
}
