/* SPDX-License-Identifier: EUPL-1.2 */
/* interno.h - libxml2 inside the room xml/, and what its files share. */
#ifndef XML_INTERNO_H
#define XML_INTERNO_H

#include <stdint.h>

#include <libxml/tree.h>

#include "base/auto.h"
#include "base/buf.h"
#include "xml/campi.h"
#include "xml/firmato.h"
#include "xml/xml.h"

#define XML_ATTR_MAX 256	/* attributes of one element */

struct xml_letto {
	xmlDocPtr doc;
};

/* Bytes → libxml2 tree, with every refusal of xml_parse but XML_OURS. */
int xml_bytes(xmlDocPtr *out, const void *bytes, size_t len) MUST;

/* The same for a document of others, as XML_ALTRUI reads it. */
int xml_bytes_altrui(xmlDocPtr *out, const void *bytes, size_t len) MUST;
/* The name of the code a document declares, in its bytes; NULL: none. */
const char *xml_declared(size_t *n, const void *bytes, size_t len);
/* A document of others in UTF-8; invalid: another code, or not its bytes. */
int xml_to_utf8(struct buf *out, const void *bytes, size_t len) MUST;

/* Our own path of a libxml2 node: "/registra/allegato[2]/nome". */
void xml_node_path(struct buf *out, const xmlNode *n);

/* Only white space (or nothing)? */
bool xml_blank(const char *s);
/* p, voce, punto, titolo, cella: below them white space is text. */
bool xml_verbatim(const struct nodo *n);
/* Bytes of the character at s that XML 1.0 does not allow; 0: it does. */
size_t xml_illegal(const char *s);
bool xml_text_valid(const char *s);	/* no such character; s is UTF-8 */
bool xml_name_valid(const char *s);	/* a name without a colon */
/* Text as it stands in a document; what XML does not allow as U+FFFD. */
void xml_put_escaped(struct buf *out, const char *s, bool attribute);

#endif
