/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * revoca.c - had this certificate been revoked at that time?  From CRLs and
 * OCSP responses that are files; nothing is fetched.
 *
 * "Not revoked" is believed of a list that was current at the reference time,
 * or of one made later: but a later one says nothing of a certificate that had
 * expired meanwhile, because it may have been dropped.  "Revoked" is believed
 * of any list by the issuer.  A suspension is a revocation, unless newer news
 * says that it was taken back: then it never was (CAD art. 24 c. 4-bis).
 * Refuses: delta and indirect lists, lists for some reasons or for another
 * distribution point, responders the issuer has not named, weak digests.
 * Norms: CAD art. 24 c. 4-bis; RFC 5280, 6960.
 */
#include "firme/cms_interno.h"

#include <openssl/err.h>
#include <stdlib.h>

#include "base/clock.h"

#define OCSP_FRESCA 3600	/* seconds, of an answer that gives no end */

enum saputo { NULLA, BUONO, SOSPESO, REVOCATO };

/* A piece of news: its time, and until when it speaks. */
struct notizia {
	int64_t dal, fine;
	int64_t revoca;			/* 0: not revoked */
	bool sospeso;			/* on hold, not for ever */
	int64_t scaduti_dal;		/* keeps those that expired since; 0 */
};

/* What a piece of news means for a certificate that ends at `al`. */
static enum saputo
weigh(const struct notizia *n, int64_t al, int64_t ora)
{
	bool current = n->dal <= ora && ora <= n->fine;
	bool later = n->dal > ora;

	if (n->revoca != 0 && n->revoca <= ora) {
		if (!n->sospeso)
			return REVOCATO;
		return current || later ? SOSPESO : NULLA;
	}
	if (current)
		return BUONO;
	if (later && (n->revoca != 0 || al >= n->dal ||
	    (n->scaduti_dal != 0 && al >= n->scaduti_dal)))
		return BUONO;
	return NULLA;
}

static int64_t
end_of(X509 *cert)
{
	int64_t al;

	return tempo_asn1(&al, X509_get0_notAfter(cert)) ? al : 0;
}

static bool
sound_signature(int nid)
{
	int md = NID_undef;

	return OBJ_find_sigid_algs(nid, &md, NULL) == 1 && digest_saldo(md);
}

/* ---- CRL ---- */

/* Is it by the issuer, sound and about such certificates?  libcrypto knows
 * best, times aside. */
static bool
crl_speaks_of(X509_CRL *crl, X509 *cert, X509 *da)
{
	STACK_OF(X509) *issuer = sk_X509_new_null();
	STACK_OF(X509_CRL) *list = sk_X509_CRL_new_null();
	AUTO(x509_store_ctx_st) ctx = X509_STORE_CTX_new();
	AUTO(x509_store_st) anchors = NULL;
	int e;

	if (issuer == NULL || list == NULL || ctx == NULL ||
	    sk_X509_push(issuer, da) == 0 ||
	    sk_X509_CRL_push(list, crl) == 0)
		abort();
	anchors = ancore(issuer, 0);
	X509_VERIFY_PARAM_clear_flags(X509_STORE_get0_param(anchors),
	    X509_V_FLAG_USE_CHECK_TIME);
	X509_STORE_set_flags(anchors, X509_V_FLAG_CRL_CHECK |
	    X509_V_FLAG_NO_CHECK_TIME);
	if (X509_STORE_CTX_init(ctx, anchors, cert, NULL) != 1)
		abort();
	X509_STORE_CTX_set0_crls(ctx, list);
	e = X509_verify_cert(ctx) == 1 ? X509_V_OK :
	    X509_STORE_CTX_get_error(ctx);
	sk_X509_free(issuer);		/* what is in them is borrowed */
	sk_X509_CRL_free(list);
	ERR_clear_error();
	return e == X509_V_OK || e == X509_V_ERR_CERT_REVOKED;
}

static bool
on_hold(const X509_REVOKED *r)
{
	ASN1_ENUMERATED *why = X509_REVOKED_get_ext_d2i(r, NID_crl_reason,
	    NULL, NULL);
	bool yes = why != NULL &&
	    ASN1_ENUMERATED_get(why) == CRL_REASON_CERTIFICATE_HOLD;

	ASN1_ENUMERATED_free(why);
	ERR_clear_error();
	return yes;
}

