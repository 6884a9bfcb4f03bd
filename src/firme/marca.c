/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * marca.c - RFC 3161 time stamps: asked for, put into a signature, believed.
 *
 * Refuses: an answer about other bytes, a stamp by an authority that was not
 * given for stamps, a digest below SHA-256, a certificate that is not for
 * stamping only (RFC 3161 2.3: the extended usage is critical and alone).
 */
#include "firme/cms_interno.h"

#include <openssl/err.h>
#include <string.h>

/* ---- asking ---- */

/* The only signer of a CMS of ours; *cms owns it. */
static int
only_signer(CMS_SignerInfo **out, CMS_ContentInfo **cms, const void *p7m,
    size_t n)
{
	const unsigned char *p = p7m;
	STACK_OF(CMS_SignerInfo) *all;

	ERR_clear_error();
	if (n == 0 || n > INT32_MAX ||
	    (*cms = d2i_CMS_ContentInfo(NULL, &p, (long)n)) == NULL ||
	    OBJ_obj2nid(CMS_get0_type(*cms)) != NID_pkcs7_signed)
		return err_ssl(ERR_INVALID, "non è una firma CMS in DER");
	all = CMS_get0_SignerInfos(*cms);
	if (sk_CMS_SignerInfo_num(all) != 1)
		return err_set(ERR_INVALID, "si marca una firma alla volta");
	*out = sk_CMS_SignerInfo_value(all, 0);
	return 0;
}

/* SHA-256 of the signature value. */
static TS_MSG_IMPRINT *
imprint(CMS_SignerInfo *si)
{
	const ASN1_OCTET_STRING *v = CMS_SignerInfo_get0_signature(si);
	AUTO(TS_msg_imprint_st) m = TS_MSG_IMPRINT_new();
	X509_ALGOR *alg = X509_ALGOR_new();
	unsigned char md[EVP_MAX_MD_SIZE];
	unsigned int len = 0;
	int ok;

	if (m == NULL || alg == NULL)
		abort();
	X509_ALGOR_set_md(alg, EVP_sha256());
	ok = EVP_Digest(ASN1_STRING_get0_data(v),
	    (size_t)ASN1_STRING_length(v), md, &len, EVP_sha256(), NULL) == 1 &&
	    TS_MSG_IMPRINT_set_algo(m, alg) == 1 &&
	    TS_MSG_IMPRINT_set_msg(m, md, (int)len) == 1;
	X509_ALGOR_free(alg);
	return ok ? MOVE(m) : NULL;
}

int
marca_chiedi(struct buf *tsq, const void *p7m, size_t n)
{
	AUTO(CMS_ContentInfo_st) cms = NULL;
	AUTO(TS_msg_imprint_st) m = NULL;
	AUTO(TS_req_st) req = TS_REQ_new();
	CMS_SignerInfo *si;
	unsigned char *der = NULL;
	int r, len;

	if ((r = only_signer(&si, &cms, p7m, n)) != 0)
		return r;
	if (req == NULL || (m = imprint(si)) == NULL ||
	    TS_REQ_set_version(req, 1) != 1 ||
	    TS_REQ_set_msg_imprint(req, m) != 1 ||
	    TS_REQ_set_cert_req(req, 1) != 1 ||
	    (len = i2d_TS_REQ(req, &der)) <= 0)
		return err_ssl(ERR_FAULT, "richiesta di marca temporale");
	buf_append(tsq, der, (size_t)len);
	OPENSSL_free(der);
	return 0;
}

/* ---- the answer ---- */

/* What the authority says when it says no. */
static int
denied(const TS_STATUS_INFO *s)
{
	AUTO(arena) a = arena_new();
	const STACK_OF(ASN1_UTF8STRING) *words = TS_STATUS_INFO_get0_text(s);
	const char *text = NULL;

	if (words != NULL && sk_ASN1_UTF8STRING_num(words) > 0) {
		const ASN1_UTF8STRING *w = sk_ASN1_UTF8STRING_value(words, 0);

		text = riga_altrui(a, (const char *)ASN1_STRING_get0_data(w),
		    (size_t)ASN1_STRING_length(w));
	}
	return err_set(ERR_INVALID, "l'autorità di marcatura rifiuta la "
	    "marca: %s", text != NULL ? text : "non dice perché");
}

/* Is the token about this imprint?  (The parameters of SHA-256 may be NULL or
 * absent: the parts are compared.) */
static bool
answers(TS_TST_INFO *tst, TS_MSG_IMPRINT *mine)
{
	TS_MSG_IMPRINT *its = TS_TST_INFO_get_msg_imprint(tst);
	const ASN1_OBJECT *md;

	X509_ALGOR_get0(&md, NULL, NULL, TS_MSG_IMPRINT_get_algo(its));
	return OBJ_obj2nid(md) == NID_sha256 &&
	    ASN1_OCTET_STRING_cmp(TS_MSG_IMPRINT_get_msg(its),
	    TS_MSG_IMPRINT_get_msg(mine)) == 0;
}

