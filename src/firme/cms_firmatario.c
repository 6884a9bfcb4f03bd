/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cms_firmatario.c - one signer of a CMS: the bytes, the binding to the
 * certificate, its strength and use, the time, the path.
 *
 * Refuses to call valid: a signature that does not name its certificate
 * (signing-certificate: any certificate with the same key could be put in its
 * place, so at most "integra"), one whose content could be read as signed
 * attributes, attributes said twice, a certificate for other uses.  The time
 * the signer claims is shown and proves nothing.
 * Norms: RFC 5652 5.4, 5.6, 11; RFC 5035; ETSI EN 319 122-1; CAD art. 24.
 */
#include "firme/cms_verifica.h"

#include <ctype.h>
#include <limits.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <string.h>

#define CONTRO_MAX 100		/* counter-signatures of one signature */
#define GRADI_MAX 4		/* of counter-signatures of counter-signatures */

struct giudizio {
	struct trovata t;
	const struct firmato *what;
	CMS_SignerInfo *si;
	X509 *cert;			/* NULL: not found */
	const EVP_MD *md;
};

/* ---- who, and how ---- */

static X509 *
find_certificate(const struct firmato *what, CMS_SignerInfo *si)
{
	STACK_OF(X509) *const places[] = { what->certs, what->f->radici };
	size_t k;
	int i;

	for (k = 0; k < NELEM(places); k++)
		for (i = 0; i < sk_X509_num(places[k]); i++)
			if (CMS_SignerInfo_cert_cmp(si,
			    sk_X509_value(places[k], i)) == 0)
				return sk_X509_value(places[k], i);
	return NULL;
}

static void
name_digest(struct giudizio *g)
{
	const ASN1_OBJECT *oid;
	X509_ALGOR *alg = NULL;
	char *name, *c;

	CMS_SignerInfo_get0_algs(g->si, NULL, NULL, &alg, NULL);
	X509_ALGOR_get0(&oid, NULL, NULL, alg);
	if ((g->md = EVP_get_digestbyobj(oid)) == NULL) {
		trovata_motivo(&g->t, FIRMA_NON_VERIFICATA, "digest-ignoto",
		    "la firma usa un'impronta che non si conosce");
		return;
	}
	name = arena_strdup(g->t.a, OBJ_nid2sn(EVP_MD_get_type(g->md)));
	for (c = name; *c != '\0'; c++)
		*c = (char)tolower((unsigned char)*c);
	g->t.digest = name;
	if (!digest_saldo(EVP_MD_get_type(g->md)))
		trovata_motivo(&g->t, FIRMA_DEBOLE, "digest-debole",
		    "l'impronta %s è troppo debole per crederle", name);
}

/* Usages that all are for something else than signing documents. */
static bool
other_uses_only(X509 *c)
{
	static const int others[] = { NID_server_auth, NID_time_stamp,
	    NID_OCSP_sign, NID_code_sign };
	EXTENDED_KEY_USAGE *all = X509_get_ext_d2i(c, NID_ext_key_usage, NULL,
	    NULL);
	bool only = all != NULL;
	size_t k;
	int i;

	for (i = 0; all != NULL && only && i < sk_ASN1_OBJECT_num(all); i++) {
		int nid = OBJ_obj2nid(sk_ASN1_OBJECT_value(all, i));

		for (k = 0; k < NELEM(others) && others[k] != nid; k++)
			;
		only = k < NELEM(others);
	}
	EXTENDED_KEY_USAGE_free(all);
	ERR_clear_error();
	return only;
}

void
chiave_giudica(struct trovata *t, X509 *cert)
{
	const char *weak = x509_debole(cert);

	t->firmatario = arena_alloc(t->a, sizeof *t->firmatario);
	x509_describe(t->firmatario, t->a, cert);
	if (weak != NULL)
		trovata_motivo(t, FIRMA_DEBOLE, "chiave-debole", "%s", weak);
	if (!t->firmatario->puo_firmare || other_uses_only(cert) ||
	    (X509_get_extension_flags(cert) & EXFLAG_INVALID) != 0)
		trovata_motivo(t, FIRMA_NON_VALIDA,
		    "certificato-non-per-firma",
		    "il certificato non è per firmare documenti");
	t->passi |= PASSO_CHIAVE;
}

