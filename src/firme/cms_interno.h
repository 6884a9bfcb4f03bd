/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cms_interno.h - of the room firme/ alone: the X.509 side, the only place that
 * sees libcrypto's certificates, messages and stamps.
 *
 * A signature is judged in steps (trovata): each step that finds something
 * lowers the esito and says why; one that has been left out leaves it "non
 * verificata".  XAdES is judged by the same steps.
 */
#ifndef FIRME_CMS_INTERNO_H
#define FIRME_CMS_INTERNO_H

#include <openssl/cms.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include "firme/cms.h"
#include "firme/firme.h"

#define CERTIFICATO_MAX 65536	/* bytes of one certificate, also as PEM */
#define RSA_MIN_BIT 2048
#define CURVA_MIN_BIT 256

AUTO_DEFINE(bio_st, BIO_free_all)
AUTO_DEFINE(x509_st, X509_free)
AUTO_DEFINE(evp_pkey_st, EVP_PKEY_free)
AUTO_DEFINE(PKCS12_st, PKCS12_free)
AUTO_DEFINE(CMS_ContentInfo_st, CMS_ContentInfo_free)
AUTO_DEFINE(x509_store_st, X509_STORE_free)
AUTO_DEFINE(x509_store_ctx_st, X509_STORE_CTX_free)
AUTO_DEFINE(pkcs7_st, PKCS7_free)
AUTO_DEFINE(TS_resp_st, TS_RESP_free)
AUTO_DEFINE(TS_req_st, TS_REQ_free)
AUTO_DEFINE(TS_msg_imprint_st, TS_MSG_IMPRINT_free)
AUTO_DEFINE(TS_verify_ctx, TS_VERIFY_CTX_free)
AUTO_DEFINE(TS_tst_info_st, TS_TST_INFO_free)
AUTO_DEFINE(ocsp_response_st, OCSP_RESPONSE_free)
AUTO_DEFINE(ocsp_basic_response_st, OCSP_BASICRESP_free)
AUTO_DEFINE(ESS_signing_cert, ESS_SIGNING_CERT_free)
AUTO_DEFINE(ESS_signing_cert_v2_st, ESS_SIGNING_CERT_V2_free)

static inline void
x509_stack_free(STACK_OF(X509) *s)
{
	sk_X509_pop_free(s, X509_free);
}
AUTO_DEFINE(stack_st_X509, x509_stack_free)

static inline void
crl_stack_free(STACK_OF(X509_CRL) *s)
{
	sk_X509_CRL_pop_free(s, X509_CRL_free);
}
AUTO_DEFINE(stack_st_X509_CRL, crl_stack_free)

/* Our code and words, then the reason libcrypto gives; its queue is emptied. */
int err_ssl(int code, const char *fmt, ...) PRINTF(2, 3);
#if defined(__clang_analyzer__) && !defined(ERR_SSL_C)	/* as in base/err.h */
#define err_ssl(code, ...) ((void)(err_ssl)(code, __VA_ARGS__), (code))
#endif

/* Bytes of others as a BIO to read from; they must outlive it. */
BIO *bio_from(const void *p, size_t n);

/* ---- certificates ---- */

/* Words of others as one line for a document of ours: UTF-8, nothing that does
 * not show, at most 200 characters; NULL when nothing is left. */
const char *riga_altrui(struct arena *a, const char *s, size_t n);

/* Exactly one, DER or PEM. */
int x509_read(X509 **out, const void *p, size_t n) MUST;
/* All there are: one DER, or a PEM with any number; added to `out`. */
int x509_read_all(STACK_OF(X509) *out, const void *p, size_t n) MUST;
/* Describes it, whatever its key. */
void x509_describe(struct certificato *out, struct arena *a, X509 *c);
/* Its DER, in the arena; {NULL, 0}: libcrypto could not write it. */
struct byte_dati x509_der(struct arena *a, X509 *c);
/* Why its key is too weak, or of a kind that is not for us (Italian); NULL. */
const char *x509_debole(X509 *c);
/* Seconds UTC; false: it is no time. */
bool tempo_asn1(int64_t *out, const ASN1_TIME *t);

/* SHA-256 and better. */
bool digest_saldo(int nid);

/* ---- judging ---- */

/* The fiducia of the caller, read. */
struct fidata {
	STACK_OF(X509) *radici, *radici_tsa;
	STACK_OF(X509_CRL) *crl;
	const struct byte_dati *ocsp;
	int64_t ora;
};
/* fault: a root is no certificate.  A CRL that cannot be read is left out. */
int fidata_read(struct fidata **out, const struct fiducia *f) MUST;
void fidata_free(struct fidata *f);
AUTO_DEFINE(fidata, fidata_free)

/* What must have been looked at before a signature is called valid. */
enum {
	PASSO_BYTE = 1,		/* the mathematics, over these bytes */
	PASSO_LEGAME = 2,	/* does it bind this very certificate? */
	PASSO_CHIAVE = 4,	/* digest, key, usage */
	PASSO_PERCORSO = 8,	/* the path, and its validity then */
	PASSO_REVOCA = 16,
	PASSO_TUTTI = 31
};

