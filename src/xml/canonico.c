/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * canonico.c - the canonical form of a document, of which a signature takes
 * the digest.  Refuses what xml_parse refuses.  Norm: W3C xml-exc-c14n.
 */
#include <libxml/c14n.h>
#include <stdlib.h>
#include <string.h>

#include "xml/interno.h"

int
xml_canonico(struct buf *out, const void *bytes, size_t len)
{
	AUTO_DOC doc = NULL;
	xmlChar *p = NULL;
	int n, r;

	if ((r = xml_bytes(&doc, bytes, len)) != 0)
		return r;
	n = xmlC14NDocDumpMemory(doc, NULL, XML_C14N_EXCLUSIVE_1_0, NULL, 0,
	    &p);
	if (n < 0 || p == NULL)
		return err_set(ERR_FAULT, "la forma canonica non riesce");
	buf_append(out, p, (size_t)n);
	xmlFree(p);
	return 0;
}

/* ---- one element ---- */

static const struct {
	const char *uri;
	int mode;
	bool comments;
} forme[] = {
	{ "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", XML_C14N_1_0,
	    false },
	{ "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
	    XML_C14N_1_0, true },
	{ "http://www.w3.org/2006/12/xml-c14n11", XML_C14N_1_1, false },
	{ "http://www.w3.org/2006/12/xml-c14n11#WithComments", XML_C14N_1_1,
	    true },
	{ "http://www.w3.org/2001/10/xml-exc-c14n#", XML_C14N_EXCLUSIVE_1_0,
	    false },
	{ "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
	    XML_C14N_EXCLUSIVE_1_0, true },
};

/* Is it, or what holds it, the element? */
static int
within(void *top, xmlNodePtr n, xmlNodePtr parent)
{
	const xmlNode *x = n->type == XML_NAMESPACE_DECL ? parent : n;

	for (; x != NULL; x = x->parent)
		if (x == top)
			return 1;
	return 0;
}

int
xml_canonico_nodo(struct buf *out, const xmlNode *n, const char *forma)
{
	xmlOutputBufferPtr b;
	size_t i = 0;
	int r;

	while (forma != NULL && i < NELEM(forme) &&
	    strcmp(forme[i].uri, forma) != 0)
		i++;
	if (i == NELEM(forme))
		return err_set(ERR_INVALID, "forma canonica sconosciuta");
	if ((b = xmlAllocOutputBuffer(NULL)) == NULL)
		abort();
	r = xmlC14NExecute(n->doc, within, (void *)(uintptr_t)n,
	    forme[i].mode, NULL, forme[i].comments, b);
	if (r >= 0)
		buf_append(out, xmlOutputBufferGetContent(b),
		    xmlOutputBufferGetSize(b));
	xmlOutputBufferClose(b);
	return r < 0 ? err_set(ERR_FAULT, "la forma canonica non riesce") : 0;
}