/* ---- the bytes ---- */

static enum esito
damaged(struct giudizio *g, const char *codice, const char *why)
{
	ERR_clear_error();
	trovata_motivo(&g->t, FIRMA_NON_VALIDA, codice, "%s", why);
	return FIRMA_NON_VALIDA;
}

/* The one value of a signed attribute that may be there once; NULL. */
static void *
signed_value(CMS_SignerInfo *si, int nid, int type)
{
	return CMS_signed_get0_data_by_OBJ(si, OBJ_nid2obj(nid), -3, type);
}

/* message-digest and content-type say what was signed (RFC 5652 5.6). */
static bool
attributes_hold(struct giudizio *g)
{
	const struct firmato *w = g->what;
	const ASN1_OCTET_STRING *said = signed_value(g->si,
	    NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING);
	const ASN1_OBJECT *type = signed_value(g->si, NID_pkcs9_contentType,
	    V_ASN1_OBJECT);
	unsigned char md[EVP_MAX_MD_SIZE];
	unsigned int len = 0;

	if (said == NULL || (w->tipo != NULL && (type == NULL ||
	    OBJ_cmp(type, w->tipo) != 0))) {
		damaged(g, "attributi-guasti", "gli attributi firmati non "
		    "sono quelli che devono essere");
		return false;
	}
	if (EVP_Digest(w->contenuto.p, w->contenuto.n, md, &len, g->md,
	    NULL) != 1 || (unsigned int)ASN1_STRING_length(said) != len ||
	    memcmp(ASN1_STRING_get0_data(said), md, len) != 0) {
		damaged(g, "contenuto-alterato",
		    "il contenuto non è quello che è stato firmato");
		return false;
	}
	return true;
}

/* The signed attributes as they were signed: in the order received. */
static void
attributes_der(struct buf *out, CMS_SignerInfo *si)
{
	unsigned char head[8], *p = head, *der;
	AUTO_BUF all = { 0 };
	int i, n;

	for (i = 0; i < CMS_signed_get_attr_count(si); i++) {
		der = NULL;
		n = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(si, i), &der);
		if (n > 0)
			buf_append(&all, der, (size_t)n);
		OPENSSL_free(der);
	}
	ASN1_put_object(&p, 1, (int)all.len, V_ASN1_SET, V_ASN1_UNIVERSAL);
	buf_append(out, head, (size_t)(p - head));
	buf_append(out, buf_str(&all), all.len);
}

/* 1: good, 0: not, -1: not a way of signing that is done by hand here. */
static int
verify_raw(struct giudizio *g, const void *p, size_t n)
{
	const ASN1_OCTET_STRING *v = CMS_SignerInfo_get0_signature(g->si);
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	const ASN1_OBJECT *oid;
	X509_ALGOR *alg = NULL;
	int ok;

	CMS_SignerInfo_get0_algs(g->si, NULL, NULL, NULL, &alg);
	X509_ALGOR_get0(&oid, NULL, NULL, alg);
	if (ctx == NULL)
		abort();
	ok = OBJ_obj2nid(oid) == NID_rsassaPss ? -1 :
	    EVP_DigestVerifyInit(ctx, NULL, g->md, NULL,
	    X509_get0_pubkey(g->cert)) == 1 &&
	    EVP_DigestVerify(ctx, ASN1_STRING_get0_data(v),
	    (size_t)ASN1_STRING_length(v), p, n) == 1;
	EVP_MD_CTX_free(ctx);
	ERR_clear_error();
	return ok;
}

/* As verify_raw, over the signed attributes. */
static int
verify_attributes(struct giudizio *g)
{
	AUTO_BUF der = { 0 };
	int ok;

	/* libcrypto wants a content-type, which a counter-signature has not */
	if (g->what->tipo != NULL) {
		ok = CMS_SignerInfo_verify(g->si) == 1;
		ERR_clear_error();
		return ok;
	}
	attributes_der(&der, g->si);
	return verify_raw(g, der.data, der.len);
}

/* Are these bytes one SET, from the first to the last, as attributes are when
 * they are signed? */
