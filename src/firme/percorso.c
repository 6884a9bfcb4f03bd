/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * percorso.c - from a certificate to somebody we trust: the path, and whether
 * all of it was in force at the reference time.
 *
 * Refuses: paths that do not end in a certificate that was given, weak digests
 * and keys in them, what RFC 5280 refuses.  A certificate that is itself an
 * anchor has no issuer whose revocations could be asked.
 */
#include "firme/cms_interno.h"

#include <openssl/err.h>
#include <stdlib.h>

#include "base/clock.h"

/* What an error of X509_verify_cert means for a signature. */
static const struct {
	int error;
	enum esito esito;
	const char *codice, *testo;
} errors[] = {
	{ X509_V_ERR_CERT_HAS_EXPIRED, FIRMA_SCADUTA, "certificato-scaduto",
	    "il certificato era già scaduto" },
	{ X509_V_ERR_CERT_NOT_YET_VALID, FIRMA_NON_VALIDA,
	    "certificato-futuro", "il certificato non valeva ancora" },
	{ X509_V_ERR_EE_KEY_TOO_SMALL, FIRMA_DEBOLE, "chiave-debole",
	    "la chiave è troppo debole" },
	{ X509_V_ERR_CA_KEY_TOO_SMALL, FIRMA_DEBOLE, "catena-debole",
	    "nella catena dei certificati c'è una chiave troppo debole" },
	{ X509_V_ERR_CA_MD_TOO_WEAK, FIRMA_DEBOLE, "catena-debole",
	    "nella catena dei certificati c'è un'impronta troppo debole" },
	{ X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, FIRMA_IGNOTA,
	    "emittente-ignoto", "chi ha emesso il certificato non è fra "
	    "quelli di cui ci si fida" },
	{ X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, FIRMA_IGNOTA,
	    "emittente-ignoto", "chi ha emesso il certificato non è fra "
	    "quelli di cui ci si fida" },
	{ X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, FIRMA_IGNOTA,
	    "emittente-ignoto", "chi ha emesso il certificato non è fra "
	    "quelli di cui ci si fida" },
	{ X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, FIRMA_IGNOTA,
	    "emittente-ignoto", "il certificato si attesta da sé" },
	{ X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, FIRMA_IGNOTA,
	    "emittente-ignoto", "la radice della catena non è fra quelle di "
	    "cui ci si fida" },
};

/* Anything else is no path: nobody whom we trust. */
static void
tell(struct trovata *t, X509_STORE_CTX *ctx)
{
	int e = X509_STORE_CTX_get_error(ctx);
	X509 *where = X509_STORE_CTX_get_current_cert(ctx);
	struct certificato c;
	size_t i;

	for (i = 0; i < NELEM(errors); i++) {
		if (errors[i].error != e)
			continue;
		if (X509_STORE_CTX_get_error_depth(ctx) == 0 || where == NULL) {
			trovata_motivo(t, errors[i].esito, errors[i].codice,
			    "%s", errors[i].testo);
			return;
		}
		x509_describe(&c, t->a, where);
		trovata_motivo(t, errors[i].esito, errors[i].codice,
		    "%s: %s", errors[i].testo, c.soggetto);
		return;
	}
	trovata_motivo(t, FIRMA_IGNOTA, "catena-non-buona",
	    "la catena dei certificati non è buona (%s)",
	    X509_verify_cert_error_string(e));
}

/* The certificates of the path, from the signer's; also of a bad one. */
static void
keep(struct trovata *t, const STACK_OF(X509) *path)
{
	int i;

	for (i = 0; i < sk_X509_num(path); i++)
		trovata_prova(t, "certificato",
		    x509_der(t->a, sk_X509_value(path, i)));
}

static bool
is_anchor(const STACK_OF(X509) *radici, X509 *c)
{
	int i;

	for (i = 0; i < sk_X509_num(radici); i++)
		if (X509_cmp(sk_X509_value(radici, i), c) == 0)
			return true;
	return false;
}

void
percorso_giudica(struct trovata *t, const struct quesito *q)
{
	AUTO(x509_store_st) anchors = ancore(q->radici, q->ora);
	AUTO(x509_store_ctx_st) ctx = X509_STORE_CTX_new();
	STACK_OF(X509) *path;
	int i;

	/* an anchor is the whole path, whatever came with it */
	if (ctx == NULL || X509_STORE_CTX_init(ctx, anchors, q->cert,
	    is_anchor(q->radici, q->cert) ? NULL : q->altri) != 1)
		abort();
	if (X509_verify_cert(ctx) != 1) {
		tell(t, ctx);
		path = X509_STORE_CTX_get0_chain(ctx);
		if (path != NULL)
			keep(t, path);
		ERR_clear_error();
		return;
	}
	t->passi |= PASSO_PERCORSO;
	path = X509_STORE_CTX_get0_chain(ctx);
	keep(t, path);
	for (i = 0; i + 1 < sk_X509_num(path) &&
	    !is_anchor(q->radici, sk_X509_value(path, i)); i++)
		revoca_giudica(t, q, sk_X509_value(path, i),
		    sk_X509_value(path, i + 1));
	t->passi |= PASSO_REVOCA;
}
