/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ber.c - the content of a CMS that libcrypto will not read: one damaged
 * behind its content, or with a certificate that is not quite one.  Somebody
 * must be able to read what arrived, whatever the signature is worth.
 *
 * Refuses: content that is not all there.  What is found here is never
 * verified, and is shown so.
 */
#include <string.h>

#include "firme/cms_interno.h"

#define GRADI_MAX 16		/* of lengths that end with a mark */

struct ber {
	const unsigned char *p, *end;
};

/* Tag, and length: SIZE_MAX when it is at the end mark. */
static bool
head(unsigned char *tag, size_t *len, struct ber *b)
{
	size_t n;
	int i;

	if (b->end - b->p < 2 || (b->p[0] & 0x1f) == 0x1f)
		return false;
	*tag = *b->p++;
	n = *b->p++;
	if (n == 0x80) {
		*len = SIZE_MAX;
		return (*tag & 0x20) != 0;
	}
	if (n > 0x80) {
		i = (int)(n & 0x7f);
		if (i > 4 || b->end - b->p < i)
			return false;
		for (n = 0; i > 0; i--)
			n = n << 8 | *b->p++;
	}
	*len = n;
	return true;
}

static bool
at_mark(const struct ber *b)
{
	return b->end - b->p >= 2 && b->p[0] == 0 && b->p[1] == 0;
}

/* Over one element, whatever it is. */
static bool
skip(struct ber *b, int depth)
{
	unsigned char tag;
	size_t len;

	if (depth > GRADI_MAX || !head(&tag, &len, b))
		return false;
	if (len != SIZE_MAX) {
		if (len > (size_t)(b->end - b->p))
			return false;
		b->p += len;
		return true;
	}
	while (!at_mark(b))
		if (!skip(b, depth + 1))
			return false;
	b->p += 2;
	return true;
}

/* Into an element with this tag.  Its end may be missing: what is looked for
 * stands before. */
static bool
enter(struct ber *b, unsigned char tag)
{
	unsigned char found;
	size_t len;

	if (!head(&found, &len, b) || found != tag)
		return false;
	if (len < (size_t)(b->end - b->p))
		b->end = b->p + len;
	return true;
}

static bool
is_oid(struct ber *b, const char *der, size_t n)
{
	if ((size_t)(b->end - b->p) < n || memcmp(b->p, der, n) != 0)
		return false;
	b->p += n;
	return true;
}

/* A string of bytes, in one piece or in several. */
static bool
octets(struct buf *out, struct ber *b)
{
	unsigned char tag;
	size_t len;
	bool to_mark;

	if (!head(&tag, &len, b))
		return false;
	to_mark = len == SIZE_MAX;
	if (!to_mark && len > (size_t)(b->end - b->p))
		return false;
	if (tag == 0x04) {
		buf_append(out, b->p, len);
		return true;
	}
	if (tag != 0x24)
		return false;
	if (!to_mark)
		b->end = b->p + len;
	while (to_mark ? !at_mark(b) : b->p < b->end) {
		if (!head(&tag, &len, b) || tag != 0x04 ||
		    len > (size_t)(b->end - b->p))
			return false;
		buf_append(out, b->p, len);
		b->p += len;
	}
	return true;
}

bool
ber_contenuto(struct byte_dati *out, struct arena *a, struct byte_dati cms)
{
	static const char signed_data[] = "\x06\x09\x2a\x86\x48\x86\xf7\x0d"
	    "\x01\x07\x02";
	struct ber b = { cms.p, (const unsigned char *)cms.p + cms.n };
	AUTO_BUF content = { 0 };

	/* ContentInfo, SignedData: version, digests, then the content */
	if (!enter(&b, 0x30) ||
	    !is_oid(&b, signed_data, sizeof signed_data - 1) ||
	    !enter(&b, 0xa0) || !enter(&b, 0x30) || !skip(&b, 0) ||
	    !skip(&b, 0) || !enter(&b, 0x30) || !skip(&b, 0) ||
	    !enter(&b, 0xa0) || !octets(&content, &b))
		return false;
	out->p = arena_memdup(a, buf_str(&content), content.len + 1);
	out->n = content.len;
	return true;
}