static bool
like_attributes(const struct byte_dati *c)
{
	const unsigned char *p = c->p;
	int tag, class, how;
	long len;

	how = c->n > LONG_MAX ? 0x80 :
	    ASN1_get_object(&p, &len, &tag, &class, (long)c->n);
	ERR_clear_error();
	return (how & 0x80) == 0 && tag == V_ASN1_SET &&
	    class == V_ASN1_UNIVERSAL &&
	    p + len == (const unsigned char *)c->p + c->n;
}

static void
judge_bytes(struct giudizio *g)
{
	const struct byte_dati *c = &g->what->contenuto;
	bool attributes = CMS_signed_get_attr_count(g->si) > 0;
	int ok;

	if (c->p == NULL) {
		trovata_motivo(&g->t, FIRMA_NON_VERIFICATA,
		    "contenuto-assente", "il contenuto firmato non c'è");
		return;
	}
	if (g->md == NULL || (attributes && !attributes_hold(g)))
		return;
	/* the same signature would fit attributes that nobody signed */
	if (!attributes && like_attributes(c)) {
		damaged(g, "contenuto-ambiguo", "ciò che è firmato ha la forma "
		    "di attributi firmati: la stessa firma varrebbe per un "
		    "altro contenuto");
		return;
	}
	CMS_SignerInfo_set1_signer_cert(g->si, g->cert);
	ok = attributes ? verify_attributes(g) : verify_raw(g, c->p, c->n);
	if (ok < 0)
		trovata_motivo(&g->t, FIRMA_NON_VERIFICATA,
		    "algoritmo-ignoto", "la firma è fatta in un modo che non "
		    "si sa verificare");
	else if (ok == 0)
		damaged(g, "firma-alterata", "la firma non è di questo "
		    "certificato, o è alterata");
	else
		g->t.passi |= PASSO_BYTE;
}

/* ---- the binding ---- */

/* The certificates a signing-certificate may name: the signer's first. */
static STACK_OF(X509) *
nameable(const struct giudizio *g)
{
	STACK_OF(X509) *all = sk_X509_new_null();
	int i;

	if (all == NULL || sk_X509_push(all, g->cert) == 0)
		abort();
	for (i = 0; i < sk_X509_num(g->what->certs); i++)
		if (sk_X509_push(all, sk_X509_value(g->what->certs, i)) == 0)
			abort();
	return all;
}

static void *
ess_read(CMS_SignerInfo *si, int nid)
{
	const ASN1_STRING *v = signed_value(si, nid, V_ASN1_SEQUENCE);
	const unsigned char *p;

	if (v == NULL)
		return NULL;
	p = ASN1_STRING_get0_data(v);
	if (nid == NID_id_smime_aa_signingCertificate)
		return d2i_ESS_SIGNING_CERT(NULL, &p, ASN1_STRING_length(v));
	return d2i_ESS_SIGNING_CERT_V2(NULL, &p, ASN1_STRING_length(v));
}

static bool
there(CMS_SignerInfo *si, int nid)
{
	return CMS_signed_get_attr_by_NID(si, nid, -1) >= 0;
}

static void
judge_binding(struct giudizio *g)
{
	AUTO(ESS_signing_cert) v1 = ess_read(g->si,
	    NID_id_smime_aa_signingCertificate);
	AUTO(ESS_signing_cert_v2_st) v2 = ess_read(g->si,
	    NID_id_smime_aa_signingCertificateV2);
	STACK_OF(X509) *all;
	bool bound;

	g->t.passi |= PASSO_LEGAME;
	if (!there(g->si, NID_id_smime_aa_signingCertificate) &&
	    !there(g->si, NID_id_smime_aa_signingCertificateV2)) {
		g->t.profilo = "CMS";
		trovata_motivo(&g->t, FIRMA_INTEGRA, "certificato-non-legato",
		    "la firma non dice con quale certificato è fatta "
		    "(manca signing-certificate-v2: non è CAdES)");
		return;
	}
	g->t.profilo = there(g->si, NID_id_smime_aa_ets_sigPolicyId) ?
	    "CAdES-EPES" : "CAdES-BES";
	all = nameable(g);
	bound = (v1 != NULL || v2 != NULL) &&
	    OSSL_ESS_check_signing_certs(v1, v2, all, 1) == 1;
	sk_X509_free(all);
	if (!bound)
		damaged(g, "altro-certificato", "la firma è fatta con un "
		    "altro certificato da quello che porta con sé");
	ERR_clear_error();
}