/* expiredCertsOnCRL (X.509): since when expired ones stay; 0: they do not. */
static int64_t
keeps_expired(const X509_CRL *crl)
{
	ASN1_OBJECT *oid = OBJ_txt2obj("2.5.29.60", 1);
	int at = X509_CRL_get_ext_by_OBJ(crl, oid, -1);
	ASN1_GENERALIZEDTIME *since = NULL;
	const unsigned char *p;
	int64_t t = 0;

	if (at >= 0) {
		const ASN1_OCTET_STRING *v =
		    X509_EXTENSION_get_data(X509_CRL_get_ext(crl, at));

		p = ASN1_STRING_get0_data(v);
		since = d2i_ASN1_GENERALIZEDTIME(NULL, &p,
		    ASN1_STRING_length(v));
	}
	if (!tempo_asn1(&t, since))
		t = 0;
	ASN1_GENERALIZEDTIME_free(since);
	ASN1_OBJECT_free(oid);
	ERR_clear_error();
	return t;
}

static enum saputo
crl_says(int64_t *dal, X509_CRL *crl, X509 *cert, X509 *da, int64_t ora)
{
	struct notizia n = { .scaduti_dal = keeps_expired(crl) };
	X509_REVOKED *r = NULL;

	if (X509_NAME_cmp(X509_CRL_get_issuer(crl),
	    X509_get_subject_name(da)) != 0 ||
	    X509_CRL_get_ext_by_NID(crl, NID_delta_crl, -1) >= 0 ||
	    !sound_signature(X509_CRL_get_signature_nid(crl)) ||
	    !tempo_asn1(&n.dal, X509_CRL_get0_lastUpdate(crl)) ||
	    !crl_speaks_of(crl, cert, da))
		return NULLA;
	if (!tempo_asn1(&n.fine, X509_CRL_get0_nextUpdate(crl)))
		n.fine = n.dal;
	/* 2: taken from the list again, of a delta */
	if (X509_CRL_get0_by_cert(crl, &r, cert) == 1) {
		if (!tempo_asn1(&n.revoca, X509_REVOKED_get0_revocationDate(r)))
			n.revoca = 1;
		n.sospeso = on_hold(r);
	}
	*dal = n.dal;
	return weigh(&n, end_of(cert), ora);
}

/* ---- OCSP ---- */

/* The response, if its signer may answer for the issuer. */
static OCSP_BASICRESP *
ocsp_read(const struct byte_dati *b, X509 *da)
{
	AUTO(ocsp_response_st) r = NULL;
	AUTO(ocsp_basic_response_st) basic = NULL;
	AUTO(x509_store_st) anchors = NULL;
	STACK_OF(X509) *issuer;
	const unsigned char *p = b->p;
	const ASN1_OBJECT *algorithm;
	int64_t made;
	int ok;

	if ((r = d2i_OCSP_RESPONSE(NULL, &p, (long)b->n)) == NULL ||
	    OCSP_response_status(r) != OCSP_RESPONSE_STATUS_SUCCESSFUL ||
	    (basic = OCSP_response_get1_basic(r)) == NULL ||
	    !tempo_asn1(&made, OCSP_resp_get0_produced_at(basic)))
		return NULL;
	X509_ALGOR_get0(&algorithm, NULL, NULL,
	    OCSP_resp_get0_tbs_sigalg(basic));
	if (!sound_signature(OBJ_obj2nid(algorithm)))
		return NULL;
	issuer = sk_X509_new_null();
	if (issuer == NULL || sk_X509_push(issuer, da) == 0)
		abort();
	anchors = ancore(issuer, made);
	ok = OCSP_basic_verify(basic, issuer, anchors, 0);
	sk_X509_free(issuer);
	return ok == 1 ? MOVE(basic) : NULL;
}

/* The answer about this very certificate, by the digest the answer uses. */
static OCSP_SINGLERESP *
ocsp_about(OCSP_BASICRESP *basic, X509 *cert, X509 *da)
{
	ASN1_OBJECT *md;
	OCSP_SINGLERESP *s;
	OCSP_CERTID *id;
	int i, same;

	for (i = 0; i < OCSP_resp_count(basic); i++) {
		s = OCSP_resp_get0(basic, i);
		if (OCSP_id_get0_info(NULL, &md, NULL, NULL,
		    (OCSP_CERTID *)OCSP_SINGLERESP_get0_id(s)) != 1 ||
		    (id = OCSP_cert_to_id(EVP_get_digestbyobj(md), cert,
		    da)) == NULL)
			continue;
		same = OCSP_id_cmp(id, OCSP_SINGLERESP_get0_id(s)) == 0;
		OCSP_CERTID_free(id);
		if (same)
			return s;
	}
	return NULL;
}

