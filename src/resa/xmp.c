/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xmp.c - the claim of PDF/UA-1 in the metadata of a PDF that LibreOffice has
 * just made: kept and completed, or taken away.
 *
 * PDF/A wants every property that it does not know itself described in the
 * packet (ISO 19005-2, 6.6.2.3.1); LibreOffice 7.4 claims PDF/UA and does not
 * describe the claim.  What comes in takes its bytes from the padding behind
 * the packet, what goes out gives them back: nothing in the file moves.
 * Refuses (fault) metadata that are compressed, occur twice, have not the form
 * LibreOffice writes, or have too little padding.
 */
#include <ctype.h>
#include <string.h>

#include "resa/interno.h"

#define UA "http://www.aiim.org/pdfua/ns/id/"
#define EXT "http://www.aiim.org/pdfa/ns/"
#define CLAIM " <rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"" UA "\">"
#define CLAIM_END "</rdf:Description>"
#define RDF_END "</rdf:RDF>"
#define META_END "</x:xmpmeta>"
#define PACKET_END "<?xpacket end="

static const char extension[] =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"" EXT "extension/\""
    " xmlns:pdfaSchema=\"" EXT "schema#\""
    " xmlns:pdfaProperty=\"" EXT "property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>" UA "</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 the document follows"
    "</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

static int
strange(const char *why)
{
	return err_set(ERR_FAULT, "i metadati XMP di LibreOffice %s", why);
}

/* The bytes of the packet inside the file; they stand there once. */
static int
packet_find(char **out, struct buf *pdf, const struct buf *xmp)
{
	char *at = memmem(pdf->data, pdf->len, xmp->data, xmp->len), *rest;

	if (xmp->len == 0 || at == NULL)
		return strange("sono compressi");
	rest = at + 1;
	if (memmem(rest, pdf->len - (size_t)(rest - pdf->data), xmp->data,
	    xmp->len) != NULL)
		return strange("compaiono due volte");
	*out = at;
	return 0;
}

/* Writes into the file, as many bytes as were there: `head` bytes of xmp,
 * what is new, the rest from `tail` on, and of the padding what is left. */
static int
packet_write(char *at, struct buf *xmp, size_t head, const char *new,
    size_t tail)
{
	const char *meta = strstr(buf_str(xmp) + tail, META_END), *end;
	AUTO_BUF out = { 0 };
	const char *s;

	if (meta == NULL || (end = strstr(meta, PACKET_END)) == NULL)
		return strange("non hanno la forma attesa");
	meta += strlen(META_END);
	for (s = meta; s < end; s++)
		if (!isspace((unsigned char)*s))
			return strange("non hanno la forma attesa");
	buf_append(&out, xmp->data, head);
	buf_puts(&out, new);
	buf_append(&out, xmp->data + tail, (size_t)(meta - xmp->data) - tail);
	if (out.len > (size_t)(end - xmp->data))
		return strange("non hanno abbastanza spazio");
	while (out.len < (size_t)(end - xmp->data))
		buf_putc(&out, ' ');
	memcpy(at, out.data, out.len);
	return 0;
}

int
xmp_ua(struct buf *pdf, struct buf *xmp, bool vale)
{
	const char *claim, *end;
	char *at = NULL;
	int r;

	if ((r = packet_find(&at, pdf, xmp)) != 0)
		return r;
	claim = strstr(buf_str(xmp), CLAIM);
	if (claim == NULL || (end = strstr(claim, CLAIM_END)) == NULL ||
	    strstr(end, CLAIM) != NULL)
		return strange("non dichiarano PDF/UA");
	if (!vale)
		return packet_write(at, xmp, (size_t)(claim - xmp->data), "",
		    (size_t)(end + strlen(CLAIM_END) - xmp->data));
	if ((end = strstr(claim, RDF_END)) == NULL)
		return strange("non hanno la forma attesa");
	return packet_write(at, xmp, (size_t)(end - xmp->data), extension,
	    (size_t)(end - xmp->data));
}
