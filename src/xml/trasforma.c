/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trasforma.c - XSLT as a pure function: tree in, bytes out.
 *
 * Refuses: reading, writing, network, import and include, more than a bounded
 * number of operations.  Only shipped stylesheets.
 */
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdlib.h>
#include <string.h>

#include "base/resource.h"
#include "xml/interno.h"

#define DEPTH_MAX 2000
#define OPERATIONS_MAX 20000000UL
#define CACHE_MAX 64

static struct {
	char *nome;
	xsltStylesheetPtr sheet;
} cache[CACHE_MAX];
static int n_cached;

static xsltSecurityPrefsPtr
forbid_all(void)
{
	static const xsltSecurityOption all[] = {
		XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
		XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
		XSLT_SECPREF_WRITE_NETWORK
	};
	static xsltSecurityPrefsPtr prefs;
	size_t i;

	if (prefs != NULL)
		return prefs;
	if ((prefs = xsltNewSecurityPrefs()) == NULL)
		abort();
	for (i = 0; i < NELEM(all); i++)
		xsltSetSecurityPrefs(prefs, all[i], xsltSecurityForbid);
	xsltSetDefaultSecurityPrefs(prefs);
	return prefs;
}

static void
silent(void *arg, const char *fmt, ...)
{
	(void)arg;
	(void)fmt;
}

static int
sheet_named(xsltStylesheetPtr *out, const char *nome)
{
	AUTO(arena) a = arena_new();
	const struct resource *r = resource_find(arena_printf(a, "xslt/%s.xsl",
	    nome));
	AUTO_DOC doc = NULL;
	int i, e;

	for (i = 0; i < n_cached; i++)
		if (strcmp(cache[i].nome, nome) == 0) {
			*out = cache[i].sheet;
			return 0;
		}
	if (r == NULL)
		return err_set(ERR_ABSENT, "non c'è il foglio «%s»", nome);
	xsltSetGenericErrorFunc(NULL, silent);
	forbid_all();
	if ((e = xml_bytes(&doc, r->data, r->size)) != 0)
		return e;
	if ((*out = xsltParseStylesheetDoc(doc)) == NULL)
		return err_set(ERR_FAULT, "il foglio «%s» non si compila",
		    nome);
	doc = NULL;		/* the sheet owns it now */
	if (n_cached < CACHE_MAX && (cache[n_cached].nome =
	    strdup(nome)) != NULL)
		cache[n_cached++].sheet = *out;
	return 0;
}

/* ---- our tree → libxml2's ---- */

static void
build(xmlDocPtr doc, xmlNodePtr to, const struct nodo *n, xmlNsPtr ns)
{
	const struct attr *at;
	const struct nodo *c;
	xmlNodePtr x;

	for (at = n->attr; at != NULL; at = at->succ)
		xmlNewProp(to, (const xmlChar *)at->nome,
		    (const xmlChar *)at->valore);
	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL) {
			xmlAddChild(to, xmlNewDocText(doc,
			    (const xmlChar *)c->testo));
			continue;
		}
		x = xmlNewDocNode(doc, ns, (const xmlChar *)c->nome, NULL);
		xmlAddChild(to, x);
		build(doc, x, c, ns);
	}
}

static xmlDocPtr
document_of(const struct nodo *root)
{
	xmlDocPtr doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNodePtr n;
	xmlNsPtr ns;

	if (doc == NULL)
		abort();
	n = xmlNewDocNode(doc, NULL, (const xmlChar *)root->nome, NULL);
	ns = xmlNewNs(n, (const xmlChar *)XML_NS, NULL);
	xmlSetNs(n, ns);
	xmlDocSetRootElement(doc, n);
	build(doc, n, root, ns);
	return doc;
}

/* ---- running ---- */

static int
run(struct buf *out, xsltStylesheetPtr sheet, xsltTransformContextPtr ctxt,
    xmlDocPtr doc, const char *foglio)
{
	xmlChar *bytes = NULL;
	AUTO_DOC result = NULL;
	int len = 0;

	result = xsltApplyStylesheetUser(sheet, doc, NULL, NULL, NULL, ctxt);
	if (result == NULL || ctxt->state != XSLT_STATE_OK)
		return err_set(ERR_FAULT, "il foglio «%s» non è arrivato in "
		    "fondo", foglio);
	if (xsltSaveResultToString(&bytes, &len, result, sheet) != 0)
		return err_set(ERR_FAULT, "il foglio «%s» non si scrive",
		    foglio);
	if (bytes != NULL)
		buf_append(out, bytes, (size_t)len);
	xmlFree(bytes);
	return 0;
}

int
xml_transform(struct buf *out, const char *foglio, const struct nodo *root,
    const char *const *params)
{
	xsltTransformContextPtr ctxt;
	xsltStylesheetPtr sheet;
	AUTO_DOC doc = NULL;
	int r, i;

	if ((r = sheet_named(&sheet, foglio)) != 0)
		return r;
	doc = document_of(root);
	if ((ctxt = xsltNewTransformContext(sheet, doc)) == NULL)
		abort();
	xsltSetCtxtSecurityPrefs(forbid_all(), ctxt);
	xsltSetTransformErrorFunc(ctxt, NULL, silent);
	ctxt->maxTemplateDepth = DEPTH_MAX;
	ctxt->opLimit = OPERATIONS_MAX;
	ctxt->xpathCtxt->opLimit = OPERATIONS_MAX;
	for (i = 0; params != NULL && params[i] != NULL && r == 0; i += 2)
		if (xsltQuoteOneUserParam(ctxt, (const xmlChar *)params[i],
		    (const xmlChar *)params[i + 1]) != 0)
			r = err_set(ERR_FAULT, "parametro del foglio");
	if (r == 0)
		r = run(out, sheet, ctxt, doc, foglio);
	xsltFreeTransformContext(ctxt);
	return r;
}

int
xml_preload_sheet(const char *foglio)
{
	xsltStylesheetPtr ignored;

	return sheet_named(&ignored, foglio);
}