/* archiveCutoff (RFC 6960 4.4.4): as keeps_expired. */
static int64_t
archive_since(OCSP_SINGLERESP *s)
{
	ASN1_GENERALIZEDTIME *since = OCSP_SINGLERESP_get1_ext_d2i(s,
	    NID_id_pkix_OCSP_archiveCutoff, NULL, NULL);
	int64_t t = 0;

	if (!tempo_asn1(&t, since))
		t = 0;
	ASN1_GENERALIZEDTIME_free(since);
	ERR_clear_error();
	return t;
}

static enum saputo
ocsp_says(int64_t *dal, const struct byte_dati *b, X509 *cert, X509 *da,
    int64_t ora)
{
	AUTO(ocsp_basic_response_st) basic = ocsp_read(b, da);
	ASN1_GENERALIZEDTIME *when = NULL, *this = NULL, *next = NULL;
	struct notizia n = { 0 };
	OCSP_SINGLERESP *s = NULL;
	int status, why = -1;

	if (basic != NULL)
		s = ocsp_about(basic, cert, da);
	ERR_clear_error();
	if (s == NULL)
		return NULLA;
	status = OCSP_single_get0_status(s, &why, &when, &this, &next);
	if (status == V_OCSP_CERTSTATUS_UNKNOWN || !tempo_asn1(&n.dal, this))
		return NULLA;
	if (!tempo_asn1(&n.fine, next))
		n.fine = n.dal + OCSP_FRESCA;
	if (status == V_OCSP_CERTSTATUS_REVOKED) {
		if (!tempo_asn1(&n.revoca, when))
			n.revoca = 1;
		n.sospeso = why == OCSP_REVOKED_STATUS_CERTIFICATEHOLD;
	}
	n.scaduti_dal = archive_since(s);
	*dal = n.dal;
	return weigh(&n, end_of(cert), ora);
}

/* ---- both ---- */

struct ricerca {			/* the evidence found so far */
	enum saputo saputo;
	int64_t dal;
	const char *tipo;
	struct byte_dati prova;
};

/* "Revoked" beats all; of the rest the newest counts. */
static bool
better(struct ricerca *r, enum saputo s, int64_t dal, const char *tipo)
{
	if (s == NULLA || r->saputo == REVOCATO)
		return false;
	if (s != REVOCATO && r->saputo != NULLA && dal <= r->dal)
		return false;
	r->saputo = s;
	r->dal = dal;
	r->tipo = tipo;
	return true;
}

static void
ask_crls(struct ricerca *r, struct arena *a, STACK_OF(X509_CRL) *list,
    X509 *cert, X509 *da, int64_t ora)
{
	int64_t dal = 0;
	int i, n;

	for (i = 0; list != NULL && i < sk_X509_CRL_num(list); i++) {
		X509_CRL *crl = sk_X509_CRL_value(list, i);
		enum saputo s = crl_says(&dal, crl, cert, da, ora);
		unsigned char *der = NULL;

		if (!better(r, s, dal, "crl"))
			continue;
		if ((n = i2d_X509_CRL(crl, &der)) <= 0)
			abort();
		r->prova.p = arena_memdup(a, der, (size_t)n);
		r->prova.n = (size_t)n;
		OPENSSL_free(der);
	}
}

static void
ask_ocsp(struct ricerca *r, const struct byte_dati *list, X509 *cert,
    X509 *da, int64_t ora)
{
	int64_t dal = 0;

	for (; list != NULL && list->p != NULL; list++) {
		enum saputo s = ocsp_says(&dal, list, cert, da, ora);

		if (better(r, s, dal, "ocsp"))
			r->prova = *list;
	}
}

void
revoca_giudica(struct trovata *t, const struct quesito *q, X509 *cert,
    X509 *da)
{
	struct ricerca r = { .saputo = NULLA };
	struct certificato c;

	ask_ocsp(&r, q->f->ocsp, cert, da, q->ora);
	ask_crls(&r, t->a, q->f->crl, cert, da, q->ora);
	ask_crls(&r, t->a, q->crl, cert, da, q->ora);
	if (r.saputo != NULLA)
		trovata_prova(t, r.tipo, r.prova);
	if (r.saputo == BUONO)
		return;
	x509_describe(&c, t->a, cert);
	if (r.saputo == REVOCATO)
		trovata_motivo(t, FIRMA_REVOCATA, "certificato-revocato",
		    "il certificato era già revocato: %s", c.soggetto);
	else if (r.saputo == SOSPESO)
		trovata_motivo(t, FIRMA_REVOCATA, "certificato-sospeso",
		    "il certificato era sospeso: %s", c.soggetto);
	else
		trovata_motivo(t, FIRMA_INTEGRA, "revoca-non-nota",
		    "non si sa se il certificato era revocato: %s",
		    c.soggetto);
}
