/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * test_vestiti.c - what signed files of others are wrapped in, byte by byte:
 * clothes of mail and PEM, a CMS that libcrypto would not read, an envelope of
 * a time stamp.  What is not all there, or of another form, is none.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "firme/cms_interno.h"

#define OID_SIGNED "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
#define OID_DATA "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"
#define OID_STAMPED "\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x1f"
#define TEXT "\x04\x04""ciao"

static struct arena *arena;

/* ---- bytes by hand ---- */

struct byte_lit {
	const char *p;
	size_t n;
};
#define L(s) ((struct byte_lit){ s, sizeof(s) - 1 })

/* Tag, length, value; all shorter than 128. */
static void
put(struct buf *out, unsigned char tag, const void *p, size_t n)
{
	assert_true(n < 128);
	buf_putc(out, (char)tag);
	buf_putc(out, (char)n);
	buf_append(out, p, n);
}

/* b becomes the value of an element with that tag. */
static void
wrap(struct buf *b, unsigned char tag)
{
	AUTO_BUF in = { 0 };

	buf_append(&in, b->data, b->len);
	buf_clear(b);
	put(b, tag, in.data, in.len);
}

static struct byte_dati
of(const struct buf *b)
{
	return (struct byte_dati){ b->data, b->len };
}

/* ---- a CMS that libcrypto would not read ---- */

/* With that version and that content; outside it ends where it should. */
static void
signed_data(struct buf *b, struct byte_lit version, struct byte_lit content)
{
	AUTO_BUF in = { 0 };

	buf_append(&in, content.p, content.n);
	wrap(&in, 0xa0);
	buf_append(b, OID_DATA, sizeof OID_DATA - 1);
	buf_append(b, in.data, in.len);
	wrap(b, 0x30);
	buf_clear(&in);
	buf_append(&in, version.p, version.n);
	put(&in, 0x31, "", 0);
	buf_append(&in, b->data, b->len);
	wrap(&in, 0x30);
	wrap(&in, 0xa0);
	buf_clear(b);
	buf_append(b, OID_SIGNED, sizeof OID_SIGNED - 1);
	buf_append(b, in.data, in.len);
	wrap(b, 0x30);
}

#define VERSION L("\x02\x01\x01")

static bool
reads(const char *want, struct byte_lit version, struct byte_lit content)
{
	AUTO_BUF b = { 0 };
	struct byte_dati got;

	signed_data(&b, version, content);
	if (!ber_contenuto(&got, arena, of(&b)))
		return false;
	assert_int_equal(got.n, strlen(want));
	assert_memory_equal(got.p, want, got.n);
	return true;
}

static void
content_found(void **state)
{
	(void)state;
	assert_true(reads("ciao", VERSION, L(TEXT)));
	assert_true(reads("", VERSION, L("\x04\x00")));
	/* in pieces, with a length or to a mark */
	assert_true(reads("ciao", VERSION, L("\x24\x08\x04\x02""ci\x04\x02"
	    "ao")));
	assert_true(reads("ciao", VERSION, L("\x24\x80\x04\x02""ci\x04\x02"
	    "ao\0\0")));
	assert_true(reads("", VERSION, L("\x24\x80\0\0")));
	/* what stands before it may end at marks, within marks */
	assert_true(reads("ciao", L("\x30\x80\x02\x01\x01\x30\x80\0\0\0\0"),
	    L(TEXT)));
	/* a length of more bytes than it needs */
	assert_true(reads("ciao", VERSION, L("\x04\x82\0\x04""ciao")));
}

