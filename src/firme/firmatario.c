/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firmatario.c - a certificate with its key: out of a PKCS#12 file, or, by
 * pkcs11.c, on a token.
 *
 * Refuses: a certificate that is not for signing, a weak one, a key that is
 * not the certificate's.  The passphrase passes from its own page to libcrypto
 * and nowhere else; libcrypto wipes what it makes of it and locks the key it finds
 * (pulizia.c), or no file is opened.
 */
#include "firme/cms_interno.h"

#include <openssl/err.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

#define P12_MAX 1048576		/* bytes of a PKCS#12 file */
#define P12_GIRI_MAX 10000000	/* iterations of its MAC */

static int
check(const struct firmatario *f)
{
	const char *weak = x509_debole(f->cert);

	if (weak != NULL)
		return err_set(ERR_INVALID, "con questo certificato non si "
		    "firma: %s", weak);
	if (!f->detto.puo_firmare ||
	    (X509_get_extension_flags(f->cert) & EXFLAG_INVALID) != 0)
		return err_set(ERR_INVALID, "il certificato di %s non è per "
		    "firmare", f->detto.soggetto);
	if (X509_check_private_key(f->cert, f->key) != 1)
		return err_ssl(ERR_INVALID, "la chiave non è quella del "
		    "certificato");
	return 0;
}

/* A message holds each certificate once: without the signer's, which goes in
 * by itself, and without doubles. */
static STACK_OF(X509) *
without_doubles(STACK_OF(X509) *altri, const X509 *cert)
{
	STACK_OF(X509) *out = sk_X509_new_null();
	int i;

	if (out == NULL)
		abort();
	for (i = 0; i < sk_X509_num(altri); i++)
		if (X509_cmp(sk_X509_value(altri, i), cert) != 0 &&
		    X509_add_cert(out, sk_X509_value(altri, i),
		    X509_ADD_FLAG_UP_REF | X509_ADD_FLAG_NO_DUP) != 1)
			abort();
	x509_stack_free(altri);
	return out;
}

int
firmatario_new(struct firmatario **out, X509 *cert, EVP_PKEY *key,
    STACK_OF(X509) *altri)
{
	AUTO(firmatario) f = NULL;
	struct arena *a = arena_new();
	int r;

	f = arena_alloc(a, sizeof *f);
	f->arena = a;
	f->cert = cert;
	f->key = key;
	f->altri = without_doubles(altri, cert);
	x509_describe(&f->detto, a, cert);
	f->der = x509_der(a, cert);
	if ((r = check(f)) != 0)
		return r;
	*out = MOVE(f);
	return 0;
}

void
firmatario_close(struct firmatario *f)
{
	if (f == NULL)
		return;
	EVP_PKEY_free(f->key);		/* before the token it lies on */
	x509_stack_free(f->altri);
	X509_free(f->cert);
	if (f->lascia != NULL)
		f->lascia(f->gettone);
	arena_free(f->arena);
}

const struct certificato *
firmatario_certificato(const struct firmatario *f)
{
	return &f->detto;
}

struct byte_dati
firmatario_der(const struct firmatario *f)
{
	return f->der;
}

/* art. 24 c. 4-bis CAD: an expired certificate signs nothing */
int
firmatario_vale(const struct firmatario *f, int64_t ora)
{
	char day[GIORNO_LEN + 1];

	if (ora < f->detto.dal) {
		clock_day(day, f->detto.dal);
		return err_set(ERR_INVALID, "il certificato di %s vale solo "
		    "dal %s", f->detto.soggetto, day);
	}
	if (ora > f->detto.al) {
		clock_day(day, f->detto.al);
		return err_set(ERR_INVALID, "il certificato di %s è scaduto "
		    "il %s: non si firma più", f->detto.soggetto, day);
	}
	return 0;
}

/* ---- PKCS#12 ---- */

static int
p12_read(PKCS12 **out, const void *p, size_t n)
{
	const unsigned char *c = p;
	const ASN1_INTEGER *giri = NULL;
	AUTO(PKCS12_st) p12 = NULL;
	int64_t v = 1;

	ERR_clear_error();
	if (n > 0 && n <= P12_MAX)
		p12 = d2i_PKCS12(NULL, &c, (long)n);
	if (p12 == NULL)
		return err_ssl(ERR_INVALID, "non è un file PKCS#12");
	PKCS12_get0_mac(NULL, NULL, NULL, &giri, p12);
	if (PKCS12_mac_present(p12) != 1 || (giri != NULL &&
	    (ASN1_INTEGER_get_int64(&v, giri) != 1 || v > P12_GIRI_MAX)))
		return err_ssl(ERR_INVALID, "il file PKCS#12 non è protetto "
		    "come si deve");
	*out = MOVE(p12);
	return 0;
}

/* What PKCS12_parse could not: an old cipher, or nothing to sign with. */
static int
p12_refused(void)
{
	unsigned long e = ERR_peek_error();

	if (ERR_GET_REASON(e) == ERR_R_UNSUPPORTED)
		return err_ssl(ERR_INVALID, "il file PKCS#12 è cifrato in un "
		    "modo antiquato: lo si riscriva con «openssl pkcs12 "
		    "-legacy»");
	return err_ssl(ERR_INVALID, "il file PKCS#12 non si legge");
}

int
firmatario_p12(struct firmatario **out, const void *p, size_t n,
    const struct segreto *frase)
{
	const char *s = frase != NULL ? segreto_str(frase) : "";
	AUTO(stack_st_X509) altri = NULL;
	AUTO(evp_pkey_st) key = NULL;
	AUTO(PKCS12_st) p12 = NULL;
	AUTO(x509_st) cert = NULL;
	int r;

	if ((r = pulizia_pronta()) != 0 || (r = p12_read(&p12, p, n)) != 0)
		return r;
	if (PKCS12_verify_mac(p12, s, -1) != 1 &&
	    (*s != '\0' || PKCS12_verify_mac(p12, NULL, 0) != 1)) {
		ERR_clear_error();
		return err_set(ERR_FORBIDDEN, frase != NULL ?
		    "la frase segreta non apre il file PKCS#12" :
		    "il file PKCS#12 è protetto e la frase segreta non è "
		    "stata data");
	}
	if (PKCS12_parse(p12, s, &key, &cert, &altri) != 1)
		return p12_refused();
	if (key == NULL || cert == NULL)
		return err_set(ERR_INVALID, "nel file PKCS#12 non ci sono un "
		    "certificato e la sua chiave");
	return firmatario_new(out, MOVE(cert), MOVE(key), MOVE(altri));
}
