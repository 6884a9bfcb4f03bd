/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * odf.c - the namespaces of OpenDocument, one prefix each.
 *
 * Refuses what lettura.c does.  A namespace that is not in the list is told
 * apart and never written: whoever reads decides what to say of it.
 */
#include "xml/odf.h"

#include <string.h>

#include "xml/interno.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define ORG "urn:org:documentfoundation:names:experimental:"
#define OOO "http://openoffice.org/2004/"
#define W3C "http://www.w3.org/"

static const struct spazio {
	const char *prefisso, *uri;
} spazi[] = {
	{ "office", OASIS "office:1.0" },
	{ "style", OASIS "style:1.0" },
	{ "text", OASIS "text:1.0" },
	{ "table", OASIS "table:1.0" },
	{ "draw", OASIS "drawing:1.0" },
	{ "fo", OASIS "xsl-fo-compatible:1.0" },
	{ "svg", OASIS "svg-compatible:1.0" },
	{ "number", OASIS "datastyle:1.0" },
	{ "meta", OASIS "meta:1.0" },
	{ "config", OASIS "config:1.0" },
	{ "manifest", OASIS "manifest:1.0" },
	{ "form", OASIS "form:1.0" },
	{ "script", OASIS "script:1.0" },
	{ "chart", OASIS "chart:1.0" },
	{ "dr3d", OASIS "dr3d:1.0" },
	{ "presentation", OASIS "presentation:1.0" },
	{ "anim", OASIS "animation:1.0" },
	{ "smil", OASIS "smil-compatible:1.0" },
	{ "db", OASIS "database:1.0" },
	{ "of", OASIS "of:1.2" },
	{ "loext", ORG "office:xmlns:loext:1.0" },
	{ "calcext", ORG "calc:xmlns:calcext:1.0" },
	{ "field", "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:"
	    "field:1.0" },
	{ "formx", "urn:openoffice:names:experimental:ooxml-odf-interop:xmlns:"
	    "form:1.0" },
	{ "ooo", OOO "office" },
	{ "ooow", OOO "writer" },
	{ "oooc", OOO "calc" },
	{ "rpt", "http://openoffice.org/2005/report" },
	{ "officeooo", "http://openoffice.org/2009/office" },
	{ "tableooo", "http://openoffice.org/2009/table" },
	{ "drawooo", "http://openoffice.org/2010/draw" },
	{ "dc", "http://purl.org/dc/elements/1.1/" },
	{ "dom", W3C "2001/xml-events" },
	{ "grddl", W3C "2003/g/data-view#" },
	{ "css3t", W3C "TR/css3-text/" },
	{ "math", W3C "1998/Math/MathML" },
	{ "xforms", W3C "2002/xforms" },
	{ "xhtml", W3C "1999/xhtml" },
	{ "xlink", W3C "1999/xlink" },
	{ "xsd", W3C "2001/XMLSchema" },
	{ "xsi", W3C "2001/XMLSchema-instance" },
	{ "xml", W3C "XML/1998/namespace" },
};

#define ESTRANEO "estraneo"

static const char *
prefix_of(const xmlNs *ns)
{
	size_t i;

	for (i = 0; i < NELEM(spazi); i++)
		if (strcmp(spazi[i].uri, (const char *)ns->href) == 0)
			return spazi[i].prefisso;
	return ESTRANEO;
}

static const char *
name_of(struct arena *a, const xmlNs *ns, const xmlChar *local)
{
	return ns == NULL ? arena_strdup(a, (const char *)local) :
	    arena_printf(a, "%s:%s", prefix_of(ns), (const char *)local);
}

/* ---- reading ---- */