static void
content_refused(void **state)
{
	(void)state;
	/* more than there is; another string; pieces that are none */
	assert_false(reads("", VERSION, L("\x04\x7f""ciao")));
	assert_false(reads("", VERSION, L("\x0c\x04""ciao")));
	assert_false(reads("", VERSION, L("\x24\x7f\x04\x02""ci")));
	assert_false(reads("", VERSION, L("\x24\x04\x0c\x02""ci")));
	assert_false(reads("", VERSION, L("\x24\x04\x04\x7f""ci")));
	assert_false(reads("", VERSION, L("\x24\x80\x04\x02""ci")));
	/* lengths and tags that nobody writes */
	assert_false(reads("", VERSION, L("\x04\x85\0\0\0\0\x04""ciao")));
	assert_false(reads("", VERSION, L("\x04\x84\xff\xff\xff\xff""ciao")));
	assert_false(reads("", VERSION, L("\x04\x80""ciao")));
	assert_false(reads("", VERSION, L("\x1f\x04""ciao")));
	assert_false(reads("", L("\x02\x7f\x01"), L(TEXT)));
	assert_false(reads("", L("\x30\x80\x02\x7f\0\0"), L(TEXT)));
	/* marks within marks without end */
	assert_false(reads("", L("\x30\x80\x30\x80\x30\x80\x30\x80\x30\x80"
	    "\x30\x80\x30\x80\x30\x80\x30\x80\x30\x80\x30\x80\x30\x80\x30\x80"
	    "\x30\x80\x30\x80\x30\x80\x30\x80\x30\x80\x30\x80"), L(TEXT)));
}

/* Cut anywhere: what was within, or nothing; never something else. */
static void
content_cut(void **state)
{
	AUTO_BUF b = { 0 };
	struct byte_dati got;
	size_t i;

	(void)state;
	signed_data(&b, VERSION, L(TEXT));
	buf_puts(&b, "firma che manca");
	for (i = 0; i < b.len; i++) {
		AUTO_BUF cut = { 0 };

		buf_append(&cut, b.data, i);
		if (ber_contenuto(&got, arena, of(&cut))) {
			assert_int_equal(got.n, 4);
			assert_memory_equal(got.p, "ciao", 4);
		}
	}
}

/* ---- clothes ---- */

#define DER "\x30\x0d" OID_SIGNED "\x05\x00"
#define DER_64 "MA0GCSqGSIb3DQEHAgUA"
#define HEAD "MIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\n"

static bool
undressed(struct byte_lit s)
{
	struct byte_dati out;

	if (busta_der(&out, arena, s.p, s.n) != 0) {
		assert_non_null(strstr(err_msg(), "non è un file firmato"));
		err_clear();
		return false;
	}
	assert_true(out.n >= sizeof DER - 1);
	assert_memory_equal(out.p, DER, sizeof DER - 1);
	return true;
}

static void
clothes(void **state)
{
	(void)state;
	assert_true(undressed(L(DER)));
	assert_true(undressed(L(DER_64)));
	assert_true(undressed(L("\xef\xbb\xbf" DER_64 "\r\n")));
	assert_true(undressed(L(HEAD DER)));
	assert_true(undressed(L(HEAD DER_64)));
	assert_true(undressed(L("-----BEGIN PKCS7-----\n" DER_64
	    "\n-----END PKCS7-----\n")));
	assert_true(undressed(L("-----BEGIN PKCS7-----\nX: y\n\n" DER_64
	    "\n-----END PKCS7-----\n")));
	assert_true(undressed(L("-----BEGIN CMS-----\n" DER_64)));
	assert_false(undressed(L("")));
	assert_false(undressed(L("-----BEGIN PKCS7-----")));
	assert_false(undressed(L("Content-Type: x\n" DER_64)));
	assert_false(undressed(L("-----BEGIN PKCS7-----\nX: y\n" DER_64 "\n")));
	assert_false(undressed(L(DER_64 "-")));
	assert_false(undressed(L("M" DER_64)));
	assert_false(undressed(L("M===M")));
}

