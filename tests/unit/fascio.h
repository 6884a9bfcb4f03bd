/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fascio.h - a git bundle written by hand, and what must come of it; included
 * once by a test file.
 */
#ifndef FASCIO_H
#define FASCIO_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <zlib.h>

#include "archivio/interno.h"

/* not every test file uses all of it */
#pragma GCC diagnostic ignored "-Wunused-function"

#define HEADER "# v2 git bundle\n"

static void
put_u32(struct buf *b, uint32_t v)
{
	buf_u32(b, v);
}

static void
put_deflated(struct buf *b, const void *p, size_t n)
{
	uLongf len = compressBound(n);
	Bytef *to = malloc(len);

	assert_int_equal(compress2(to, &len, p, n, 9), Z_OK);
	buf_append(b, to, len);
	free(to);
}

/* Kind and size as a pack has them. */
static void
put_kind(struct buf *b, int kind, size_t n)
{
	unsigned int c = (unsigned int)(kind << 4 | (int)(n & 15));

	for (n >>= 4; n != 0; n >>= 7) {
		buf_putc(b, (char)(c | 0x80));
		c = n & 0x7f;
	}
	buf_putc(b, (char)c);
}

static void
put_object(struct buf *b, int kind, const void *p, size_t n)
{
	put_kind(b, kind, n);
	put_deflated(b, p, n);
}

static void
begin(struct buf *b, uint32_t count)
{
	buf_puts(b, HEADER
	    "1111111111111111111111111111111111111111 refs/heads/main\n\n");
	buf_puts(b, "PACK");
	put_u32(b, 2);
	put_u32(b, count);
}

static void
end(struct buf *b)
{
	static const char zero[20];

	buf_append(b, zero, sizeof zero);
}

static void
refused(struct buf *b, const char *why)
{
	AUTO_BUF out = { 0 };

	assert_int_equal(bundle_unpack(&out, b->data, b->len), ERR_INVALID);
	if (strstr(err_msg(), why) == NULL)
		fail_msg("wanted «%s», got «%s»", why, err_msg());
	assert_int_equal(out.len, 0);
}

#endif