static int
answer_read(TS_RESP **out, const void *tsr, size_t n)
{
	AUTO(TS_resp_st) resp = NULL;
	const unsigned char *p = tsr;
	TS_STATUS_INFO *s;
	long status;

	if (n > 0 && n <= INT32_MAX)
		resp = d2i_TS_RESP(NULL, &p, (long)n);
	if (resp == NULL)
		return err_ssl(ERR_INVALID, "la risposta non è una marca "
		    "temporale");
	s = TS_RESP_get_status_info(resp);
	status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(s));
	if (status != TS_STATUS_GRANTED &&
	    status != TS_STATUS_GRANTED_WITH_MODS)
		return denied(s);
	/* what grants a stamp and has none was not read */
	*out = MOVE(resp);
	return 0;
}

/* Its own signature, by the certificate inside: whom to trust is for later. */
static bool
token_sound(PKCS7 *token)
{
	return PKCS7_verify(token, NULL, NULL, NULL, NULL,
	    PKCS7_NOVERIFY) == 1;
}

static int
put(struct buf *out, CMS_ContentInfo *cms, CMS_SignerInfo *si, PKCS7 *token)
{
	unsigned char *der = NULL, *whole = NULL;
	int len, n = 0;
	bool ok;

	len = i2d_PKCS7(token, &der);
	ok = len > 0 && CMS_unsigned_add1_attr_by_NID(si,
	    NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, der, len) == 1 &&
	    (n = i2d_CMS_ContentInfo(cms, &whole)) > 0;
	OPENSSL_free(der);
	if (!ok)
		return err_ssl(ERR_FAULT, "la marca non entra nella firma");
	buf_append(out, whole, (size_t)n);
	OPENSSL_free(whole);
	return 0;
}

int
marca_metti(struct buf *out, const void *p7m, size_t n, const void *tsr,
    size_t tsr_len)
{
	AUTO(CMS_ContentInfo_st) cms = NULL;
	AUTO(TS_msg_imprint_st) mine = NULL;
	AUTO(TS_resp_st) resp = NULL;
	CMS_SignerInfo *si;
	int r;

	if ((r = only_signer(&si, &cms, p7m, n)) != 0 ||
	    (r = answer_read(&resp, tsr, tsr_len)) != 0)
		return r;
	if ((mine = imprint(si)) == NULL)
		return err_ssl(ERR_FAULT, "impronta della firma");
	if (!answers(TS_RESP_get_tst_info(resp), mine))
		return err_set(ERR_INVALID,
		    "la marca temporale è di un'altra firma");
	if (!token_sound(TS_RESP_get_token(resp)))
		return err_ssl(ERR_INVALID, "la marca temporale non è "
		    "firmata come si deve");
	return put(out, cms, si, TS_RESP_get_token(resp));
}

/* ---- believing ---- */

/* Is the digest in the stamp that of the signature value? */
static bool
stamps(TS_TST_INFO *tst, const ASN1_OCTET_STRING *valore)
{
	TS_MSG_IMPRINT *m = TS_TST_INFO_get_msg_imprint(tst);
	const ASN1_OCTET_STRING *said = TS_MSG_IMPRINT_get_msg(m);
	unsigned char md[EVP_MAX_MD_SIZE];
	const ASN1_OBJECT *algorithm;
	unsigned int len = 0;
	const EVP_MD *how;

	X509_ALGOR_get0(&algorithm, NULL, NULL, TS_MSG_IMPRINT_get_algo(m));
	how = EVP_get_digestbyobj(algorithm);
	return how != NULL && digest_saldo(OBJ_obj2nid(algorithm)) &&
	    EVP_Digest(ASN1_STRING_get0_data(valore),
	    (size_t)ASN1_STRING_length(valore), md, &len, how, NULL) == 1 &&
	    (unsigned int)ASN1_STRING_length(said) == len &&
	    memcmp(ASN1_STRING_get0_data(said), md, len) == 0;
}

/* The certificates in the token, then those beside it; all borrowed. */
static STACK_OF(X509) *
around(const PKCS7 *token, const STACK_OF(X509) *altri)
{
	const STACK_OF(X509) *const places[] = {
	    token->d.sign != NULL ? token->d.sign->cert : NULL, altri };
	STACK_OF(X509) *all = sk_X509_new_null();
	size_t k;
	int i;

	if (all == NULL)
		abort();
	for (k = 0; k < NELEM(places); k++)
		for (i = 0; i < sk_X509_num(places[k]); i++)
			if (sk_X509_push(all, sk_X509_value(places[k], i)) ==
			    0)
				abort();
	return all;
}

