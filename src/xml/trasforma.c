/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trasforma.c - XSLT as a pure function: tree in, bytes out.
 *
 * Refuses: reading, writing, network, import and include, more than a bounded
 * number of operations.
 */
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/resource.h"
#include "xml/interno.h"

#define DEPTH_MAX 2000			/* templates within templates */
#define OPERATIONS_MAX 20000000UL	/* of XPath, and of XSLT */

/* Compiled once a process. */
static struct cached {
	char *nome;
	xsltStylesheetPtr sheet;
} *cache;
static size_t n_cached;

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

/* Keeps the first line of what libxslt says: the others follow from it. */
static void
listen(void *arg, const char *fmt, ...)
{
	struct buf *said = arg;
	va_list ap;
	char text[256];

	if (said->len > 0 && memchr(said->data, '\n', said->len) != NULL)
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	buf_puts(said, text);
}

static int
sheet_error(const char *foglio, const char *what, struct buf *said)
{
	const char *text = buf_str(said);
	int len = (int)strcspn(text, "\n");

	return err_set(ERR_FAULT, "il foglio «%s» %s%s%.*s", foglio, what,
	    len > 0 ? ": " : "", len, text);
}

static int
compile(xsltStylesheetPtr *out, const char *nome, const void *bytes, size_t len)
{
	AUTO_BUF said = { 0 };
	xsltStylesheetPtr sheet;
	AUTO_DOC doc = NULL;

	forbid_all();
	if (xml_bytes(&doc, bytes, len) != 0)
		return err_prefix(ERR_FAULT, "il foglio «%s»", nome);
	xsltSetGenericErrorFunc(&said, listen);
	sheet = xsltParseStylesheetDoc(doc);
	/* never NULL: libxslt would print */
	xsltSetGenericErrorFunc(NULL, silent);
	if (sheet == NULL)
		return sheet_error(nome, "non si compila", &said);
	doc = NULL;		/* the sheet owns it now */
	*out = sheet;
	return 0;
}

static xsltStylesheetPtr
cached(const char *nome)
{
	size_t i;

	for (i = 0; i < n_cached; i++)
		if (strcmp(cache[i].nome, nome) == 0)
			return cache[i].sheet;
	return NULL;
}

static int
compile_cached(xsltStylesheetPtr *out, const char *nome, const void *bytes,
    size_t len)
{
	struct cached new = { NULL }, *grown;
	int r;

	if ((*out = cached(nome)) != NULL)
		return 0;
	if ((r = compile(&new.sheet, nome, bytes, len)) != 0)
		return r;
	grown = reallocarray(cache, n_cached + 1, sizeof *cache);
	if (grown == NULL || (new.nome = strdup(nome)) == NULL)
		abort();
	cache = grown;
	cache[n_cached++] = new;
	*out = new.sheet;
	return 0;
}

static int
sheet_named(xsltStylesheetPtr *out, const char *nome)
{
	AUTO(arena) a = arena_new();
	const struct resource *res;

	if ((*out = cached(nome)) != NULL)
		return 0;
	res = resource_find(arena_printf(a, "xslt/%s.xsl", nome));
	if (res == NULL)
		return err_set(ERR_ABSENT, "non c'è il foglio «%s»", nome);
	return compile_cached(out, nome, res->data, res->size);
}

/* What of it a document of that root can come to, where the build has made
 * that a sheet of its own. */
