/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xades_lettura.c - a signature in XML taken apart, before anything of it is
 * believed: what it covers, by which certificate, with which algorithms.
 *
 * Refuses whatever could make it cover something else than the reader sees:
 * several signatures, one that is not a child of the root, a reference to
 * other than the whole document and its own properties (or its KeyInfo), an
 * Id that two elements have, transforms other than canonicalisation and
 * enveloped-signature, anything signed or unsigned hidden in its Objects.
 * Norm: W3C xmldsig-core; ETSI EN 319 132-1.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "firme/xades_interno.h"

#define RIFERIMENTI_MAX 8

static const char *const forme[] = {	/* canonicalisation */
	"http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
	"http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
	"http://www.w3.org/2006/12/xml-c14n11",
	"http://www.w3.org/2006/12/xml-c14n11#WithComments",
	EXC_C14N, "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
};

static const struct algoritmo {
	const char *uri, *digest;
	bool debole;
} digesti[] = {
	{ SHA256_URI, "sha256", false },
	{ "http://www.w3.org/2001/04/xmldsig-more#sha384", "sha384", false },
	{ "http://www.w3.org/2001/04/xmlenc#sha512", "sha512", false },
	{ DS "sha1", "sha1", true },
}, metodi[] = {
	{ MORE "rsa-sha256", "sha256", false },
	{ MORE "rsa-sha384", "sha384", false },
	{ MORE "rsa-sha512", "sha512", false },
	{ MORE "ecdsa-sha256", "sha256", false },
	{ MORE "ecdsa-sha384", "sha384", false },
	{ MORE "ecdsa-sha512", "sha512", false },
	{ DS "rsa-sha1", "sha1", true },
	{ MORE "ecdsa-sha1", "sha1", true },
};

/* ---- elements ---- */

static bool
is(const xmlNode *n, const char *ns, const char *nome)
{
	return n->type == XML_ELEMENT_NODE && n->ns != NULL &&
	    strcmp((const char *)n->ns->href, ns) == 0 &&
	    strcmp((const char *)n->name, nome) == 0;
}

static xmlNodePtr
element_from(xmlNodePtr n)
{
	while (n != NULL && n->type != XML_ELEMENT_NODE)
		n = n->next;
	return n;
}

xmlNodePtr
xades_child(const xmlNode *n, const char *ns, const char *nome)
{
	xmlNodePtr c;

	for (c = n != NULL ? n->children : NULL; c != NULL; c = c->next)
		if (is(c, ns, nome))
			return c;
	return NULL;
}

xmlNodePtr
xades_next(const xmlNode *n)
{
	xmlNodePtr c;

	for (c = n->next; c != NULL; c = c->next)
		if (n->ns != NULL && is(c, (const char *)n->ns->href,
		    (const char *)n->name))
			return c;
	return NULL;
}

/* Exactly these children, in this order: put into out. */
static bool
children(xmlNodePtr *out, const xmlNode *n, const char *ns,
    const char *const *nomi)
{
	xmlNodePtr c = element_from(n->children);

	for (; *nomi != NULL; nomi++, out++) {
		if (c == NULL || !is(c, ns, *nomi))
			return false;
		*out = c;
		c = element_from(c->next);
	}
	return c == NULL;
}

const char *
xades_attribute(struct arena *a, const xmlNode *n, const char *nome)
{
	xmlChar *v = xmlGetNoNsProp(n, (const xmlChar *)nome);
	const char *s = v != NULL ? arena_strdup(a, (const char *)v) : NULL;

	xmlFree(v);
	return s;
}

const char *
xades_text(struct arena *a, const xmlNode *n)
{
	xmlChar *v = n != NULL ? xmlNodeGetContent(n) : NULL;
	const char *s = arena_strdup(a, v != NULL ? (const char *)v : "");
	size_t len;

	xmlFree(v);
	s += strspn(s, " \t\r\n");
	for (len = strlen(s); len > 0 && strchr(" \t\r\n", s[len - 1]); len--)
		continue;
	return arena_strndup(a, s, len);
}

