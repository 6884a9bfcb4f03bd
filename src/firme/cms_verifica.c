/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cms_verifica.c - all the signatures of a file: CMS in CMS, in an envelope
 * with a stamp, signers, counter-signatures; and the content, whatever they
 * are worth.
 *
 * Refuses to call valid: what is not all looked at, what has bytes behind it,
 * a file whose content is not the one it is said to be of.  Signed files in a
 * signed file are opened to 8 levels; below that nothing is said to be valid.
 */
#include "firme/cms_verifica.h"

#include <openssl/err.h>
#include <string.h>

#define LIVELLI_MAX 8
#define FIRME_MAX 100		/* of one level: schema/documenti/verdetto.xsd */

struct esame {
	struct arena *a;
	const struct fidata *f;
	struct prova **coda;
	const struct byte_dati *staccato;
	const struct marca_fuori *fuori;	/* around what is being read */
};

/* One level: a signedData and what is in it. */
struct livello {
	CMS_ContentInfo *cms;		/* NULL: it cannot be read */
	STACK_OF(X509) *certs;
	STACK_OF(X509_CRL) *crl;
	struct byte_dati contenuto;	/* p NULL: it is elsewhere */
	bool dentro;			/* it is inside */
	bool coda;			/* bytes behind the message */
	bool diverso;			/* content inside and beside differ */
};

static void
livello_free(struct livello *l)
{
	x509_stack_free(l->certs);
	crl_stack_free(l->crl);
	CMS_ContentInfo_free(l->cms);
}

static int
wrong_kind(CMS_ContentInfo *cms)
{
	switch (OBJ_obj2nid(CMS_get0_type(cms))) {
	case NID_pkcs7_signed:
		return 0;
	case NID_pkcs7_enveloped:
	case NID_id_smime_ct_authEnvelopedData:
		return err_set(ERR_INVALID, "è una busta cifrata, non un file "
		    "firmato");
	default:
		return err_set(ERR_INVALID, "non è un file firmato CMS");
	}
}

static bool
only_padding(const unsigned char *p, const unsigned char *end)
{
	for (; p < end; p++)
		if (*p != '\0' && *p != '\r' && *p != '\n' && *p != ' ')
			return false;
	return true;
}

/* The content: inside, or the one that is beside. */
static void
find_content(struct livello *l, const struct byte_dati *staccato)
{
	ASN1_OCTET_STRING **in = CMS_get0_content(l->cms);

	if (in != NULL && *in != NULL) {
		l->dentro = true;
		l->contenuto.p = ASN1_STRING_get0_data(*in);
		l->contenuto.n = (size_t)ASN1_STRING_length(*in);
		l->diverso = staccato != NULL &&
		    (staccato->n != l->contenuto.n || memcmp(staccato->p,
		    l->contenuto.p, staccato->n) != 0);
	} else if (staccato != NULL) {
		l->contenuto = *staccato;
	}
}

static int
livello_read(struct livello *l, struct arena *a, struct byte_dati der,
    const struct byte_dati *staccato)
{
	const unsigned char *p = der.p;
	int r;

	ERR_clear_error();
	if (der.n > INT32_MAX)
		return err_set(ERR_INVALID, "file firmato troppo grande");
	if ((l->cms = d2i_CMS_ContentInfo(NULL, &p, (long)der.n)) == NULL) {
		r = err_ssl(ERR_INVALID, "il file firmato è tronco o "
		    "danneggiato");
		l->dentro = ber_contenuto(&l->contenuto, a, der);
		return l->dentro ? 0 : r;
	}
	if ((r = wrong_kind(l->cms)) != 0)
		return r;
	l->coda = !only_padding(p, (const unsigned char *)der.p + der.n);
	l->certs = CMS_get1_certs(l->cms);
	l->crl = CMS_get1_crls(l->cms);
	find_content(l, staccato);
	ERR_clear_error();
	return 0;
}