static int
copy_attributes(struct nodo *to, struct arena *a, const xmlNode *n)
{
	const xmlAttr *at;
	const xmlNode *t;
	int count = 0;

	for (at = n->properties; at != NULL; at = at->next) {
		AUTO_BUF b = { 0 };

		if (++count > XML_ATTR_MAX)
			return err_set(ERR_INVALID, "riga %d: troppi attributi",
			    (int)xmlGetLineNo(n));
		for (t = at->children; t != NULL; t = t->next)
			if (t->content != NULL)
				buf_puts(&b, (const char *)t->content);
		nodo_set(a, to, name_of(a, at->ns, at->name), buf_str(&b));
	}
	return 0;
}

static int
copy(struct nodo **out, struct arena *a, const xmlNode *n)
{
	struct nodo *to = nodo_new(a, name_of(a, n->ns, n->name)), *child;
	AUTO_BUF text = { 0 };
	const xmlNode *x;
	int r;

	if ((r = copy_attributes(to, a, n)) != 0)
		return r;
	for (x = n->children; x != NULL; x = x->next) {
		if ((x->type == XML_TEXT_NODE ||
		    x->type == XML_CDATA_SECTION_NODE) && x->content != NULL)
			buf_puts(&text, (const char *)x->content);
		if (x->type != XML_ELEMENT_NODE)
			continue;
		if (text.len > 0)
			nodo_text(a, to, buf_str(&text));
		buf_clear(&text);
		if ((r = copy(&child, a, x)) != 0)
			return r;
		nodo_add(to, child);
	}
	if (text.len > 0)
		nodo_text(a, to, buf_str(&text));
	*out = to;
	return 0;
}

int
odf_parse(struct nodo **out, struct arena *a, const void *bytes, size_t len)
{
	AUTO_DOC doc = NULL;
	int r;

	if ((r = xml_bytes_altrui(&doc, bytes, len)) != 0)
		return r;
	return copy(out, a, xmlDocGetRootElement(doc));
}

/* ---- writing ---- */

/* The space a name stands in; NULL: none, or one that is not written. */
static const struct spazio *
space_of(const char *nome)
{
	size_t i, n = strcspn(nome, ":");

	for (i = 0; i < NELEM(spazi) && nome[n] == ':'; i++)
		if (strncmp(spazi[i].prefisso, nome, n) == 0 &&
		    spazi[i].prefisso[n] == '\0')
			return &spazi[i];
	return NULL;
}

static bool
written(const char *nome)
{
	return strchr(nome, ':') == NULL || space_of(nome) != NULL;
}

static void
mark_used(bool *used, const struct nodo *n)
{
	const struct spazio *s = space_of(n->nome);
	const struct attr *at;
	const struct nodo *c;

	if (s != NULL)
		used[s - spazi] = true;
	for (at = n->attr; at != NULL; at = at->succ)
		if ((s = space_of(at->nome)) != NULL)
			used[s - spazi] = true;
	for (c = n->primo; c != NULL; c = c->succ)
		if (c->nome != NULL)
			mark_used(used, c);
}

static void
put(struct buf *out, const struct nodo *n, const bool *used)
{
	const struct attr *at;
	const struct nodo *c;
	size_t i;

	buf_printf(out, "<%s", n->nome);
	for (i = 0; used != NULL && i < NELEM(spazi); i++)
		if (used[i] && strcmp(spazi[i].prefisso, "xml") != 0)
			buf_printf(out, " xmlns:%s=\"%s\"", spazi[i].prefisso,
			    spazi[i].uri);
	for (at = n->attr; at != NULL; at = at->succ) {
		if (!written(at->nome))
			continue;
		buf_printf(out, " %s=\"", at->nome);
		xml_put_escaped(out, at->valore, true);
		buf_putc(out, '"');
	}
	if (n->primo == NULL) {
		buf_puts(out, "/>");
		return;
	}
	buf_putc(out, '>');
	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL)
			xml_put_escaped(out, c->testo, false);
		else if (written(c->nome))
			put(out, c, NULL);
	}
	buf_printf(out, "</%s>", n->nome);
}

void
odf_write(struct buf *out, const struct nodo *root)
{
	bool used[NELEM(spazi)] = { false };

	mark_used(used, root);
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	put(out, root, used);
}