bool
xades_base64(struct byte_dati *out, struct arena *a, const char *text)
{
	EVP_ENCODE_CTX *ctx = EVP_ENCODE_CTX_new();
	const size_t len = strlen(text);
	unsigned char *p = arena_alloc(a, len + 1);
	int n = 0, last = 0;
	bool good;

	if (ctx == NULL || len > INT32_MAX)
		abort();
	EVP_DecodeInit(ctx);
	good = EVP_DecodeUpdate(ctx, p, &n, (const unsigned char *)text,
	    (int)len) >= 0 && EVP_DecodeFinal(ctx, p + n, &last) == 1;
	EVP_ENCODE_CTX_free(ctx);
	*out = (struct byte_dati){ p, (size_t)(n + last) };
	return good;
}

static xmlNodePtr
next_node(xmlNodePtr n, const xmlNode *top)
{
	if (n->type == XML_ELEMENT_NODE && n->children != NULL)
		return n->children;
	while (n != top && n->next == NULL)
		n = n->parent;
	return n == top ? NULL : n->next;
}

/* ---- where it is ---- */

/* How many; *out is the last. */
static int
count_signatures(xmlNodePtr *out, xmlNodePtr root)
{
	xmlNodePtr n;
	int count = 0;

	for (n = root; n != NULL; n = next_node(n, root))
		if (is(n, DS, "Signature")) {
			*out = n;
			count++;
		}
	return count;
}

/* How many elements bear it, as whatever might be taken for an Id. */
static int
count_id(xmlNodePtr root, const char *id)
{
	const xmlAttr *at;
	xmlNodePtr n;
	int count = 0;

	for (n = root; n != NULL; n = next_node(n, root)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		for (at = n->properties; at != NULL; at = at->next)
			count += strcasecmp((const char *)at->name, "id") ==
			    0 && at->children != NULL &&
			    at->children->content != NULL && strcmp((const char
			    *)at->children->content, id) == 0;
	}
	return count;
}

static bool
refuse(struct xades *x, enum esito esito, const char *codice,
    const char *testo)
{
	x->esito = esito;
	x->codice = codice;
	x->testo = testo;
	return false;
}

static bool
unforeseen(struct xades *x, const char *codice, const char *testo)
{
	return refuse(x, FIRMA_NON_VERIFICATA, codice, testo);
}

/* The four children of a Signature, and what is in the Object. */
static bool
take_apart(struct xades *x)
{
	static const char *const parts[] = { "SignedInfo", "SignatureValue",
	    "KeyInfo", "Object", NULL };
	static const char *const object[] = { "QualifyingProperties", NULL };
	xmlNodePtr p[4], q;

	if (!children(p, x->firma, DS, parts))
		return unforeseen(x, "forma-non-prevista", "la firma non ha le "
		    "parti di una firma XAdES, o ne ha altre");
	if (!children(&q, p[3], XADES, object))
		return unforeseen(x, "senza-proprieta", "la firma non ha le "
		    "proprietà di XAdES, o ha altro accanto");
	x->info = p[0];
	x->valore = p[1];
	x->chiavi = p[2];
	x->proprieta = element_from(q->children);
	if (x->proprieta == NULL || !is(x->proprieta, XADES,
	    "SignedProperties"))
		return unforeseen(x, "senza-proprieta", "la firma non ha "
		    "proprietà firmate");
	x->bersaglio = xades_attribute(x->a, q, "Target");
	return true;
}