static int
sheet_for(xsltStylesheetPtr *out, const char *nome, const struct nodo *root)
{
	AUTO(arena) a = arena_new();
	const char *part = arena_printf(a, "%s/%s", nome, root->nome);

	if (resource_find(arena_printf(a, "xslt/%s.xsl", part)) == NULL)
		return sheet_named(out, nome);
	return sheet_named(out, part);
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

static xsltTransformContextPtr
context(xsltStylesheetPtr sheet, xmlDocPtr doc, struct buf *said)
{
	xsltTransformContextPtr ctxt = xsltNewTransformContext(sheet, doc);

	if (ctxt == NULL ||
	    xsltSetCtxtSecurityPrefs(forbid_all(), ctxt) != 0)
		abort();
	xsltSetTransformErrorFunc(ctxt, said, listen);
	ctxt->maxTemplateDepth = DEPTH_MAX;
	ctxt->opLimit = OPERATIONS_MAX;
	ctxt->xpathCtxt->opLimit = OPERATIONS_MAX;
	return ctxt;
}

static int
save(struct buf *out, xmlDocPtr result, xsltStylesheetPtr sheet,
    const char *foglio)
{
	xmlChar *bytes = NULL;
	int len = 0;

	if (xsltSaveResultToString(&bytes, &len, result, sheet) != 0)
		return err_set(ERR_FAULT, "il foglio «%s» non si scrive",
		    foglio);
	if (bytes != NULL)
		buf_append(out, bytes, (size_t)len);
	xmlFree(bytes);
	return 0;
}

static int
apply_to(struct buf *out, xsltStylesheetPtr sheet, const char *foglio,
    xmlDocPtr doc, const char *const *params)
{
	AUTO_DOC result = NULL;
	AUTO_BUF said = { 0 };
	xsltTransformContextPtr ctxt = context(sheet, doc, &said);
	int r = 0;
	size_t i;

	for (i = 0; params != NULL && params[i] != NULL && r == 0; i += 2)
		if (xsltQuoteOneUserParam(ctxt, (const xmlChar *)params[i],
		    (const xmlChar *)params[i + 1]) != 0)
			r = sheet_error(foglio, "non prende un parametro",
			    &said);
	if (r == 0) {
		result = xsltApplyStylesheetUser(sheet, doc, NULL, NULL, NULL,
		    ctxt);
		if (result == NULL || ctxt->state != XSLT_STATE_OK)
			r = sheet_error(foglio, "non è arrivato in fondo",
			    &said);
	}
	xsltFreeTransformContext(ctxt);
	return r != 0 ? r : save(out, result, sheet, foglio);
}

static int
apply(struct buf *out, xsltStylesheetPtr sheet, const char *foglio,
    const struct nodo *root, const char *const *params)
{
	AUTO_DOC doc = document_of(root);

	return apply_to(out, sheet, foglio, doc, params);
}

int
xml_transform(struct buf *out, const char *foglio, const struct nodo *root,
    const char *const *params)
{
	xsltStylesheetPtr sheet;
	int r;

	if ((r = sheet_for(&sheet, foglio, root)) != 0)
		return r;
	return apply(out, sheet, foglio, root, params);
}

int
xml_transform_with(struct buf *out, const void *bytes, size_t len,
    const struct nodo *root, const char *const *params)
{
	xsltStylesheetPtr sheet;
	int r;

	if ((r = compile(&sheet, "di prova", bytes, len)) != 0)
		return r;
	r = apply(out, sheet, "di prova", root, params);
	xsltFreeStylesheet(sheet);
	return r;
}

int
xml_transform_made(struct buf *out, const char *chiave, const void *bytes,
    size_t len, const struct nodo *root, const char *const *params)
{
	xsltStylesheetPtr sheet;
	int r;

	if ((r = compile_cached(&sheet, chiave, bytes, len)) != 0)
		return r;
	return apply(out, sheet, chiave, root, params);
}

int
xml_transform_bytes(struct buf *out, const char *foglio, const void *bytes,
    size_t len)
{
	xsltStylesheetPtr sheet;
	AUTO_DOC doc = NULL;
	int r;

	if ((r = sheet_named(&sheet, foglio)) != 0 ||
	    (r = xml_bytes_altrui(&doc, bytes, len)) != 0)
		return r;
	return apply_to(out, sheet, foglio, doc, NULL);
}

int
xml_preload_sheet(const char *foglio)
{
	xsltStylesheetPtr ignored;

	return sheet_named(&ignored, foglio);
}
