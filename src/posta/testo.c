/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * testo.c - text of e-mails into UTF-8, whatever its label says.
 *
 * The declared charset is believed when the bytes fit it; then UTF-8 is tried;
 * windows-1252 is the last resort, because it is what Italian offices send
 * under other names and because it never fails.  Every wrong label is noted.
 */
#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "posta/interno.h"

/* Latin-1 is read as its superset windows-1252, as every browser does. */
static const char *const cp1252_names[] = {
	"windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1",
	"latin1", "latin-1", "l1",
};

static const char *const utf8_names[] = {
	"utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "",
};

/* Charsets met in mail; their tables are loaded before the door closes. */
static const char *const preloaded[] = {
	"UTF-8", "UTF-7", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII",
	"ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5",
	"ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9", "ISO-8859-10",
	"ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16", "CP1250",
	"CP1251", "CP1252", "CP1253", "CP1254", "CP1255", "CP1256", "CP1257",
	"CP1258", "CP850", "CP437", "KOI8-R", "KOI8-U", "MACINTOSH", "GB2312",
	"GBK", "GB18030", "BIG5", "EUC-JP", "SHIFT_JIS", "ISO-2022-JP",
	"EUC-KR", "TIS-620",
};

static iconv_t loaded[NELEM(preloaded)];

/* 0x80-0x9f of windows-1252; 0: not assigned. */
static const gunichar cp1252_high[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

void
testo_init(void)
{
	size_t i;

	/* never closed: a table no longer in use could be unloaded */
	for (i = 0; i < NELEM(preloaded); i++)
		if (loaded[i] == NULL)
			loaded[i] = iconv_open("UTF-8", preloaded[i]);
}

static bool
one_of(const char *s, const char *const *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcasecmp(s, list[i]) == 0)
			return true;
	return false;
}

static void
put_char(struct buf *out, gunichar c)
{
	char utf8[6];

	buf_append(out, utf8, (size_t)g_unichar_to_utf8(c, utf8));
}

static void
from_cp1252(struct buf *out, const unsigned char *p, size_t n)
{
	gunichar c;
	size_t i;

	for (i = 0; i < n; i++) {
		c = p[i];
		if (c >= 0x80 && c < 0xa0)
			c = cp1252_high[c - 0x80];
		put_char(out, c != 0 ? c : 0xfffd);
	}
}

/* Only names that cannot say anything else to iconv ("//", a path). */
static bool
charset_plain(const char *s)
{
	return strlen(s) < 40 && s[strspn(s,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789-_.:")] == '\0';
}

static bool
from_charset(struct buf *out, const void *p, size_t n, const char *charset)
{
	char *in = (char *)(uintptr_t)p, piece[4096];
	iconv_t cd;
	bool ok = true;

	if (!charset_plain(charset) ||
	    (cd = iconv_open("UTF-8", charset)) == (iconv_t)-1)
		return false;
	while (ok && n > 0) {
		char *to = piece;
		size_t room = sizeof piece, r;

		r = iconv(cd, &in, &n, &to, &room);
		buf_append(out, piece, (size_t)(to - piece));
		ok = r != (size_t)-1 || errno == E2BIG;
	}
	iconv_close(cd);
	return ok && utf8_valid(buf_str(out), out->len);
}

/* A NUL has no place in a text, and is no reason to doubt the rest. */
static void
append_without_nul(struct buf *out, const char *p, size_t n)
{
	const char *end = p + n, *nul;

	while ((nul = memchr(p, '\0', (size_t)(end - p))) != NULL) {
		buf_append(out, p, (size_t)(nul - p));
		p = nul + 1;
	}
	buf_append(out, p, (size_t)(end - p));
}

static void
to_utf8(struct buf *out, const void *p, size_t n, const char *charset,
    const char **nota)
{
	if (one_of(charset, utf8_names, NELEM(utf8_names))) {
		append_without_nul(out, p, n);
		if (utf8_valid(buf_str(out), out->len))
			return;
		buf_clear(out);
		*nota = "caratteri non UTF-8: letti come windows-1252";
		from_cp1252(out, p, n);
		return;
	}
	if (one_of(charset, cp1252_names, NELEM(cp1252_names))) {
		from_cp1252(out, p, n);
		return;
	}
	if (from_charset(out, p, n, charset))
		return;
	buf_clear(out);
	if (n > 0 && utf8_valid(p, n)) {
		*nota = "caratteri dichiarati in modo errato: letti come UTF-8";
		buf_append(out, p, n);
		return;
	}
	*nota = "caratteri dichiarati in modo errato: letti come windows-1252";
	from_cp1252(out, p, n);
}

/* Marks that reorder or hide what a reader sees. */
static bool
is_trick(gunichar c)
{
	return c == 0x061c || (c >= 0x200b && c <= 0x200f) ||
	    (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
	    c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
	    (c >= 0xe0000 && c <= 0xe0fff);
}

static char *
nfc(struct arena *a, const char *s)
{
	char *out;

	/* valid already; what utf8proc still refuses stays as it is */
	if (utf8_nfc(&out, a, s) != 0) {
		err_clear();
		return arena_strdup(a, s);
	}
	return out;
}

/* LF for CR LF and CR; no other control character but TAB; no tricks. */
static void
clean_body(struct buf *out, const char *s, size_t n)
{
	const char *p, *end = s + n;
	gunichar c;

	for (p = s; p < end; p = g_utf8_next_char(p)) {
		c = g_utf8_get_char(p);
		if (c == '\r' && p + 1 < end && p[1] == '\n')
			continue;
		if (c == '\r')
			c = '\n';
		if ((c < 0x20 && c != '\n' && c != '\t') ||
		    (c >= 0x7f && c < 0xa0) || is_trick(c))
			continue;
		put_char(out, c);
	}
}

char *
testo_body(struct arena *a, const void *p, size_t n, const char *charset,
    const char **nota)
{
	AUTO_BUF raw = { 0 }, clean = { 0 };

	if (n == 0)
		return arena_strdup(a, "");
	to_utf8(&raw, p, n, charset != NULL ? charset : "", nota);
	clean_body(&clean, buf_str(&raw), raw.len);
	return nfc(a, buf_str(&clean));
}

char *
testo_line(struct arena *a, const char *s)
{
	AUTO_BUF raw = { 0 }, line = { 0 };
	const char *p, *ignored = NULL;
	bool space = false;
	gunichar c;

	if (s == NULL)
		return arena_strdup(a, "");
	to_utf8(&raw, s, strlen(s), "", &ignored);
	for (p = buf_str(&raw); *p != '\0'; p = g_utf8_next_char(p)) {
		c = g_utf8_get_char(p);
		if (is_trick(c))
			continue;
		if (c <= 0x20 || (c >= 0x7f && c <= 0xa0)) {
			space = true;
			continue;
		}
		if (space && line.len > 0)
			buf_putc(&line, ' ');
		space = false;
		put_char(&line, c);
	}
	return nfc(a, buf_str(&line));
}