/* It becomes part of an XPath within xmlsec: nothing in it may end it. */
static bool
id_plain(const char *id)
{
	return *id != '\0' && id[strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789_.-")] == '\0';
}

/* The Id of a part, which nothing else in the document may bear. */
static bool
take_id(const char **out, struct xades *x, const xmlNode *n)
{
	*out = xades_attribute(x->a, n, "Id");
	if (*out != NULL && !id_plain(*out))
		return unforeseen(x, "forma-non-prevista", "un Id ha caratteri "
		    "che qui non si ammettono");
	if (*out == NULL || count_id(xmlDocGetRootElement(x->doc), *out) == 1)
		return true;
	return refuse(x, FIRMA_NON_VALIDA, "id-ripetuto", "due elementi hanno "
	    "lo stesso Id: non si può dire che cosa è firmato");
}

static bool
take_ids(struct xades *x)
{
	const char *firma;

	if (!take_id(&firma, x, x->firma) ||
	    !take_id(&x->proprieta_id, x, x->proprieta) ||
	    !take_id(&x->chiavi_id, x, x->chiavi))
		return false;
	if (x->proprieta_id == NULL || firma == NULL || x->bersaglio == NULL ||
	    x->bersaglio[0] != '#' || strcmp(x->bersaglio + 1, firma) != 0)
		return refuse(x, FIRMA_NON_VALIDA, "proprieta-di-altri",
		    "le proprietà non sono di questa firma");
	return true;
}

/* ---- what it covers ---- */

static const struct algoritmo *
algorithm(struct xades *x, const xmlNode *n, const struct algoritmo *list,
    size_t count)
{
	const char *uri = n != NULL ? xades_attribute(x->a, n, "Algorithm") : NULL;
	size_t i;

	for (i = 0; uri != NULL && i < count; i++)
		if (strcmp(list[i].uri, uri) == 0)
			return &list[i];
	return NULL;
}

static bool
is_form(struct xades *x, const xmlNode *n)
{
	const char *uri = n != NULL ? xades_attribute(x->a, n, "Algorithm") : NULL;
	size_t i;

	for (i = 0; uri != NULL && i < NELEM(forme); i++)
		if (strcmp(forme[i], uri) == 0)
			return true;
	return false;
}

/* Only canonicalisation, and the one that leaves the signature out: counted.
 * -1: another. */
static int
enveloped(struct xades *x, const xmlNode *list)
{
	const char *uri;
	xmlNodePtr t;
	int count = 0;

	for (t = list != NULL ? element_from(list->children) : NULL; t != NULL;
	    t = element_from(t->next)) {
		uri = xades_attribute(x->a, t, "Algorithm");
		if (is(t, DS, "Transform") && uri != NULL &&
		    strcmp(uri, ENVELOPED) == 0)
			count++;
		else if (!is(t, DS, "Transform") || !is_form(x, t))
			return -1;
	}
	return count;
}

static bool
digest_known(struct xades *x, const xmlNode *n)
{
	const struct algoritmo *d = algorithm(x, n, digesti, NELEM(digesti));

	if (d == NULL)
		return unforeseen(x, "algoritmo-non-previsto",
		    "un'impronta è di un algoritmo che qui non si verifica");
	x->debole = x->debole || d->debole;
	return true;
}

static bool
same_id(const char *uri, const char *id)
{
	return id != NULL && uri[0] == '#' && strcmp(uri + 1, id) == 0;
}

static bool
check_reference(struct xades *x, const xmlNode *ref)
{
	const char *uri = xades_attribute(x->a, ref, "URI");
	const char *type = xades_attribute(x->a, ref, "Type");
	int own = enveloped(x, xades_child(ref, DS, "Transforms"));

	if (own < 0)
		return unforeseen(x, "trasformazione-non-ammessa", "la firma "
		    "copre il documento attraverso una trasformazione che qui "
		    "non si ammette");
	if (uri != NULL && *uri == '\0' && own == 1)
		x->documento++;
	else if (uri != NULL && own == 0 && same_id(uri, x->proprieta_id) &&
	    type != NULL && strcmp(type, XADES_PROPRIETA) == 0)
		x->proprie++;
	else if (uri == NULL || own != 0 || !same_id(uri, x->chiavi_id))
		return unforeseen(x, "riferimento-estraneo", "la firma copre "
		    "altro che questo documento per intero");
	return digest_known(x, xades_child(ref, DS, "DigestMethod"));
}

static bool
check_info(struct xades *x)
{
	xmlNodePtr n = element_from(x->info->children), m;
	const struct algoritmo *metodo;
	int count = 0;

	if (n == NULL || !is(n, DS, "CanonicalizationMethod") ||
	    !is_form(x, n) || (m = element_from(n->next)) == NULL ||
	    !is(m, DS, "SignatureMethod"))
		return unforeseen(x, "forma-non-prevista", "la firma non dice "
		    "come è fatta, o in un modo che qui non si verifica");
	metodo = algorithm(x, m, metodi, NELEM(metodi));
	if (metodo == NULL)
		return unforeseen(x, "algoritmo-non-previsto", "la firma è di "
		    "un algoritmo che qui non si verifica");
	x->digest = metodo->digest;
	x->debole = metodo->debole;
	for (n = element_from(m->next); n; n = element_from(n->next))
		if (!is(n, DS, "Reference") || ++count > RIFERIMENTI_MAX)
			return unforeseen(x, "forma-non-prevista", "la firma "
			    "ha riferimenti che qui non si verificano");
		else if (!check_reference(x, n))
			return false;
	if (x->documento == 1 && x->proprie == 1)
		return true;
	return unforeseen(x, "riferimento-estraneo", x->documento == 1 ?
	    "la firma non copre le proprie proprietà" :
	    "la firma non copre questo documento per intero");
}

/* ---- by whom ---- */

/* The digest of the signer's certificate, as the signed properties say. */
static bool
take_certificate(struct xades *x)
{
	const xmlNode *s = xades_child(x->proprieta, XADES,
	    "SignedSignatureProperties"), *c;
	const struct algoritmo *d;

	if ((c = xades_child(s, XADES, "SigningCertificateV2")) == NULL)
		c = xades_child(s, XADES, "SigningCertificate");
	c = xades_child(xades_child(c, XADES, "Cert"), XADES, "CertDigest");
	if (c == NULL)
		return unforeseen(x, "senza-certificato-firmato",
		    "la firma non dice di quale certificato è");
	if (!digest_known(x, xades_child(c, DS, "DigestMethod")))
		return false;
	d = algorithm(x, xades_child(c, DS, "DigestMethod"), digesti,
	    NELEM(digesti));
	x->cert_digest = d->digest;
	x->cert_valore = xades_text(x->a, xades_child(c, DS, "DigestValue"));
	return true;
}

/* As it claims: fractions of a second are left out; 0: it says nothing. */
static void
take_time(struct xades *x)
{
	const xmlNode *s = xades_child(x->proprieta, XADES,
	    "SignedSignatureProperties");
	const char *t = xades_text(x->a, xades_child(s, XADES, "SigningTime"));
	const char *dot = strchr(t, '.'), *zone;

	if (dot != NULL) {
		zone = dot + 1 + strspn(dot + 1, "0123456789");
		t = arena_printf(x->a, "%.*s%s", (int)(dot - t), t, zone);
	}
	if (*t == '\0' || clock_parse(&x->dichiarata, t) != 0) {
		x->dichiarata = 0;
		err_clear();
	}
}

int
xades_read(struct xades *x)
{
	xmlNodePtr root = xmlDocGetRootElement(x->doc);
	int count = count_signatures(&x->firma, root);

	if (count == 0)
		return err_set(ERR_ABSENT, "nel documento non c'è una firma");
	x->leggibile = false;
	if (count > 1)
		unforeseen(x, "piu-firme", "nel documento ci sono più firme: "
		    "qui se ne verifica una sola");
	else if (x->firma->parent != root)
		unforeseen(x, "forma-non-prevista", "la firma non sta in fondo "
		    "al documento che firma");
	else
		x->leggibile = take_apart(x) && take_ids(x) && check_info(x) &&
		    take_certificate(x);
	if (x->leggibile)
		take_time(x);
	return 0;
}
