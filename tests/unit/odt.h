/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * odt.h - small ODTs written by the tests themselves, with a title and in
 * Italian, for those that turn them into PDF.
 */
#ifndef UNIT_ODT_H
#define UNIT_ODT_H

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "zip/zip.h"

#define ODT_MIME "application/vnd.oasis.opendocument.text"
#define ODT_NS(p, n) " xmlns:" p "=\"urn:oasis:names:tc:opendocument:xmlns:" \
	n ":1.0\""
#define ODT_SPAZI ODT_NS("office", "office") ODT_NS("text", "text") \
	ODT_NS("draw", "drawing") ODT_NS("svg", "svg-compatible") \
	ODT_NS("fo", "xsl-fo-compatible") ODT_NS("style", "style") \
	ODT_NS("table", "table") ODT_NS("meta", "meta") \
	" xmlns:xlink=\"http://www.w3.org/1999/xlink\"" \
	" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
#define ODT_XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define ODT_MANIFEST ODT_XML "<manifest:manifest" \
	ODT_NS("manifest", "manifest") " manifest:version=\"1.2\">" \
	"<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" \
	ODT_MIME "\"/><manifest:file-entry manifest:full-path=\"content.xml\"" \
	" manifest:media-type=\"text/xml\"/><manifest:file-entry " \
	"manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>" \
	"<manifest:file-entry manifest:full-path=\"meta.xml\" " \
	"manifest:media-type=\"text/xml\"/></manifest:manifest>"
#define ODT_STYLES ODT_XML "<office:document-styles office:version=\"1.2\"" \
	ODT_SPAZI "><office:styles><style:default-style " \
	"style:family=\"paragraph\"><style:text-properties fo:language=\"it\" " \
	"fo:country=\"IT\" style:font-name=\"Liberation Serif\"/>" \
	"</style:default-style></office:styles></office:document-styles>"

/* titolo NULL: without meta.xml. */
static inline void
odt_write(struct buf *out, const char *titolo, const char *corpo)
{
	AUTO(arena) a = arena_new();
	const char *content = arena_printf(a, ODT_XML "<office:document-"
	    "content office:version=\"1.2\"" ODT_SPAZI "><office:body>"
	    "<office:text>%s</office:text></office:body></office:document-"
	    "content>", corpo);
	const char *meta = arena_printf(a, ODT_XML "<office:document-meta "
	    "office:version=\"1.2\"" ODT_SPAZI "><office:meta><dc:title>%s"
	    "</dc:title></office:meta></office:document-meta>",
	    titolo != NULL ? titolo : "");
	const struct zip_part parts[] = {
		{ "mimetype", ODT_MIME, sizeof ODT_MIME - 1, 1 },
		{ "META-INF/manifest.xml", ODT_MANIFEST,
		    sizeof ODT_MANIFEST - 1, 0 },
		{ "content.xml", content, strlen(content), 0 },
		{ "styles.xml", ODT_STYLES, sizeof ODT_STYLES - 1, 0 },
		{ "meta.xml", meta, strlen(meta), 0 },
	};

	buf_clear(out);
	assert_int_equal(zip_write(out, parts, (int)NELEM(parts) -
	    (titolo == NULL)), 0);
}

#endif