/* ---- the tree ---- */

/* A finding about the whole of a level. */
static void
level_motive(struct arena *a, struct nodo *firme, enum esito *e,
    enum esito worse, const char *codice, const char *text)
{
	struct nodo *n = nodo_elem_text(a, firme, "motivo", text);

	nodo_set(a, n, "codice", codice);
	*e = esito_peggiore(*e, worse);
}

static int
count(const struct livello *l)
{
	return l->cms == NULL ? 0 :
	    sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(l->cms));
}

static void
level_findings(struct esame *x, struct nodo *firme, enum esito *e,
    const struct livello *l)
{
	int signers = count(l);

	if (l->coda)
		level_motive(x->a, firme, e, FIRMA_NON_VALIDA, "byte-in-coda",
		    "dietro la firma ci sono byte che nessuno ha firmato");
	if (l->diverso)
		level_motive(x->a, firme, e, FIRMA_NON_VALIDA,
		    "contenuto-diverso", "il contenuto firmato non è quello "
		    "consegnato");
	if (l->cms == NULL)
		level_motive(x->a, firme, e, FIRMA_NON_VERIFICATA,
		    "firma-illeggibile", "il file firmato è tronco o "
		    "danneggiato: se ne legge il contenuto, la firma no");
	else if (signers <= 0)
		level_motive(x->a, firme, e, FIRMA_NON_VERIFICATA,
		    "nessuna-firma", "nel file non c'è nessuna firma");
	if (signers > FIRME_MAX)
		level_motive(x->a, firme, e, FIRMA_NON_VERIFICATA,
		    "troppe-firme", "ci sono più di cento firme: non si sono "
		    "guardate tutte");
}

static void
add_content(struct arena *a, struct nodo *firme, struct byte_dati c)
{
	char impronta[IMPRONTA_LEN + 1];
	struct nodo *n;

	if (c.p == NULL)
		return;
	hash_hex(impronta, c.p, c.n);
	n = nodo_elem(a, firme, "contenuto");
	nodo_set(a, n, "impronta", impronta);
	nodo_set(a, n, "dimensione", arena_printf(a, "%zu", c.n));
}

static void
add_signatures(struct esame *x, struct nodo *firme, enum esito *e,
    struct livello *l)
{
	struct firmato what = { .certs = l->certs, .crl = l->crl,
	    .contenuto = l->contenuto, .f = x->f, .fuori = x->fuori };
	STACK_OF(CMS_SignerInfo) *all;
	int i;

	if (l->cms == NULL)
		return;
	what.tipo = CMS_get0_eContentType(l->cms);
	all = CMS_get0_SignerInfos(l->cms);
	for (i = 0; i < sk_CMS_SignerInfo_num(all) && i < FIRME_MAX; i++)
		nodo_add(firme, firmatario_giudica(e, x->a, &x->coda, &what,
		    sk_CMS_SignerInfo_value(all, i)));
}

static int open_level(struct nodo **out, struct buf *contenuto,
    struct esame *x, struct byte_dati b, int level);

/* A signed file within; the content is its content then. */
static int
go_deeper(struct nodo *firme, enum esito *e, struct buf *contenuto,
    struct esame *x, const struct livello *l, int level)
{
	struct nodo *inner;
	int r;

	if (level + 1 >= LIVELLI_MAX) {
		struct nodo *n = nodo_new(x->a, "motivo");

		nodo_text(x->a, n, "troppi file firmati uno dentro l'altro: "
		    "quelli più interni non si sono guardati");
		nodo_set(x->a, n, "codice", "troppi-livelli");
		nodo_add_before(nodo_child(firme, NULL), n);
		*e = esito_peggiore(*e, FIRMA_NON_VERIFICATA);
		return ERR_ABSENT;
	}
	r = open_level(&inner, contenuto, x, l->contenuto, level + 1);
	if (r == 0)
		nodo_add(firme, inner);
	return r;
}

