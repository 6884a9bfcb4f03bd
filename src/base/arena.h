/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * arena.h - memory for one operation: everything is freed together.
 *
 * Out of memory aborts the process (nothing half-written survives it).  Under
 * `make san` every piece is its own malloc, so that overruns are seen.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "base/auto.h"
#include "base/err.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a);
AUTO_DEFINE(arena, arena_free)

/* Zeroed, aligned for any type, owned by the arena. */
void *arena_alloc(struct arena *a, size_t size);
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
void *arena_memdup(struct arena *a, const void *p, size_t n);
/* A list of n elements with room for one more: itself, or another in the arena.
 * *cap is how many it holds; 0 at first, with list NULL. */
void *arena_more(struct arena *a, void *list, int n, int *cap, size_t size);
char *arena_printf(struct arena *a, const char *fmt, ...) PRINTF(2, 3);
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap);
/* "dir/name", where there are many. */
char *arena_below(struct arena *a, const char *dir, const char *name);

#endif
