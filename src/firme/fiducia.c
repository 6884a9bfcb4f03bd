/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fiducia.c - whom we trust, read from the bytes the caller has.
 *
 * Refuses: a root that is no certificate (it comes from our own store: then
 * something is wrong there).  A CRL that cannot be read is as one that is not
 * there: a signature that needed it is not called valid.
 */
#include "firme/cms_interno.h"

#include <openssl/err.h>
#include <stdlib.h>
#include <string.h>

#define FORZA 2			/* SECLEVEL: 112 bits, so no SHA-1, no RSA 1024 */
#define GRADI_MAX 10		/* certificates of a path */

bool
digest_saldo(int nid)
{
	static const int sound[] = { NID_sha256, NID_sha384, NID_sha512,
	    NID_sha512_256, NID_sha3_256, NID_sha3_384, NID_sha3_512 };
	size_t i;

	for (i = 0; i < NELEM(sound); i++)
		if (sound[i] == nid)
			return true;
	return false;
}

static int
read_roots(STACK_OF(X509) *out, const struct byte_dati *list)
{
	for (; list != NULL && list->p != NULL; list++)
		if (x509_read_all(out, list->p, list->n) != 0)
			return err_prefix(ERR_FAULT, "radici di fiducia");
	return 0;
}

static X509_CRL *
crl_read(const struct byte_dati *b)
{
	AUTO(bio_st) text = NULL;
	const unsigned char *p = b->p;
	X509_CRL *crl;

	if (b->n > 0 && p[0] == 0x30)
		crl = d2i_X509_CRL(NULL, &p, (long)b->n);
	else
		crl = (text = bio_from(b->p, b->n)) != NULL ?
		    PEM_read_bio_X509_CRL(text, NULL, NULL, NULL) : NULL;
	ERR_clear_error();
	return crl;
}

static void
read_crls(STACK_OF(X509_CRL) *out, const struct byte_dati *list)
{
	X509_CRL *crl;

	for (; list != NULL && list->p != NULL; list++)
		if ((crl = crl_read(list)) != NULL &&
		    sk_X509_CRL_push(out, crl) == 0)
			abort();
}

int
fidata_read(struct fidata **out, const struct fiducia *f)
{
	AUTO(fidata) t = calloc(1, sizeof *t);
	int r;

	if (t == NULL || (t->radici = sk_X509_new_null()) == NULL ||
	    (t->radici_tsa = sk_X509_new_null()) == NULL ||
	    (t->crl = sk_X509_CRL_new_null()) == NULL)
		abort();
	t->ora = f->ora;
	t->ocsp = f->ocsp;
	if ((r = read_roots(t->radici, f->radici)) != 0 ||
	    (r = read_roots(t->radici_tsa, f->radici_tsa)) != 0)
		return r;
	read_crls(t->crl, f->crl);
	*out = MOVE(t);
	return 0;
}

void
fidata_free(struct fidata *f)
{
	if (f == NULL)
		return;
	x509_stack_free(f->radici);
	x509_stack_free(f->radici_tsa);
	crl_stack_free(f->crl);
	free(f);
}

X509_STORE *
ancore(const STACK_OF(X509) *radici, int64_t ora)
{
	X509_STORE *s = X509_STORE_new();
	X509_VERIFY_PARAM *param;
	int i;

	if (s == NULL)
		abort();
	for (i = 0; i < sk_X509_num(radici); i++)
		if (X509_STORE_add_cert(s, sk_X509_value(radici, i)) != 1)
			abort();
	param = X509_STORE_get0_param(s);
	X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_PARTIAL_CHAIN);
	X509_VERIFY_PARAM_set_time(param, (time_t)ora);
	X509_VERIFY_PARAM_set_auth_level(param, FORZA);
	X509_VERIFY_PARAM_set_depth(param, GRADI_MAX);
	return s;
}
