/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xml.h - libxml2 and libxslt made safe.
 *
 * xml_parse is the only function of the program that turns bytes into a tree.
 * It refuses: any DOCTYPE, external anything, bytes that are not UTF-8, NUL,
 * depth over 256, processing instructions (but see XML_ALTRUI), names outside
 * XML_NS when XML_OURS is asked.  Foreign bytes are given to it only inside a worker.
 */
#ifndef XML_XML_H
#define XML_XML_H

#include "base/arena.h"
#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

enum {
	XML_OURS = 1,	/* all elements in XML_NS, all attributes in none */
	/*
	 * Written by others: names without their prefixes, no instructions; a
	 * DOCTYPE is passed over, refused when it declares entities or
	 * attributes.  May declare ISO-8859-1, ISO-8859-15 or windows-1252.
	 */
	XML_ALTRUI = 2
};

/* Once, before anything else: no network, no loader, errors to err.h. */
void xml_init(void);

/* invalid: the message says where and what. */
int xml_parse(struct nodo **out, struct arena *a, const void *bytes,
    size_t len, int flags) MUST;

/* The same, and what was parsed, so that it is validated without being parsed
 * once more; it is freed by xml_letto_free. */
struct xml_letto;
int xml_parse_keep(struct nodo **out, struct xml_letto **letto,
    struct arena *a, const void *bytes, size_t len, int flags) MUST;
void xml_letto_free(struct xml_letto *letto);
AUTO_DEFINE(xml_letto, xml_letto_free)

/*
 * Validates against the shipped schema "schema/<nome>.xsd" (compiled once a
 * process).  Each fault becomes a rilievo in Italian with the path of the
 * element; returns 0 even then.  absent: no such schema; invalid: the bytes
 * do not parse.
 */
int xml_validate(struct rilievi *out, const char *nome, const void *bytes,
    size_t len) MUST;
/* The same with a schema given as bytes (ente/tipi/); `chiave` names it, or with
 * NULL the shipped one. */
int xml_validate_with(struct rilievi *out, const char *chiave,
    const void *schema, size_t schema_len, const void *bytes, size_t len)
    MUST;
/* Both, of what xml_parse_keep has kept (schema NULL: the shipped `nome`). */
int xml_validate_letto(struct rilievi *out, const char *nome,
    const void *schema, size_t schema_len, struct xml_letto *letto) MUST;

/* A schema in our namespace, from the tree of what is in it: names of the
 * schema language without prefix, as xml_parse gives them. */
void xml_write_schema(struct buf *out, const struct nodo *schema);

/*
 * Applies the shipped stylesheet "xslt/<foglio>.xsl" (compiled once a
 * process, everything but pure transformation forbidden, bounded depth and
 * operations) to a tree; appends what its xsl:output says.
 * params: name, value, name, value, NULL; values are strings, not XPath.
 */
int xml_transform(struct buf *out, const char *foglio, const struct nodo *doc,
    const char *const *params) MUST;

/* The same with a sheet given as bytes, not cached: those of an office, and
 * only inside a worker. */
int xml_transform_with(struct buf *out, const void *sheet, size_t len,
    const struct nodo *root, const char *const *params) MUST;

/*
 * The same with a sheet that the program has made (of a model of the office),
 * compiled once a process; `chiave` (its impronta) names it.
 */
int xml_transform_made(struct buf *out, const char *chiave, const void *sheet,
    size_t len, const struct nodo *doc, const char *const *params) MUST;

/* A shipped sheet on a document that is not of ours (xml/odf.h), as bytes; it
 * need not be of one namespace.  Foreign bytes only inside a worker. */
int xml_transform_bytes(struct buf *out, const char *foglio,
    const void *bytes, size_t len) MUST;

/* Exclusive XML Canonicalization 1.0, without comments, of what xml_parse would
 * read: the bytes of which a signature takes the digest. */
int xml_canonico(struct buf *out, const void *bytes, size_t len) MUST;

/* Compiles it now: before a worker closes its door. */
int xml_preload_schema(const char *nome) MUST;
int xml_preload_sheet(const char *foglio) MUST;

#endif
