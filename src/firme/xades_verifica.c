/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xades_verifica.c - XML of others: is its signature one of these bytes, by
 * the certificate that its signed properties name?
 *
 * What a signature may look like at all is said by xades_lettura.c, which runs
 * first; xmlsec then computes, with that certificate's key and no other: it
 * looks for no key, loads nothing, knows only the Ids it is given.
 */
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/errors.h>
#include <xmlsec/openssl/crypto.h>
#include <xmlsec/openssl/evp.h>
#include <xmlsec/xmldsig.h>

#include "firme/xades_interno.h"
#include "xml/xml.h"

static void
silent(const char *file, int line, const char *func, const char *object,
    const char *subject, int reason, const char *msg)
{
	(void)file;
	(void)line;
	(void)func;
	(void)object;
	(void)subject;
	(void)reason;
	(void)msg;
}

int
xades_init(void)
{
	static bool done;

	if (done)
		return 0;
	xml_init();
	if (xmlSecInit() < 0 || xmlSecOpenSSLInit() < 0)
		return err_set(ERR_FAULT, "xmlsec non si avvia");
	xmlSecErrorsSetCallback(silent);
	done = true;
	return 0;
}

static bool
know_id(struct xades *x, xmlNodePtr n, const char *id)
{
	return id == NULL || xmlAddID(NULL, x->doc, (const xmlChar *)id,
	    xmlHasNsProp(n, (const xmlChar *)"Id", NULL)) != NULL;
}

/* A key of xmlsec's, which owns it. */
static xmlSecKeyPtr
key_of(X509 *cert)
{
	EVP_PKEY *k = X509_get_pubkey(cert);
	xmlSecKeyDataPtr value = k != NULL ? xmlSecOpenSSLEvpKeyAdopt(k) :
	    NULL;
	xmlSecKeyPtr key = value != NULL ? xmlSecKeyCreate() : NULL;

	if (value == NULL)
		EVP_PKEY_free(k);
	else if (key == NULL || xmlSecKeySetValue(key, value) < 0)
		abort();
	return key;
}

/* Did a reference fail: is the content another one? */
static bool
other_content(xmlSecDSigCtxPtr ctx)
{
	xmlSecDSigReferenceCtxPtr ref;
	xmlSecSize i, n = xmlSecPtrListGetSize(&ctx->signedInfoReferences);

	for (i = 0; i < n; i++) {
		ref = xmlSecPtrListGetItem(&ctx->signedInfoReferences, i);
		if (ref != NULL && ref->status == xmlSecDSigStatusInvalid)
			return true;
	}
	return false;
}

static void
bad(struct xades *x, const char *codice, const char *testo)
{
	x->esito = FIRMA_NON_VALIDA;
	x->codice = codice;
	x->testo = testo;
}

bool
xades_holds(struct xades *x, X509 *cert)
{
	xmlSecDSigCtxPtr ctx;
	bool good = false;

	bad(x, "firma-non-torna", "la firma non è di questo certificato, o è "
	    "stata alterata");
	if (!know_id(x, x->proprieta, x->proprieta_id) ||
	    !know_id(x, x->chiavi, x->chiavi_id))
		return false;
	if ((ctx = xmlSecDSigCtxCreate(NULL)) == NULL)
		abort();
	ctx->enabledReferenceUris = xmlSecTransformUriTypeEmpty |
	    xmlSecTransformUriTypeSameDocument;
	ctx->flags |= XMLSEC_DSIG_FLAGS_IGNORE_MANIFESTS;
	/* with a key it never looks for another */
	if ((ctx->signKey = key_of(cert)) != NULL &&
	    xmlSecDSigCtxVerify(ctx, x->firma) == 0) {
		good = ctx->status == xmlSecDSigStatusSucceeded;
		if (!good && other_content(ctx))
			bad(x, "contenuto-diverso", "il documento non è più "
			    "quello che è stato firmato");
	}
	xmlSecDSigCtxDestroy(ctx);
	return good;
}
