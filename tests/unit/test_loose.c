/* SPDX-License-Identifier: EUPL-1.2 */
/* Single objects: small ones are written as zlib would at level 0. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <cmocka.h>

#include "archivio/interno.h"

#define MOST 5000		/* bytes; some of them are compressed */

static void
make(struct buf *raw, size_t n)
{
	size_t i;

	buf_clear(raw);
	buf_printf(raw, "blob %zu", n);
	buf_putc(raw, '\0');
	for (i = 0; i < n; i++)
		buf_putc(raw, (char)(i * i >> 3));
}

/* What zlib makes of it at that level, in one call. */
static size_t
deflated(unsigned char *out, size_t room, const struct buf *raw, int level)
{
	uLongf n = room;

	assert_int_equal(compress2(out, &n, (const Bytef *)raw->data, raw->len,
	    level), Z_OK);
	return n;
}

static void
test_as_zlib(void **state)
{
	static unsigned char zip[2 * MOST];
	AUTO_BUF raw = { 0 };
	size_t n;

	(void)state;
	for (n = 0; n < MOST; n += n < 300 ? 1 : 37) {
		AUTO_BUF ours = { 0 };
		AUTO_LOOSE l = { 0 };
		size_t m;

		make(&raw, n);
		m = deflated(zip, sizeof zip, &raw, raw.len <= 3900 ?
		    Z_NO_COMPRESSION : Z_BEST_SPEED);
		assert_int_equal(loose_encode(&ours, &raw), 0);
		assert_int_equal(ours.len, m);
		assert_memory_equal(ours.data, zip, m);
		assert_int_equal(loose_decode(&l, ours.data, ours.len), 0);
		assert_true(loose_ours(&l, ours.data, ours.len));
		assert_int_equal(l.raw.len, raw.len);
		assert_memory_equal(l.raw.data, raw.data, raw.len);
		assert_int_equal(l.raw.len - l.start, n);
	}
}

/* Sound content in other bytes is read, and is not ours. */
static void
test_other_bytes(void **state)
{
	static unsigned char zip[2 * MOST];
	AUTO_BUF raw = { 0 };
	int level;
	size_t m;

	(void)state;
	make(&raw, 1000);
	for (level = 1; level <= 9; level++) {
		AUTO_LOOSE l = { 0 };

		m = deflated(zip, sizeof zip, &raw, level);
		assert_int_equal(loose_decode(&l, zip, m), 0);
		assert_memory_equal(l.raw.data, raw.data, raw.len);
		assert_false(loose_ours(&l, zip, m));
	}
}

/* Whatever bit of it is changed: refused, other content, or not our bytes. */
static void
test_every_bit(void **state)
{
	AUTO_BUF raw = { 0 }, good = { 0 };
	size_t i;
	int bit;

	(void)state;
	make(&raw, 60);
	assert_int_equal(loose_encode(&good, &raw), 0);
	for (i = 0; i < good.len * 8; i++) {
		AUTO_LOOSE l = { 0 };

		bit = 1 << i % 8;
		good.data[i / 8] = (char)(good.data[i / 8] ^ bit);
		if (loose_decode(&l, good.data, good.len) == 0)
			assert_false(l.raw.len == raw.len &&
			    memcmp(l.raw.data, raw.data, raw.len) == 0 &&
			    loose_ours(&l, good.data, good.len));
		good.data[i / 8] = (char)(good.data[i / 8] ^ bit);
	}
	err_clear();
}

static void
test_refused(void **state)
{
	static const char *const text[] = { "blob 4\0abc", "blob 2\0abc",
	    "blob 03\0abc", "cosa 3\0abc", "blob\0abc..", "blob -3\0ab",
	    "blob 3 abc" };
	unsigned char zip[100];
	size_t i, n;

	(void)state;
	for (i = 0; i < NELEM(text); i++) {
		AUTO_BUF raw = { 0 }, b = { 0 };
		struct loose l;

		buf_append(&raw, text[i], 10);
		assert_int_equal(loose_encode(&b, &raw), 0);
		assert_int_equal(loose_decode(&l, b.data, b.len), ERR_INVALID);
	}
	AUTO_BUF raw = { 0 }, b = { 0 };
	struct loose l;

	/* more than so few bytes can hold */
	buf_append(&raw, "blob 99999\0abc", 14);
	n = deflated(zip, sizeof zip, &raw, Z_BEST_SPEED);
	assert_int_equal(loose_decode(&l, zip, n), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "lunghezza non possibile"));
	make(&raw, 20);
	assert_int_equal(loose_encode(&b, &raw), 0);
	for (n = 0; n < b.len; n++)
		assert_int_equal(loose_decode(&l, b.data, n), ERR_INVALID);
	buf_putc(&b, 'x');
	assert_int_equal(loose_decode(&l, b.data, b.len), ERR_INVALID);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_as_zlib),
		cmocka_unit_test(test_other_bytes),
		cmocka_unit_test(test_every_bit),
		cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
