/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * odf.h - the XML parts of an OpenDocument text, whose names stand in many
 * namespaces: read with one prefix for each, written back without a space
 * more or less.  Norm: OASIS ODF 1.3 part 3.
 */
#ifndef XML_ODF_H
#define XML_ODF_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"

/*
 * Names are "text:p", "style:name" with the usual prefix of the namespace,
 * whatever the document calls it; a name of a namespace that ODF and
 * LibreOffice do not have begins with "estraneo:", one without a namespace has
 * no prefix.  White space is kept, comments are not.  xml_parse's refusals;
 * invalid: the message says where.  Foreign bytes only inside a worker.
 */
int odf_parse(struct nodo **out, struct arena *a, const void *bytes,
    size_t len) MUST;

/*
 * Such a tree as bytes, the namespaces it uses declared on the root.  The
 * tree must have no "estraneo:" in it (they are left out).  nodo_pack and
 * xml_transform do not take such trees.
 */
void odf_write(struct buf *out, const struct nodo *root);

#endif
