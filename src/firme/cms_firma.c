/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cms_firma.c - a CAdES-BES signature, in DER.
 *
 * Refuses: to sign with a certificate that is not in force at the time the
 * signature will claim; to give out a signature that it has not verified with
 * the certificate.  Norm: ETSI EN 319 122-1 (baseline B): content-type,
 * message-digest, signing-time and signing-certificate-v2 are signed.
 */
#include "firme/cms_interno.h"

#include <openssl/err.h>

#define MODO (CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES)

/* An error of the key: the token knows more about it. */
static int
not_signed(const struct firmatario *f)
{
	int code;

	if (f->perche != NULL && (code = f->perche(f->gettone)) != 0) {
		ERR_clear_error();
		return code;
	}
	return err_ssl(ERR_FAULT, "la firma non è riuscita");
}

static bool
set_time(CMS_SignerInfo *si, int64_t ora)
{
	ASN1_TIME *t = ASN1_TIME_set(NULL, (time_t)ora);
	bool ok = t != NULL && CMS_signed_add1_attr_by_NID(si,
	    NID_pkcs9_signingTime, ASN1_STRING_type(t), t, -1) == 1;

	ASN1_TIME_free(t);
	return ok;
}

/* The envelope, signed; NULL: not. */
static CMS_ContentInfo *
sign(const struct firmatario *f, bool staccata, BIO *data, int64_t ora)
{
	unsigned int flags = MODO | CMS_PARTIAL |
	    (staccata ? (unsigned int)CMS_DETACHED : 0);
	AUTO(CMS_ContentInfo_st) cms = CMS_sign(NULL, NULL, f->altri, NULL,
	    flags);
	CMS_SignerInfo *si;

	si = cms == NULL ? NULL :
	    CMS_add1_signer(cms, f->cert, f->key, EVP_sha256(), flags);
	if (si == NULL || !set_time(si, ora) ||
	    CMS_final(cms, data, NULL, flags) != 1)
		return NULL;
	return MOVE(cms);
}

/* Is what the key made a signature by the certificate? */
static bool
holds(CMS_ContentInfo *cms, BIO *detached)
{
	return CMS_verify(cms, NULL, NULL, detached, NULL,
	    CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
}

int
firma_cades(struct buf *out, struct firmatario *f, bool staccata,
    const void *p, size_t n, int64_t ora)
{
	AUTO(bio_st) data = bio_from(p, n);
	AUTO(bio_st) again = bio_from(p, n);
	AUTO(CMS_ContentInfo_st) cms = NULL;
	unsigned char *der = NULL;
	int len, r;

	if ((r = firmatario_vale(f, ora)) != 0)
		return r;
	if (data == NULL || again == NULL)
		return err_set(ERR_INVALID, "documento troppo grande per una "
		    "firma");
	ERR_clear_error();
	if ((cms = sign(f, staccata, data, ora)) == NULL)
		return not_signed(f);
	if (!holds(cms, staccata ? again : NULL))
		return err_ssl(ERR_FAULT, "la firma appena fatta non si "
		    "verifica");
	if ((len = i2d_CMS_ContentInfo(cms, &der)) <= 0)
		return err_ssl(ERR_FAULT, "la firma non si scrive");
	buf_append(out, der, (size_t)len);
	OPENSSL_free(der);
	return 0;
}