struct trovata {		/* a signature that is being judged */
	struct arena *a;
	enum esito esito;		/* the worst so far */
	unsigned passi;			/* PASSO_… done */
	const char *profilo, *digest;	/* NULL: not known */
	struct certificato *firmatario;	/* NULL: unknown */
	int64_t dichiarata, marca, riferimento;	/* 0: none */
	const char *fonte;
	struct nodo *motivi, *prove;	/* elements, to be moved */
	struct prova *prime, **coda;	/* the bytes of the evidence */
	int n_motivi, n_prove;
};

void trovata_init(struct trovata *t, struct arena *a);
/* A finding: esito becomes the worse of both (VALIDA: a remark). */
void trovata_motivo(struct trovata *t, enum esito e, const char *codice,
    const char *fmt, ...) PRINTF(4, 5);
/* Evidence; what is there already is not added again. */
void trovata_prova(struct trovata *t, const char *tipo, struct byte_dati b);
/* All that `from` has found. */
void trovata_merge(struct trovata *t, const struct trovata *from);
/* Its <firma>; the evidence goes to **coda, which moves on. */
struct nodo *trovata_close(struct trovata *t, struct prova ***coda);

struct quesito {		/* may this certificate be believed then? */
	X509 *cert;
	STACK_OF(X509) *altri;		/* what came with it */
	STACK_OF(X509_CRL) *crl;	/* the same; NULL */
	STACK_OF(X509) *radici;
	const struct fidata *f;
	int64_t ora;
};
/* Whose it is, how strong, for which use: PASSO_CHIAVE. */
void chiave_giudica(struct trovata *t, X509 *cert);
/* Path, validity, revocation: PASSO_PERCORSO, PASSO_REVOCA. */
void percorso_giudica(struct trovata *t, const struct quesito *q);
/* Does some revocation say anything of `cert`, issued by `da`?  Evidence and
 * motivo go to t. */
void revoca_giudica(struct trovata *t, const struct quesito *q, X509 *cert,
    X509 *da);
/* A store for X509_verify_cert: these anchors at that time. */
X509_STORE *ancore(const STACK_OF(X509) *radici, int64_t ora);

/*
 * One time stamp over the signature value.  VALIDA: *ora is proven; INTEGRA:
 * but it is not known whether the authority's certificate was revoked;
 * anything else: it proves nothing, and t has a remark.
 */
enum esito marca_giudica(int64_t *ora, struct trovata *t,
    const struct quesito *q, struct byte_dati token,
    const ASN1_OCTET_STRING *valore);

struct marche {			/* the earliest of each, 0: none */
	int64_t certa, incerta;
};
#define MARCHE_MAX 8		/* stamps of one signature looked at */
/* marca_giudica, and what it says of the time is kept in m. */
void marche_conta(struct marche *m, struct trovata *t,
    const struct quesito *q, struct byte_dati token,
    const ASN1_OCTET_STRING *valore);
/* Path, validity and revocation at the time that counts (q->ora is set). */
void tempo_giudica(struct trovata *t, struct quesito *q,
    const struct marche *m);

/* The DER (or BER) within base64, PEM, mail headers; points into p or the
 * arena.  invalid: it is no CMS. */
int busta_der(struct byte_dati *out, struct arena *a, const void *p, size_t n)
    MUST;

struct marca_fuori {		/* a stamp over a whole file */
	struct byte_dati token, marcato;	/* token n 0: none */
};
struct tsd {			/* in the arena */
	struct byte_dati contenuto;
	struct marca_fuori fuori;
};
/* Is it an envelope with a time stamp (RFC 5544)? */
bool tsd_read(struct tsd *out, struct arena *a, struct byte_dati der);

/* The content of a signedData that libcrypto cannot read; in the arena. */
bool ber_contenuto(struct byte_dati *out, struct arena *a,
    struct byte_dati cms);

/* ---- who signs ---- */

struct firmatario {
	struct arena *arena;
	X509 *cert;
	STACK_OF(X509) *altri;		/* its chain, without it */
	EVP_PKEY *key;
	struct certificato detto;
	struct byte_dati der;
	struct gettone *gettone;	/* the token of a PKCS#11 key; NULL */
	void (*lascia)(struct gettone *g);	/* lets the token go */
	/* Why the token did not sign: ERR_ABSENT when it is gone. */
	int (*perche)(struct gettone *g);
};

/* Before a key is opened.  0: libcrypto wipes what it frees, and keys will stand
 * in locked pages.  (To be asked brings pulizia.c in.) */
int pulizia_pronta(void) MUST;
/* Takes all three, also when it fails; checks that they belong together. */
int firmatario_new(struct firmatario **out, X509 *cert, EVP_PKEY *key,
    STACK_OF(X509) *altri) MUST;
/* invalid: at `ora` the certificate is not in force. */
int firmatario_vale(const struct firmatario *f, int64_t ora) MUST;

#endif