/* ---- the time, and the path then ---- */

static void
claimed_time(struct giudizio *g)
{
	int i = CMS_signed_get_attr_by_NID(g->si, NID_pkcs9_signingTime, -1);
	const ASN1_TYPE *v = i < 0 ? NULL :
	    X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(g->si, i), 0);
	int64_t t;

	if (v != NULL && (v->type == V_ASN1_UTCTIME ||
	    v->type == V_ASN1_GENERALIZEDTIME) &&
	    tempo_asn1(&t, v->value.asn1_string))
		g->t.dichiarata = t;
}

static void
one_stamp(struct marche *m, struct giudizio *g, const struct quesito *q,
    const ASN1_TYPE *v)
{
	struct byte_dati token;

	if (v == NULL || v->type != V_ASN1_SEQUENCE)
		return;
	token.p = ASN1_STRING_get0_data(v->value.sequence);
	token.n = (size_t)ASN1_STRING_length(v->value.sequence);
	marche_conta(m, &g->t, q, token,
	    CMS_SignerInfo_get0_signature(g->si));
}

/* The stamp over the file it lies in: what is stamped was there. */
static void
outer_stamp(struct marche *m, struct giudizio *g, const struct quesito *q)
{
	const struct marca_fuori *o = g->what->fuori;
	ASN1_OCTET_STRING *whole;

	if (o == NULL || o->token.n == 0 || o->marcato.n > INT32_MAX)
		return;
	if ((whole = ASN1_OCTET_STRING_new()) == NULL ||
	    ASN1_OCTET_STRING_set(whole, o->marcato.p, (int)o->marcato.n) != 1)
		abort();
	marche_conta(m, &g->t, q, o->token, whole);
	ASN1_OCTET_STRING_free(whole);
}

static void
find_stamps(struct marche *m, struct giudizio *g, const struct quesito *q)
{
	int i = -1, k, n = 0;

	while ((i = CMS_unsigned_get_attr_by_NID(g->si,
	    NID_id_smime_aa_timeStampToken, i)) >= 0) {
		X509_ATTRIBUTE *at = CMS_unsigned_get_attr(g->si, i);

		for (k = 0; k < X509_ATTRIBUTE_count(at); k++)
			if (n++ < MARCHE_MAX)
				one_stamp(m, g, q,
				    X509_ATTRIBUTE_get0_type(at, k));
	}
	ERR_clear_error();
}

static void
judge_time(struct giudizio *g)
{
	const struct firmato *w = g->what;
	struct quesito q = { .cert = g->cert, .altri = w->certs,
	    .crl = w->crl, .radici = w->f->radici, .f = w->f,
	    .ora = w->f->ora };
	struct marche m = { 0 };

	find_stamps(&m, g, &q);
	if (m.certa != 0 && strcmp(g->t.profilo, "CAdES-BES") == 0)
		g->t.profilo = "CAdES-T";
	outer_stamp(&m, g, &q);
	tempo_giudica(&g->t, &q, &m);
}

/* ---- counter-signatures ---- */

static void
wrap(struct buf *out, int tag, int class, const struct buf *in)
{
	unsigned char head[8], *p = head;

	ASN1_put_object(&p, 1, (int)in->len, tag, class);
	buf_append(out, head, (size_t)(p - head));
	buf_append(out, in->data != NULL ? in->data : "", in->len);
}

/* A counter-signature is a bare SignerInfo: dressed as a message, it can be
 * read by the same means. */
static CMS_ContentInfo *
dress(const ASN1_STRING *info)
{
	static const char version[] = "\x02\x01\x01\x31\x00";
	static const char data[] = "\x30\x0b\x06\x09\x2a\x86\x48\x86\xf7\x0d"
	    "\x01\x07\x01";
	static const char signed_oid[] = "\x06\x09\x2a\x86\x48\x86\xf7\x0d"
	    "\x01\x07\x02";
	AUTO_BUF one = { 0 }, body = { 0 }, seq = { 0 }, in = { 0 },
	    whole = { 0 };
	const unsigned char *p;

	buf_append(&one, ASN1_STRING_get0_data(info),
	    (size_t)ASN1_STRING_length(info));
	buf_append(&body, version, sizeof version - 1);
	buf_append(&body, data, sizeof data - 1);
	wrap(&body, V_ASN1_SET, V_ASN1_UNIVERSAL, &one);
	wrap(&seq, V_ASN1_SEQUENCE, V_ASN1_UNIVERSAL, &body);
	buf_append(&in, signed_oid, sizeof signed_oid - 1);
	wrap(&in, 0, V_ASN1_CONTEXT_SPECIFIC, &seq);
	wrap(&whole, V_ASN1_SEQUENCE, V_ASN1_UNIVERSAL, &in);
	p = (const unsigned char *)whole.data;
	return d2i_CMS_ContentInfo(NULL, &p, (long)whole.len);
}