static enum esito
esito_of(const struct nodo *firme)
{
	const char *s = nodo_attr(firme, "esito");
	int e;

	for (e = FIRMA_VALIDA; e < FIRMA_NON_VERIFICATA; e++)
		if (strcmp(esito_nome((enum esito)e), s) == 0)
			break;
	return (enum esito)e;
}

static int
judge_level(struct nodo **out, struct buf *contenuto, struct esame *x,
    struct livello *l, int level)
{
	struct nodo *firme = nodo_new(x->a, "firme");
	enum esito e = FIRMA_VALIDA;

	nodo_set(x->a, firme, "formato", "cades");
	level_findings(x, firme, &e, l);
	add_content(x->a, firme, l->contenuto);
	add_signatures(x, firme, &e, l);
	if (l->dentro && cms_sembra(l->contenuto.p, l->contenuto.n) &&
	    go_deeper(firme, &e, contenuto, x, l, level) == 0)
		e = esito_peggiore(e, esito_of(nodo_child(firme, "firme")));
	else if (l->dentro && contenuto != NULL)
		buf_append(contenuto, l->contenuto.p, l->contenuto.n);
	nodo_set(x->a, firme, "esito", esito_nome(e));
	*out = firme;
	return 0;
}

/* An envelope with a stamp: what is in it, with that stamp. */
static int
judge_envelope(struct nodo **out, struct buf *contenuto, struct esame *x,
    const struct tsd *t, int level)
{
	const struct livello l = { .contenuto = t->contenuto };
	const struct marca_fuori *before = x->fuori;
	struct nodo *firme = nodo_new(x->a, "firme");
	enum esito e = FIRMA_VALIDA;

	nodo_set(x->a, firme, "formato", "cades");
	level_motive(x->a, firme, &e, FIRMA_VALIDA, "busta-con-marca",
	    "il file è in una busta con una marca temporale");
	add_content(x->a, firme, t->contenuto);
	x->fuori = &t->fuori;
	if (cms_sembra(t->contenuto.p, t->contenuto.n) &&
	    go_deeper(firme, &e, contenuto, x, &l, level) == 0) {
		e = esito_peggiore(e, esito_of(nodo_child(firme, "firme")));
	} else {
		/* a stamp is no signature */
		e = FIRMA_NON_VERIFICATA;
		if (contenuto != NULL)
			buf_append(contenuto, t->contenuto.p, t->contenuto.n);
	}
	x->fuori = before;
	nodo_set(x->a, firme, "esito", esito_nome(e));
	*out = firme;
	return 0;
}

static int
open_level(struct nodo **out, struct buf *contenuto, struct esame *x,
    struct byte_dati b, int level)
{
	struct livello l = { 0 };
	struct byte_dati der;
	struct tsd t;
	int r;

	if ((r = busta_der(&der, x->a, b.p, b.n)) != 0)
		return r;
	if (tsd_read(&t, x->a, der))
		return judge_envelope(out, contenuto, x, &t, level);
	r = livello_read(&l, x->a, der, x->staccato);
	if (r == 0)
		r = judge_level(out, contenuto, x, &l, level);
	livello_free(&l);
	return r;
}

int
verifica_cms(struct nodo **out, struct buf *contenuto, struct prova **prove,
    struct arena *a, const void *p, size_t n, const struct byte_dati *staccato,
    const struct fiducia *f)
{
	AUTO(fidata) read = NULL;
	struct prova *evidence = NULL;
	struct esame x = { .a = a, .coda = &evidence, .staccato = staccato };
	struct byte_dati b = { p, n };
	int r;

	if ((r = fidata_read(&read, f)) != 0)
		return r;
	x.f = read;
	if ((r = open_level(out, contenuto, &x, b, 0)) != 0)
		return r;
	if (prove != NULL)
		*prove = evidence;
	return 0;
}
