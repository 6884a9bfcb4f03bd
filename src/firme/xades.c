/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xades.c - XML of others judged: by the same steps as CMS (cms_interno.h),
 * and with the same tree as its outcome.
 *
 * Refuses a certificate that its signed properties do not name, whatever key
 * stands beside it.  Norms: ETSI EN 319 132-1, EN 319 102-1.
 */
#include <openssl/err.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "firme/cms_interno.h"
#include "firme/xades_interno.h"

#define CERTIFICATI_MAX 20

/* ---- certificates ---- */

/* NULL: not one. */
static X509 *
certificate(struct arena *a, const xmlNode *n)
{
	struct byte_dati der = { NULL, 0 };
	const unsigned char *p;
	X509 *c = NULL;

	if (xades_base64(&der, a, xades_text(a, n)) && der.n > 0) {
		p = der.p;
		c = d2i_X509(NULL, &p, (long)der.n);
		if (c != NULL && p != (const unsigned char *)der.p + der.n) {
			X509_free(c);
			c = NULL;
		}
	}
	ERR_clear_error();
	return c;
}

static STACK_OF(X509) *
certificates(struct xades *x)
{
	STACK_OF(X509) *out = sk_X509_new_null();
	xmlNodePtr data, n;
	X509 *c;

	if (out == NULL)
		abort();
	for (data = xades_child(x->chiavi, DS, "X509Data"); data != NULL;
	    data = xades_next(data))
		for (n = xades_child(data, DS, "X509Certificate"); n != NULL;
		    n = xades_next(n))
			if (sk_X509_num(out) < CERTIFICATI_MAX &&
			    (c = certificate(x->a, n)) != NULL &&
			    sk_X509_push(out, c) == 0)
				abort();
	return out;
}

/* The one whose digest the signed properties bear. */
static X509 *
signer(struct xades *x, const STACK_OF(X509) *list)
{
	const EVP_MD *md = EVP_get_digestbyname(x->cert_digest);
	unsigned char is[EVP_MAX_MD_SIZE];
	struct byte_dati want;
	unsigned n;
	int i;

	if (md == NULL || !xades_base64(&want, x->a, x->cert_valore))
		return NULL;
	for (i = 0; i < sk_X509_num(list); i++)
		if (X509_digest(sk_X509_value(list, i), md, is, &n) == 1 &&
		    n == want.n && memcmp(is, want.p, n) == 0)
			return sk_X509_value(list, i);
	return NULL;
}

/* ---- judging ---- */

/* One SignatureTimeStamp: over the canonical SignatureValue. */
static void
one_stamp(struct marche *m, struct trovata *t, struct xades *x,
    const struct quesito *q, const xmlNode *stamp)
{
	const xmlNode *how = xades_child(stamp, DS, "CanonicalizationMethod");
	const xmlNode *token = xades_child(stamp, XADES,
	    "EncapsulatedTimeStamp");
	ASN1_OCTET_STRING *over = ASN1_OCTET_STRING_new();
	struct byte_dati der = { NULL, 0 };
	AUTO_BUF value = { 0 };

	if (over == NULL)
		abort();
	if (token != NULL && xades_base64(&der, x->a, xades_text(x->a,
	    token)) && xml_canonico_nodo(&value, x->valore, how != NULL ?
	    xades_attribute(x->a, how, "Algorithm") : NULL) == 0 &&
	    ASN1_OCTET_STRING_set(over, (unsigned char *)value.data,
	    (int)value.len) == 1)
		marche_conta(m, t, q, der, over);
	else
		trovata_motivo(t, FIRMA_VALIDA, "marca-non-valida",
		    "la marca temporale non si legge");
	ASN1_OCTET_STRING_free(over);
	err_clear();
}

static void
judge_time(struct trovata *t, struct xades *x, struct quesito *q)
{
	const xmlNode *n = xades_child(xades_child(x->proprieta->parent, XADES,
	    "UnsignedProperties"), XADES, "UnsignedSignatureProperties");
	struct marche m = { 0 };
	int count = 0;

	for (n = xades_child(n, XADES, "SignatureTimeStamp"); n != NULL &&
	    count++ < MARCHE_MAX; n = xades_next(n))
		one_stamp(&m, t, x, q, n);
	if (m.certa != 0)
		t->profilo = "XAdES-T";
	tempo_giudica(t, q, &m);
}

static void
judge(struct trovata *t, struct xades *x, const struct fidata *f)
{
	AUTO(stack_st_X509) list = certificates(x);
	X509 *cert = signer(x, list);
	struct quesito q = { .cert = cert, .altri = list, .radici = f->radici,
	    .f = f, .ora = f->ora };

	if (cert == NULL) {
		trovata_motivo(t, FIRMA_NON_VALIDA, "certificato-diverso",
		    "il certificato che la firma nomina non è fra quelli che "
		    "porta");
		return;
	}
	t->digest = x->digest;
	t->dichiarata = x->dichiarata;
	t->passi |= PASSO_LEGAME;
	if (xades_holds(x, cert))
		t->passi |= PASSO_BYTE;
	else
		trovata_motivo(t, x->esito, x->codice, "%s", x->testo);
	if (x->debole)
		trovata_motivo(t, FIRMA_DEBOLE, "digest-debole",
		    "un'impronta della firma è troppo debole per crederle");
	chiave_giudica(t, cert);
	judge_time(t, x, &q);
}

static struct nodo *
tree(struct arena *a, const struct trovata *t, struct nodo *firma,
    const void *xml, size_t n)
{
	struct nodo *firme = nodo_new(a, "firme"), *c;
	char impronta[IMPRONTA_LEN + 1];

	hash_hex(impronta, xml, n);
	nodo_set(a, firme, "formato", "xades");
	nodo_set(a, firme, "esito", esito_nome(t->esito));
	c = nodo_elem(a, firme, "contenuto");
	nodo_set(a, c, "impronta", impronta);
	nodo_set(a, c, "dimensione", arena_printf(a, "%zu", n));
	nodo_add(firme, firma);
	return firme;
}

int
verifica_xades(struct nodo **out, struct prova **prove, struct arena *a,
    const void *xml, size_t n, const struct fiducia *f)
{
	struct xades x = { .a = a };
	struct prova *prime = NULL, **coda = &prime;
	AUTO(fidata) fidata = NULL;
	AUTO_DOC doc = NULL;
	struct nodo *firma;
	struct trovata t;
	int r;

	if ((r = xades_init()) != 0 ||
	    (r = xml_bytes_firmati(&doc, xml, n)) != 0)
		return r;
	x.doc = doc;
	if ((r = xades_read(&x)) != 0 || (r = fidata_read(&fidata, f)) != 0)
		return r;
	trovata_init(&t, a);
	t.profilo = x.leggibile ? "XAdES-B" : NULL;
	if (x.leggibile)
		judge(&t, &x, fidata);
	else
		trovata_motivo(&t, x.esito, x.codice, "%s", x.testo);
	firma = trovata_close(&t, &coda);
	*out = tree(a, &t, firma, xml, n);
	if (prove != NULL) {
		while (*prove != NULL)
			prove = &(*prove)->succ;
		*prove = prime;
	}
	return 0;
}
