/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firmato.h - a signed document as xmlsec takes it.
 *
 * The one public header that shows a type of libxml2, because xmlsec takes
 * nothing else: only firme/xades_verifica.c uses it.
 */
#ifndef XML_FIRMATO_H
#define XML_FIRMATO_H

#include <libxml/tree.h>
#include <stddef.h>

#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"

static inline void
auto_xml_doc(xmlDocPtr *d)
{
	if (*d != NULL)
		xmlFreeDoc(*d);
}
#define AUTO_DOC __attribute__((cleanup(auto_xml_doc))) xmlDocPtr

/*
 * A signed document of others: read as XML_ALTRUI does (xml/xml.h), but
 * instructions and comments, which a signature may cover, stay, and a DOCTYPE
 * is refused.
 */
int xml_bytes_firmati(xmlDocPtr *out, const void *bytes, size_t len) MUST;

/*
 * The canonical form of one element in its place, by the URI of the algorithm
 * (C14N 1.0, 1.1 or exclusive, without or with comments; NULL: 1.0).  Appended.
 * invalid: another algorithm.
 */
int xml_canonico_nodo(struct buf *out, const xmlNode *n, const char *forma)
    MUST;

#endif
