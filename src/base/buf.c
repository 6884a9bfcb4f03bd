/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
grow(struct buf *b, size_t n)
{
	size_t need;

	assert(n < SIZE_MAX / 4 && b->len < SIZE_MAX / 4);
	need = b->len + n + 1;
	if (need <= b->cap)
		return;
	if (need < b->cap * 2)
		need = b->cap * 2;
	if (need < 256)
		need = 256;
	b->data = realloc(b->data, need);
	if (b->data == NULL)
		abort();
	b->cap = need;
}

void
buf_free(struct buf *b)
{
	if (b == NULL)
		return;
	free(b->data);
	b->data = NULL;
	b->len = b->cap = 0;
}

void
buf_append(struct buf *b, const void *p, size_t n)
{
	grow(b, n);
	if (n > 0)
		memcpy(b->data + b->len, p, n);
	b->len += n;
	b->data[b->len] = '\0';
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_append(b, s, strlen(s));
}

void
buf_putc(struct buf *b, char c)
{
	buf_append(b, &c, 1);
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	assert(n >= 0);
	grow(b, (size_t)n);
	va_start(ap, fmt);
	vsnprintf(b->data + b->len, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->len += (size_t)n;
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	if (b->data != NULL)
		b->data[0] = '\0';
}

const char *
buf_str(struct buf *b)
{
	grow(b, 0);
	b->data[b->len] = '\0';
	return b->data;
}

void
buf_u32(struct buf *b, uint32_t v)
{
	unsigned char p[4] = {
		(unsigned char)(v >> 24), (unsigned char)(v >> 16),
		(unsigned char)(v >> 8), (unsigned char)v
	};

	buf_append(b, p, sizeof p);
}

void
buf_block(struct buf *b, const void *p, size_t n)
{
	assert(n <= UINT32_MAX);
	buf_u32(b, (uint32_t)n);
	buf_append(b, p, n);
}

static int
short_of(struct cursor *c)
{
	c->left = 0;
	return err_set(ERR_INVALID, "risposta troncata fra processi");
}

int
cursor_u32(uint32_t *out, struct cursor *c)
{
	if (c->left < 4)
		return short_of(c);
	*out = (uint32_t)c->p[0] << 24 | (uint32_t)c->p[1] << 16 |
	    (uint32_t)c->p[2] << 8 | c->p[3];
	c->p += 4;
	c->left -= 4;
	return 0;
}

int
cursor_block(const void **out, size_t *len, struct cursor *c)
{
	uint32_t n = 0;
	int r;

	if ((r = cursor_u32(&n, c)) != 0)
		return r;
	if (c->left < n)
		return short_of(c);
	*out = c->p;
	*len = n;
	c->p += n;
	c->left -= n;
	return 0;
}
