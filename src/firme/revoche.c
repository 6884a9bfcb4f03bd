/* SPDX-License-Identifier: EUPL-1.2 */
#include "firme/revoche.h"

#include <openssl/err.h>
#include <string.h>

#include "firme/cms_interno.h"

AUTO_DEFINE(X509_crl_st, X509_CRL_free)

static const char *
name_line(struct arena *a, const X509_NAME *name)
{
	AUTO(bio_st) b = BIO_new(BIO_s_mem());
	const char *text = NULL;
	char *p = NULL;
	long n;

	if (b != NULL && X509_NAME_print_ex(b, name, 0, XN_FLAG_RFC2253 &
	    ~(unsigned long)ASN1_STRFLGS_ESC_MSB) >= 0 &&
	    (n = BIO_get_mem_data(b, &p)) > 0)
		text = riga_altrui(a, p, (size_t)n);
	ERR_clear_error();
	return text != NULL ? text : "?";
}

static int
read_crl(struct revoche *out, struct arena *a, X509_CRL *crl)
{
	const ASN1_TIME *next = X509_CRL_get0_nextUpdate(crl);
	struct revoche x = { .tipo = "crl" };

	if (!tempo_asn1(&x.dal, X509_CRL_get0_lastUpdate(crl)) ||
	    (next != NULL && !tempo_asn1(&x.al, next)))
		return err_set(ERR_INVALID, "una lista di revoche senza un "
		    "giorno che si legga");
	x.emittente = name_line(a, X509_CRL_get_issuer(crl));
	*out = x;
	return 0;
}

/* Who answers: a name, or the digest of a key. */
static const char *
responder(struct arena *a, const OCSP_BASICRESP *basic)
{
	const ASN1_OCTET_STRING *key = NULL;
	const X509_NAME *name = NULL;
	AUTO_BUF hex = { 0 };
	int i;

	if (OCSP_resp_get0_id(basic, &key, &name) != 1)
		return "?";
	if (name != NULL)
		return name_line(a, name);
	for (i = 0; i < ASN1_STRING_length(key) && i < 64; i++)
		buf_printf(&hex, "%02x", ASN1_STRING_get0_data(key)[i]);
	return arena_strdup(a, buf_str(&hex));
}

static int
read_ocsp(struct revoche *out, struct arena *a, OCSP_RESPONSE *answer)
{
	AUTO(ocsp_basic_response_st) basic = NULL;
	ASN1_GENERALIZEDTIME *from = NULL, *to = NULL;
	struct revoche x = { .tipo = "ocsp" };
	OCSP_SINGLERESP *one;

	if (OCSP_response_status(answer) != OCSP_RESPONSE_STATUS_SUCCESSFUL ||
	    (basic = OCSP_response_get1_basic(answer)) == NULL ||
	    (one = OCSP_resp_get0(basic, 0)) == NULL)
		return err_set(ERR_INVALID, "una risposta OCSP che non dice "
		    "niente di nessun certificato");
	(void)OCSP_single_get0_status(one, NULL, NULL, &from, &to);
	if (!tempo_asn1(&x.dal, from) || (to != NULL &&
	    !tempo_asn1(&x.al, to)))
		return err_set(ERR_INVALID, "una risposta OCSP senza un giorno "
		    "che si legga");
	x.emittente = responder(a, basic);
	*out = x;
	return 0;
}

static X509_CRL *
crl_of(const void *bytes, size_t n)
{
	const unsigned char *p = bytes;
	AUTO(bio_st) text = NULL;

	if (p[0] == 0x30)
		return d2i_X509_CRL(NULL, &p, (long)n);
	text = bio_from(bytes, n);
	return text == NULL ? NULL :
	    PEM_read_bio_X509_CRL(text, NULL, NULL, NULL);
}

int
revoche_read(struct revoche *out, struct arena *a, const void *p, size_t n)
{
	AUTO(ocsp_response_st) answer = NULL;
	AUTO(X509_crl_st) crl = NULL;
	const unsigned char *der = p;
	int r = ERR_INVALID;

	ERR_clear_error();
	if (n > 0 && n <= INT32_MAX && (crl = crl_of(p, n)) != NULL)
		r = read_crl(out, a, crl);
	else if (n > 0 && n <= INT32_MAX && (answer = d2i_OCSP_RESPONSE(NULL,
	    &der, (long)n)) != NULL)
		r = read_ocsp(out, a, answer);
	else
		err_set(ERR_INVALID, "non è una lista di revoche (CRL) né una "
		    "risposta OCSP");
	ERR_clear_error();
	return r;
}