/* What cannot be read is shown all the same, as not verified. */
static struct nodo *
unreadable(enum esito *e, struct arena *a, const char *codice, const char *why)
{
	struct nodo *n = nodo_new(a, "firma"), *m;

	nodo_set(a, n, "esito", esito_nome(FIRMA_NON_VERIFICATA));
	m = nodo_elem_text(a, n, "motivo", why);
	nodo_set(a, m, "codice", codice);
	*e = esito_peggiore(*e, FIRMA_NON_VERIFICATA);
	return n;
}

static struct nodo *
one_counter(enum esito *e, struct giudizio *g, struct prova ***coda,
    const ASN1_TYPE *v)
{
	const ASN1_OCTET_STRING *over = CMS_SignerInfo_get0_signature(g->si);
	AUTO(CMS_ContentInfo_st) cms = NULL;
	struct firmato what = *g->what;
	STACK_OF(CMS_SignerInfo) *all;

	if (what.gradi >= GRADI_MAX)
		return unreadable(e, g->t.a, "troppe-controfirme",
		    "troppe controfirme una sull'altra");
	if (v != NULL && v->type == V_ASN1_SEQUENCE)
		cms = dress(v->value.sequence);
	all = cms != NULL ? CMS_get0_SignerInfos(cms) : NULL;
	ERR_clear_error();
	if (all == NULL || sk_CMS_SignerInfo_num(all) != 1)
		return unreadable(e, g->t.a, "controfirma-illeggibile",
		    "la controfirma non si legge");
	what.gradi++;
	what.tipo = NULL;
	what.contenuto.p = ASN1_STRING_get0_data(over);
	what.contenuto.n = (size_t)ASN1_STRING_length(over);
	return firmatario_giudica(e, g->t.a, coda, &what,
	    sk_CMS_SignerInfo_value(all, 0));
}

static void
counters(enum esito *e, struct giudizio *g, struct nodo *firma,
    struct prova ***coda)
{
	int i = -1, k, n = 0;

	while ((i = CMS_unsigned_get_attr_by_NID(g->si,
	    NID_pkcs9_countersignature, i)) >= 0) {
		X509_ATTRIBUTE *at = CMS_unsigned_get_attr(g->si, i);

		for (k = 0; k < X509_ATTRIBUTE_count(at); k++) {
			if (n++ >= CONTRO_MAX) {
				*e = esito_peggiore(*e, FIRMA_NON_VERIFICATA);
				return;
			}
			nodo_add(firma, one_counter(e, g, coda,
			    X509_ATTRIBUTE_get0_type(at, k)));
		}
	}
	ERR_clear_error();
}

/* ---- all of it ---- */

static void
judge(struct giudizio *g)
{
	name_digest(g);
	claimed_time(g);
	g->cert = find_certificate(g->what, g->si);
	if (g->cert == NULL) {
		trovata_motivo(&g->t, FIRMA_IGNOTA, "certificato-assente",
		    "il certificato di chi ha firmato non c'è");
		return;
	}
	judge_bytes(g);
	judge_binding(g);
	chiave_giudica(&g->t, g->cert);
	judge_time(g);
}

struct nodo *
firmatario_giudica(enum esito *e, struct arena *a, struct prova ***coda,
    const struct firmato *what, CMS_SignerInfo *si)
{
	struct giudizio g = { .what = what, .si = si };
	struct nodo *firma;

	trovata_init(&g.t, a);
	judge(&g);
	firma = trovata_close(&g.t, coda);
	*e = esito_peggiore(*e, g.t.esito);
	counters(e, &g, firma, coda);
	return firma;
}
