/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parse.c - the only function that turns bytes into a tree.
 *
 * Refuses: DOCTYPE, external anything, other encodings than UTF-8, NUL,
 * processing instructions, more depth than libxml2 allows without HUGE (256),
 * and, when asked, any name outside our namespace.
 */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>
#include <stdlib.h>
#include <strings.h>

#include "base/utf8.h"
#include "xml/interno.h"

/* Nothing outside the bytes given is ever loaded. */
static xmlParserInputPtr
refuse(const char *url, const char *id, xmlParserCtxtPtr ctxt)
{
	(void)url;
	(void)id;
	(void)ctxt;
	return NULL;
}

static void
silent(void *arg, const char *fmt, ...)
{
	(void)arg;
	(void)fmt;
}

static void
silent_structured(void *arg, xmlErrorPtr e)
{
	(void)arg;
	(void)e;
}

void
xml_init(void)
{
	static int done;

	if (done)
		return;
	done = 1;
	LIBXML_TEST_VERSION
	xmlInitParser();
	xmlSetExternalEntityLoader(refuse);
	xmlSetGenericErrorFunc(NULL, silent);
	xmlSetStructuredErrorFunc(NULL, silent_structured);
}

static int
parse_error(xmlParserCtxtPtr ctxt)
{
	const xmlError *e = xmlCtxtGetLastError(ctxt);
	int line = e != NULL ? e->line : 0;

	if (e != NULL && e->code == XML_ERR_ENTITY_LOOP)
		return err_set(ERR_INVALID, "XML rifiutato alla riga %d: "
		    "entità che si richiamano", line);
	if (e != NULL && e->message != NULL)
		return err_set(ERR_INVALID, "XML mal formato alla riga %d: "
		    "%.*s", line, (int)strcspn(e->message, "\n"), e->message);
	return err_set(ERR_INVALID, "XML mal formato");
}

static int
check_document(const xmlDoc *doc)
{
	const xmlNode *n;

	if (doc->intSubset != NULL || doc->extSubset != NULL)
		return err_set(ERR_INVALID, "il DOCTYPE non è ammesso");
	if (doc->encoding != NULL &&
	    strcasecmp((const char *)doc->encoding, "UTF-8") != 0)
		return err_set(ERR_INVALID,
		    "la codifica dichiarata non è UTF-8");
	for (n = doc->children; n != NULL; n = n->next)
		if (n->type == XML_PI_NODE)
			return err_set(ERR_INVALID, "le istruzioni di "
			    "elaborazione non sono ammesse");
	return 0;
}

int
xml_bytes(xmlDocPtr *out, const void *bytes, size_t len)
{
	xmlParserCtxtPtr ctxt;
	AUTO_DOC doc = NULL;
	int r = 0;

	xml_init();
	if (len == 0)
		return err_set(ERR_INVALID, "il documento è vuoto");
	if (len > INT32_MAX / 2)
		return err_set(ERR_INVALID, "il documento è troppo grande");
	if (!utf8_valid(bytes, len))
		return err_set(ERR_INVALID, "il testo non è UTF-8 valido");
	if ((ctxt = xmlNewParserCtxt()) == NULL)
		abort();
	doc = xmlCtxtReadMemory(ctxt, bytes, (int)len, NULL, "UTF-8",
	    XML_PARSE_NONET);
	if (doc == NULL || !ctxt->wellFormed)
		r = parse_error(ctxt);
	xmlFreeParserCtxt(ctxt);
	if (r != 0 || (r = check_document(doc)) != 0)
		return r;
	*out = MOVE(doc);
	return 0;
}

/* ---- our own tree ---- */

struct copier {
	struct arena *a;
	int flags;
};

static const char *
text_of(const xmlNode *n)
{
	return n->content != NULL ? (const char *)n->content : "";
}

static bool
blank(const char *s)
{
	return s[strspn(s, " \t\r\n")] == '\0';
}

static int
check_ours(const xmlNode *n)
{
	const xmlAttr *at;

	if (n->ns == NULL || strcmp((const char *)n->ns->href, XML_NS) != 0)
		return err_set(ERR_INVALID, "riga %d: «%s» non è nello spazio "
		    "dei nomi " XML_NS, (int)n->line, (const char *)n->name);
	for (at = n->properties; at != NULL; at = at->next)
		if (at->ns != NULL)
			return err_set(ERR_INVALID, "riga %d: l'attributo «%s» "
			    "ha un prefisso", (int)n->line,
			    (const char *)at->name);
	return 0;
}

static void
copy_attributes(struct copier *c, struct nodo *to, const xmlNode *n)
{
	const xmlAttr *at;
	const xmlNode *t;

	for (at = n->properties; at != NULL; at = at->next) {
		AUTO_BUF b = { 0 };

		for (t = at->children; t != NULL; t = t->next)
			buf_puts(&b, text_of(t));
		nodo_set(c->a, to, (const char *)at->name, buf_str(&b));
	}
}

static int copy(struct nodo **out, struct copier *c, const xmlNode *n,
    bool verbatim);

static int
copy_children(struct nodo *to, struct copier *c, const xmlNode *n,
    bool verbatim)
{
	struct nodo *child;
	const xmlNode *x;
	int r;

	for (x = n->children; x != NULL; x = x->next) {
		switch (x->type) {
		case XML_TEXT_NODE:
		case XML_CDATA_SECTION_NODE:
			if (verbatim || !blank(text_of(x)))
				nodo_text(c->a, to, text_of(x));
			break;
		case XML_ELEMENT_NODE:
			if ((r = copy(&child, c, x, verbatim)) != 0)
				return r;
			nodo_add(to, child);
			break;
		case XML_COMMENT_NODE:
			break;
		default:
			return err_set(ERR_INVALID, "riga %d: istruzioni di "
			    "elaborazione ed entità non sono ammesse",
			    (int)x->line);
		}
	}
	return 0;
}

static int
copy(struct nodo **out, struct copier *c, const xmlNode *n, bool verbatim)
{
	const char *name = (const char *)n->name;
	struct nodo *to;
	int r;

	if ((c->flags & XML_OURS) && (r = check_ours(n)) != 0)
		return r;
	to = nodo_new(c->a, name);
	copy_attributes(c, to, n);
	/* in prosa white space is text */
	if (strcmp(name, "p") == 0 || strcmp(name, "voce") == 0 ||
	    strcmp(name, "cella") == 0)
		verbatim = true;
	if ((r = copy_children(to, c, n, verbatim)) != 0)
		return r;
	*out = to;
	return 0;
}

int
xml_parse(struct nodo **out, struct arena *a, const void *bytes, size_t len,
    int flags)
{
	struct copier c = { a, flags };
	AUTO_DOC doc = NULL;
	int r;

	if ((r = xml_bytes(&doc, bytes, len)) != 0)
		return r;
	return copy(out, &c, xmlDocGetRootElement(doc), false);
}

void
xml_node_path(struct buf *out, const xmlNode *n)
{
	const xmlNode *s;
	int same = 0, before = 0;

	if (n == NULL || n->type != XML_ELEMENT_NODE)
		return;
	xml_node_path(out, n->parent);
	for (s = n->parent != NULL ? n->parent->children : NULL; s != NULL;
	    s = s->next) {
		if (s->type != XML_ELEMENT_NODE ||
		    strcmp((const char *)s->name, (const char *)n->name) != 0)
			continue;
		same++;
		if (s == n)
			before = same;
	}
	buf_printf(out, "/%s", (const char *)n->name);
	if (same > 1)
		buf_printf(out, "[%d]", before);
}
