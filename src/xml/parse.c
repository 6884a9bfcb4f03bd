/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parse.c - the only function that turns bytes into our tree (lettura.c has
 * the parser and its refusals).
 *
 * Refuses besides, when XML_OURS is asked, any name outside our namespace;
 * and always two attributes that would be one without their prefixes.
 */
#include <stdlib.h>
#include <string.h>

#include "xml/interno.h"

struct copier {
	struct arena *a;
	int flags;
};

static const char *
text_of(const xmlNode *n)
{
	return n->content != NULL ? (const char *)n->content : "";
}

static int
line_of(const xmlNode *n)
{
	return (int)xmlGetLineNo(n);
}

static int
check_ours(const xmlNode *n)
{
	const xmlAttr *at;

	if (n->ns == NULL || strcmp((const char *)n->ns->href, XML_NS) != 0)
		return err_set(ERR_INVALID, "riga %d: «%s» non è nello spazio "
		    "dei nomi " XML_NS, line_of(n), (const char *)n->name);
	for (at = n->properties; at != NULL; at = at->next)
		if (at->ns != NULL)
			return err_set(ERR_INVALID, "riga %d: l'attributo «%s» "
			    "ha un prefisso", line_of(n),
			    (const char *)at->name);
	return 0;
}

/* Parser and pack.c have one idea of a name: the stricter of the two. */
static int
check_name(const xmlNode *n, const xmlChar *name)
{
	if (xml_name_valid((const char *)name))
		return 0;
	return err_set(ERR_INVALID, "riga %d: un nome ha caratteri non ammessi",
	    line_of(n));
}

static int
copy_attributes(struct copier *c, struct nodo *to, const xmlNode *n)
{
	const xmlAttr *at;
	const xmlNode *t;
	int count = 0, r;

	for (at = n->properties; at != NULL; at = at->next) {
		AUTO_BUF b = { 0 };

		if (++count > XML_ATTR_MAX)
			return err_set(ERR_INVALID, "riga %d: troppi attributi",
			    line_of(n));
		if ((r = check_name(n, at->name)) != 0)
			return r;
		if (nodo_attr(to, (const char *)at->name) != NULL)
			return err_set(ERR_INVALID, "riga %d: due attributi si "
			    "chiamano «%s»", line_of(n),
			    (const char *)at->name);
		for (t = at->children; t != NULL; t = t->next)
			buf_puts(&b, text_of(t));
		nodo_set(c->a, to, (const char *)at->name, buf_str(&b));
	}
	return 0;
}

/* Text gathered between two elements: comments do not part it. */
static void
flush(struct copier *c, struct nodo *to, struct buf *text, bool verbatim)
{
	if (verbatim || !xml_blank(buf_str(text)))
		nodo_text(c->a, to, buf_str(text));
	buf_clear(text);
}

static int copy(struct nodo **out, struct copier *c, const xmlNode *n,
    bool verbatim);

static int
copy_children(struct nodo *to, struct copier *c, const xmlNode *n,
    bool verbatim)
{
	AUTO_BUF text = { 0 };
	struct nodo *child;
	const xmlNode *x;
	int r;

	for (x = n->children; x != NULL; x = x->next) {
		switch (x->type) {
		case XML_TEXT_NODE:
		case XML_CDATA_SECTION_NODE:
			buf_puts(&text, text_of(x));
			break;
		case XML_ELEMENT_NODE:
			flush(c, to, &text, verbatim);
			if ((r = copy(&child, c, x, verbatim)) != 0)
				return r;
			nodo_add(to, child);
			break;
		case XML_COMMENT_NODE:
			break;
		default:
			return err_set(ERR_INVALID, "riga %d: entità non "
			    "ammessa", line_of(x));
		}
	}
	flush(c, to, &text, verbatim);
	return 0;
}

static int
copy(struct nodo **out, struct copier *c, const xmlNode *n, bool verbatim)
{
	struct nodo *to;
	int r;

	if ((r = check_name(n, n->name)) != 0)
		return r;
	if ((c->flags & XML_OURS) && (r = check_ours(n)) != 0)
		return r;
	to = nodo_new(c->a, (const char *)n->name);
	if ((r = copy_attributes(c, to, n)) != 0 ||
	    (r = copy_children(to, c, n, verbatim || xml_verbatim(to))) != 0)
		return r;
	*out = to;
	return 0;
}

static int
parse(struct nodo **out, xmlDocPtr *doc, struct arena *a, const void *bytes,
    size_t len, int flags)
{
	struct copier c = { a, flags };
	int r;

	r = flags & XML_ALTRUI ? xml_bytes_altrui(doc, bytes, len) :
	    xml_bytes(doc, bytes, len);
	if (r != 0)
		return r;
	return copy(out, &c, xmlDocGetRootElement(*doc), false);
}

int
xml_parse(struct nodo **out, struct arena *a, const void *bytes, size_t len,
    int flags)
{
	AUTO_DOC doc = NULL;

	return parse(out, &doc, a, bytes, len, flags);
}

int
xml_parse_keep(struct nodo **out, struct xml_letto **letto, struct arena *a,
    const void *bytes, size_t len, int flags)
{
	AUTO(xml_letto) x = calloc(1, sizeof *x);
	int r;

	if (x == NULL)
		abort();
	if ((r = parse(out, &x->doc, a, bytes, len, flags)) == 0)
		*letto = MOVE(x);
	return r;
}

void
xml_letto_free(struct xml_letto *letto)
{
	if (letto != NULL && letto->doc != NULL)
		xmlFreeDoc(letto->doc);
	free(letto);
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
