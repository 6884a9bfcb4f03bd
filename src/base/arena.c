/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * arena.c - blocks in a list, bump allocation inside a block.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef ARENA_SINGLE
#define BLOCK ((size_t)1)		/* `make san`: one malloc a piece */
#define FIRST BLOCK
#else
#define BLOCK ((size_t)16 * 1024)
#define FIRST ((size_t)2 * 1024)	/* most arenas hold a path or two */
#endif
#define ALIGN alignof(max_align_t)

struct block {
	struct block *next;
	size_t used, size;		/* bytes of data */
	alignas(max_align_t) unsigned char data[];
};

struct arena {
	struct block *block;
};

static struct block *
block_new(struct block *next, size_t size)
{
	struct block *b = calloc(1, sizeof *b + size);

	if (b == NULL)
		abort();
	b->next = next;
	b->size = size;
	return b;
}

struct arena *
arena_new(void)
{
	struct arena *a = calloc(1, sizeof *a);

	if (a == NULL)
		abort();
	return a;
}

void
arena_free(struct arena *a)
{
	struct block *b, *next;

	if (a == NULL)
		return;
	for (b = a->block; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

void *
arena_alloc(struct arena *a, size_t size)
{
	struct block *b = a->block;
	size_t least = b == NULL ? FIRST : BLOCK;
	void *p;

	assert(size < SIZE_MAX / 2);
	size = (size + ALIGN - 1) / ALIGN * ALIGN;
	if (b == NULL || b->size - b->used < size) {
		if (b != NULL && size > BLOCK / 4) {
			/* a large piece goes behind: the open block stays */
			b->next = block_new(b->next, size);
			b->next->used = size;
			return b->next->data;
		}
		b = a->block = block_new(b, size > least ? size : least);
	}
	p = b->data + b->used;
	b->used += size;
	return p;
}

void *
arena_memdup(struct arena *a, const void *p, size_t n)
{
	void *copy = arena_alloc(a, n);

	if (n > 0)
		memcpy(copy, p, n);
	return copy;
}

void *
arena_more(struct arena *a, void *list, int n, int *cap, size_t size)
{
	void *copy;

	if (n < *cap)
		return list;
	*cap = *cap > 0 ? *cap * 2 : 16;
	copy = arena_alloc(a, (size_t)*cap * size);
	if (n > 0)
		memcpy(copy, list, (size_t)n * size);
	return copy;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *copy = arena_alloc(a, len + 1);

	memcpy(copy, s, len);
	return copy;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_memdup(a, s, strlen(s) + 1);
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	char few[256], *s;	/* mostly enough: it is formatted once */
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(few, sizeof few, fmt, again);
	va_end(again);
	assert(n >= 0);
	if ((size_t)n < sizeof few)
		return arena_memdup(a, few, (size_t)n + 1);
	s = arena_alloc(a, (size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, ap);
	return s;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return s;
}

char *
arena_below(struct arena *a, const char *dir, const char *name)
{
	size_t n = strlen(dir), m = strlen(name) + 1;
	char *s = arena_alloc(a, n + 1 + m);

	memcpy(s, dir, n);
	s[n] = '/';
	memcpy(s + n + 1, name, m);
	return s;
}
