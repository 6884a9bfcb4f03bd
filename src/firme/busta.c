/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * busta.c - the clothes a signed file comes in: PEM with any label, base64 with
 * or without line breaks and padding, the head of a mail message, base64 of
 * base64.  Inside there must be a CMS.
 *
 * Refuses: anything else among the digits of base64.  Nothing of the signed
 * content is ever put right: it is inside, and as it was.
 */
#include "firme/cms_interno.h"

#include <string.h>
#include <strings.h>

#define VESTITI_MAX 3		/* base64 of base64 of base64 */
#define SPIA 256		/* bytes looked at for a guess */

/* 1.2.840.113549.1.7.2, signedData */
static const unsigned char signed_data[] = { 0x06, 0x09, 0x2a, 0x86, 0x48,
    0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02 };

/* 1.2.840.113549.1.9.16.1.31, timestampedData: one may be inside */
static const unsigned char stamped_data[] = { 0x06, 0x0b, 0x2a, 0x86, 0x48,
    0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x1f };

static int
digit(unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static bool
blank(unsigned char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
}

static void
skip_blank(struct byte_dati *b)
{
	const unsigned char *p = b->p;

	if (b->n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0) {
		p += 3;
		b->n -= 3;
	}
	for (; b->n > 0 && blank(*p); p++, b->n--)
		;
	b->p = p;
}

/* The bytes, up to `max` of them; false: there is something else in it.  With
 * `part` the digits may end anywhere. */
static bool
decode(unsigned char *out, size_t *len, struct byte_dati b, size_t max,
    bool part)
{
	const unsigned char *p = b.p, *end = p + b.n;
	uint32_t bits = 0;
	int n = 0, d;

	for (*len = 0; p < end && *len < max; p++) {
		if (*p == '=')
			break;
		if (blank(*p))
			continue;
		if ((d = digit(*p)) < 0)
			return false;
		bits = bits << 6 | (uint32_t)d;
		if (++n % 4 != 1)
			out[(*len)++] = (unsigned char)(bits >>
			    (n % 4 == 2 ? 4 : n % 4 == 3 ? 2 : 0));
	}
	if (*len == max || part)
		return *len > 0;
	for (; p < end; p++)
		if (*p != '=' && !blank(*p))
			return false;
	return n % 4 != 1 && *len > 0;
}

/* What stands behind the empty line that ends a head. */
static struct byte_dati
behind_head(struct byte_dati b)
{
	const unsigned char *p = b.p, *end = p + b.n, *line = p;

	for (; p < end; p++) {
		if (*p != '\n')
			continue;
		if (p - line <= 1)
			return (struct byte_dati){ p + 1,
			    (size_t)(end - p - 1) };
		line = p + 1;
	}
	return (struct byte_dati){ end, 0 };
}

/* The digits between the two lines of a PEM; its own head is left out. */
static struct byte_dati
within_pem(struct byte_dati b)
{
	const unsigned char *end, *p = b.p, *nl = memchr(p, '\n', b.n);
	struct byte_dati in = { "", 0 };

	if (nl == NULL)
		return in;
	in.p = nl + 1;
	in.n = (size_t)(p + b.n - (nl + 1));
	end = memmem(in.p, in.n, "-----END", 8);
	if (end != NULL)
		in.n = (size_t)(end - (const unsigned char *)in.p);
	return memchr(in.p, ':', in.n) != NULL ? behind_head(in) : in;
}

static bool
begins(struct byte_dati b, const char *word)
{
	size_t n = strlen(word);

	return b.n >= n && strncasecmp(b.p, word, n) == 0;
}

/* Of the outer clothes only the digits remain. */
static struct byte_dati
digits(struct byte_dati b)
{
	skip_blank(&b);
	if (begins(b, "MIME-Version:") || begins(b, "Content-Type:") ||
	    begins(b, "Content-Transfer-Encoding:") ||
	    begins(b, "Content-Disposition:"))
		b = behind_head(b);
	skip_blank(&b);
	return begins(b, "-----BEGIN ") ? within_pem(b) : b;
}

static bool
is_der(struct byte_dati b)
{
	return b.n > 2 && *(const unsigned char *)b.p == 0x30;
}

int
busta_der(struct byte_dati *out, struct arena *a, const void *p, size_t n)
{
	struct byte_dati b = { p, n };
	unsigned char *bytes;
	size_t len;
	int i;

	for (i = 0; i <= VESTITI_MAX; i++) {
		if (is_der(b)) {
			*out = b;
			return 0;
		}
		b = digits(b);
		if (is_der(b))
			continue;
		bytes = arena_alloc(a, b.n / 4 * 3 + 3);
		if (!decode(bytes, &len, b, SIZE_MAX, false))
			break;
		b = (struct byte_dati){ bytes, len };
	}
	return err_set(ERR_INVALID, "non è un file firmato CMS");
}

/* Bytes that may begin one of ours: its OID stands near. */
static bool
names_signed(const unsigned char *p, size_t n)
{
	size_t near = n < 40 ? n : 40;

	return n > 2 && p[0] == 0x30 &&
	    (memmem(p, near, signed_data, sizeof signed_data) != NULL ||
	    memmem(p, near, stamped_data, sizeof stamped_data) != NULL);
}

bool
cms_sembra(const void *p, size_t n)
{
	unsigned char buf[2][SPIA];
	struct byte_dati b = { p, n };
	size_t len;
	int i;

	for (i = 0; i <= VESTITI_MAX; i++) {
		if (names_signed(b.p, b.n))
			return true;
		b = digits(b);
		if (names_signed(b.p, b.n))
			return true;
		if (!decode(buf[i % 2], &len, b, SPIA, i > 0))
			return false;
		b = (struct byte_dati){ buf[i % 2], len };
	}
	return false;
}
