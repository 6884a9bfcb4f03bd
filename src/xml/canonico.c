/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * canonico.c - the canonical form of a document, of which a signature takes
 * the digest.  Refuses what xml_parse refuses.  Norm: W3C xml-exc-c14n.
 */
#include <libxml/c14n.h>

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