/* The certificate that signed the stamp; borrowed. */
static X509 *
authority(PKCS7 *token, STACK_OF(X509) *altri)
{
	STACK_OF(X509) *signers = PKCS7_get0_signers(token, altri, 0);
	X509 *c = signers != NULL && sk_X509_num(signers) == 1 ?
	    sk_X509_value(signers, 0) : NULL;

	sk_X509_free(signers);
	return c;
}

/* Of one that one authority signed. */
static bool
digest_of_token(PKCS7 *token)
{
	STACK_OF(PKCS7_SIGNER_INFO) *all = PKCS7_get_signer_info(token);
	const ASN1_OBJECT *md;
	X509_ALGOR *alg = NULL;

	PKCS7_SIGNER_INFO_get0_algs(sk_PKCS7_SIGNER_INFO_value(all, 0), NULL,
	    &alg, NULL);
	X509_ALGOR_get0(&md, NULL, NULL, alg);
	return digest_saldo(OBJ_obj2nid(md));
}

/* Signature, usage, form of the stamp: all that RFC 3161 asks. */
static bool
token_good(PKCS7 *token, const struct quesito *q, int64_t ora)
{
	AUTO(TS_verify_ctx) ctx = TS_VERIFY_CTX_new();
	STACK_OF(X509) *others = sk_X509_new_null();
	int i;
	bool good;

	if (ctx == NULL || others == NULL)
		abort();
	for (i = 0; q->altri != NULL && i < sk_X509_num(q->altri); i++)
		if (X509_add_cert(others, sk_X509_value(q->altri, i),
		    X509_ADD_FLAG_UP_REF) != 1)
			abort();
	TS_VERIFY_CTX_add_flags(ctx, TS_VFY_SIGNATURE | TS_VFY_VERSION);
	TS_VERIFY_CTX_set_store(ctx, ancore(q->f->radici_tsa, ora));
	TS_VERIFY_CTX_set_certs(ctx, others);	/* both are ctx's now */
	good = digest_of_token(token) && TS_RESP_verify_token(ctx, token) == 1;
	ERR_clear_error();
	return good;
}

static enum esito
nothing_proven(struct trovata *t, const char *codice, const char *why)
{
	ERR_clear_error();
	trovata_motivo(t, FIRMA_VALIDA, codice, "%s", why);
	return FIRMA_NON_VALIDA;
}

/* Its evidence is taken over; what it says of the path is said in a word. */
static enum esito
proven(struct trovata *t, struct trovata *path)
{
	enum esito e = path->esito;

	if (e == FIRMA_INTEGRA)
		trovata_motivo(t, FIRMA_VALIDA, "marca-revoca-non-nota",
		    "non si sa se il certificato dell'autorità di marcatura "
		    "era revocato");
	path->motivi = nodo_new(t->a, "motivi");
	path->passi = 0;
	path->esito = FIRMA_VALIDA;
	trovata_merge(t, path);
	return e;
}

static enum esito
judge(int64_t *ora, struct trovata *t, const struct quesito *q, PKCS7 *token,
    TS_TST_INFO *tst, const ASN1_OCTET_STRING *valore)
{
	struct quesito who = *q;
	struct trovata path;

	if (!stamps(tst, valore) || !tempo_asn1(ora,
	    TS_TST_INFO_get_time(tst)))
		return nothing_proven(t, "marca-non-valida",
		    "la marca temporale non è di questa firma, o è debole");
	who.radici = q->f->radici_tsa;
	who.ora = *ora;
	if ((who.cert = authority(token, q->altri)) == NULL)
		return nothing_proven(t, "marca-ignota", "la marca temporale "
		    "non dice chi l'ha fatta");
	trovata_init(&path, t->a);
	who.altri = around(token, q->altri);
	percorso_giudica(&path, &who);
	sk_X509_free(who.altri);
	if (path.esito != FIRMA_VALIDA && path.esito != FIRMA_INTEGRA)
		return nothing_proven(t, "marca-ignota", "la marca temporale "
		    "non è di un'autorità di cui ci si fida");
	if (!token_good(token, q, *ora))
		return nothing_proven(t, "marca-non-valida",
		    "la marca temporale non è firmata come si deve");
	return proven(t, &path);
}

enum esito
marca_giudica(int64_t *ora, struct trovata *t, const struct quesito *q,
    struct byte_dati token, const ASN1_OCTET_STRING *valore)
{
	AUTO(pkcs7_st) p7 = NULL;
	AUTO(TS_tst_info_st) tst = NULL;
	const unsigned char *p = token.p;

	if ((p7 = d2i_PKCS7(NULL, &p, (long)token.n)) == NULL ||
	    (tst = PKCS7_to_TS_TST_INFO(p7)) == NULL)
		return nothing_proven(t, "marca-non-valida",
		    "la marca temporale non si legge");
	trovata_prova(t, "marca", token);
	return judge(ora, t, q, p7, tst, valore);
}
