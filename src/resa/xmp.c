/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xmp.c - the claim of PDF/UA-1 in the metadata of a PDF that LibreOffice has
 * just made: kept and completed, or taken away.
 *
 * PDF/A wants every property that it does not know itself described in the
 * packet (ISO 19005-2, 6.6.2.3.1); LibreOffice 7.4 claims PDF/UA and does not
 * describe the claim.  What comes in takes its bytes from the padding behind
 * the packet, what goes out gives them back: nothing in the file moves.  What
 * LibreOffice escapes twice is escaped once.
 * Refuses (fault) metadata that are compressed, occur twice, have not the form
 * LibreOffice writes, or have too little padding.
 */
#include <ctype.h>
#include <string.h>

#include "base/resource.h"
#include "resa/interno.h"

#define EXTENSION "templates/pdf/pdfua.xml"
#define CLAIM "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
#define CLAIM_END "/rdf:Description>"
#define RDF_END "/rdf:RDF>"
#define META_END "/x:xmpmeta>"
#define PACKET_END "<?xpacket end="

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

/*
 * LibreOffice 7.4 escapes the title and the author twice ("A &amp;amp; B"):
 * here once, in place.
 */
static void
escape_once(struct buf *b)
{
	static const char *const names[] = { "amp;", "lt;", "gt;", "quot;",
	    "apos;", "#" };
	size_t i, from, to = 0;

	for (from = 0; from < b->len; ) {
		const char *s = b->data + from;

		b->data[to++] = *s;
		from++;
		if (strncmp(s, "&amp;", 5) != 0)
			continue;
		for (i = 0; i < NELEM(names); i++)
			if (strncmp(s + 5, names[i], strlen(names[i])) == 0)
				from += 4;
	}
	b->len = to;
	b->data[to] = '\0';
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
	escape_once(&out);
	if (out.len > (size_t)(end - xmp->data))
		return strange("non hanno abbastanza spazio");
	while (out.len < (size_t)(end - xmp->data))
		buf_putc(&out, ' ');
	memcpy(at, out.data, out.len);
	return 0;
}

/* The element that claims PDF/UA, from the blank before it to its end. */
static int
claim_find(size_t *from, size_t *to, const struct buf *xmp)
{
	const char *claim = strstr(xmp->data, CLAIM), *end;

	if (claim == NULL || strstr(claim + 1, CLAIM) != NULL ||
	    (end = strstr(claim, CLAIM_END)) == NULL)
		return strange("non dichiarano PDF/UA");
	while (claim > xmp->data && *claim != '<')
		claim--;
	if (claim > xmp->data && claim[-1] == ' ')
		claim--;
	*from = (size_t)(claim - xmp->data);
	*to = (size_t)(end - xmp->data) + strlen(CLAIM_END);
	return 0;
}

int
xmp_ua(struct buf *pdf, struct buf *xmp, bool vale)
{
	const struct resource *new = resource_find(EXTENSION);
	size_t from = 0, to = 0;
	char *at = NULL;
	const char *end;
	int r;

	if ((r = packet_find(&at, pdf, xmp)) != 0 ||
	    (r = claim_find(&from, &to, xmp)) != 0)
		return r;
	if (!vale)
		return packet_write(at, xmp, from, "", to);
	if (new == NULL)
		return err_set(ERR_FAULT, "manca %s", EXTENSION);
	if ((end = strstr(xmp->data + to, RDF_END)) == NULL)
		return strange("non hanno la forma attesa");
	to = (size_t)(end - xmp->data) - 1;	/* with its "<" */
	return packet_write(at, xmp, to, new->data, to);
}

int
xmp_mend(struct buf *pdf, struct buf *xmp)
{
	char *at = NULL;
	int r;

	if ((r = packet_find(&at, pdf, xmp)) != 0)
		return r;
	return packet_write(at, xmp, 0, "", 0);
}