/* n times base64 of one another. */
static void
base64_of(struct buf *b, int times)
{
	static const char set[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq"
	    "rstuvwxyz0123456789+/";
	uint32_t bits;
	size_t i;
	int k, left;

	for (; times > 0; times--) {
		AUTO_BUF out = { 0 };

		for (i = 0; i < b->len; i += 3) {
			for (bits = 0, k = 0; k < 3; k++)
				bits = bits << 8 | (i + (size_t)k < b->len ?
				    (unsigned char)b->data[i + (size_t)k] : 0);
			left = (int)(b->len - i < 3 ? b->len - i : 3);
			for (k = 0; k < 4; k++)
				buf_putc(&out, k <= left ?
				    set[bits >> (18 - 6 * k) & 63] : '=');
		}
		buf_clear(b);
		buf_append(b, out.data, out.len);
	}
}

static void
clothes_on_clothes(void **state)
{
	int i;

	(void)state;
	for (i = 0; i < 6; i++) {
		AUTO_BUF b = { 0 };

		buf_append(&b, DER, sizeof DER - 1);
		base64_of(&b, i);
		assert_int_equal(undressed((struct byte_lit){ b.data, b.len }),
		    i <= 3);
		assert_int_equal(cms_sembra(b.data, b.len), i <= 3);
	}
	assert_true(cms_sembra(L(HEAD DER).p, L(HEAD DER).n));
	assert_false(cms_sembra(L(HEAD "%PDF").p, L(HEAD "%PDF").n));
	assert_false(cms_sembra("", 0));
}

/* ---- an envelope of a time stamp ---- */

#define INT "\x02\x01\x01"
#define URI "\x16\x01x"
#define META "\x30\x03\x01\x01\xff"	/* under the stamp too */
#define META_NOT "\x30\x03\x01\x01\x00"
#define TOKEN "\x30\x03\x02\x01\x07"
#define EVIDENCE "\xa0\x07\x30\x05" TOKEN

static bool
stamped(struct tsd *out, struct byte_lit kind, unsigned char tag,
    struct byte_lit in)
{
	AUTO_BUF b = { 0 }, body = { 0 };

	buf_append(&body, in.p, in.n);
	wrap(&body, 0x30);
	wrap(&body, tag);
	buf_append(&b, kind.p, kind.n);
	buf_append(&b, body.data, body.len);
	wrap(&b, 0x30);
	return tsd_read(out, arena, of(&b));
}

static void
is(struct byte_dati got, struct byte_lit want)
{
	assert_int_equal(got.n, want.n);
	if (want.n > 0)
		assert_memory_equal(got.p, want.p, want.n);
}

static void
envelope(void **state)
{
	const struct byte_lit kind = L(OID_STAMPED);
	struct tsd t;

	(void)state;
	assert_true(stamped(&t, kind, 0xa0, L(INT URI META TEXT EVIDENCE)));
	is(t.contenuto, L("ciao"));
	is(t.fuori.marcato, L(META "ciao"));
	is(t.fuori.token, L(TOKEN));
	assert_true(stamped(&t, kind, 0xa0, L(INT META_NOT TEXT EVIDENCE)));
	is(t.fuori.marcato, L("ciao"));
	assert_true(stamped(&t, kind, 0xa0, L(INT "\x04\x00" EVIDENCE)));
	is(t.contenuto, L(""));
	/* evidence that is none: shown without it */
	assert_true(stamped(&t, kind, 0xa0, L(INT URI TEXT)));
	is(t.fuori.token, L(""));
	assert_true(stamped(&t, kind, 0xa0, L(INT TEXT "\xa1\x07\x30\x05" TOKEN)));
	is(t.fuori.token, L(""));
	assert_true(stamped(&t, kind, 0xa0, L(INT TEXT "\xa0\x05" TOKEN)));
	is(t.fuori.token, L(""));
	assert_true(stamped(&t, kind, 0xa0, L(INT TEXT INT)));
	is(t.fuori.token, L(""));
}

static void
no_envelope(void **state)
{
	const struct byte_lit kind = L(OID_STAMPED);
	struct tsd t;

	(void)state;
	assert_false(stamped(&t, L(OID_SIGNED), 0xa0, L(INT TEXT EVIDENCE)));
	assert_false(stamped(&t, L(INT), 0xa0, L(INT TEXT EVIDENCE)));
	assert_false(stamped(&t, kind, 0xa1, L(INT TEXT EVIDENCE)));
	assert_false(stamped(&t, kind, 0x30, L(INT TEXT EVIDENCE)));
	assert_false(stamped(&t, kind, 0xa0, L("")));
	assert_false(stamped(&t, kind, 0xa0, L(INT TEXT)));
	assert_false(stamped(&t, kind, 0xa0, L(TEXT TEXT EVIDENCE)));
	assert_false(stamped(&t, kind, 0xa0, L(INT URI META)));
	assert_false(stamped(&t, kind, 0xa0, L(INT EVIDENCE EVIDENCE)));
	assert_false(tsd_read(&t, arena, (struct byte_dati){ "", 0 }));
	is(t.contenuto, L(""));
}

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(content_found),
		cmocka_unit_test(content_refused),
		cmocka_unit_test(content_cut),
		cmocka_unit_test(clothes),
		cmocka_unit_test(clothes_on_clothes),
		cmocka_unit_test(envelope),
		cmocka_unit_test(no_envelope),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
