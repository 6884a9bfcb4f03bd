/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * auto.h - handles that close themselves at the end of their block.
 *
 * AUTO(arena) a = arena_new();   `struct arena *a`, freed on every way out
 * AUTO_FD int fd = open(...);    closed when >= 0
 * return MOVE(a);                gives it away: the cleanup then sees NULL
 *
 * AUTO_DEFINE(type, destructor) stands in the header of the type; the
 * destructor takes NULL.
 */
#ifndef BASE_AUTO_H
#define BASE_AUTO_H

#include <unistd.h>

#define AUTO(type) __attribute__((cleanup(auto_##type))) struct type *

#define AUTO_DEFINE(type, destructor)					\
	static inline void						\
	auto_##type(struct type **p)					\
	{								\
		destructor(*p);						\
	}

#define MOVE(p) __extension__ ({					\
	__auto_type moved_ = (p);					\
	(p) = NULL;							\
	moved_; })

static inline void
auto_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

#define AUTO_FD __attribute__((cleanup(auto_fd)))

#define NELEM(a) (sizeof(a) / sizeof((a)[0]))

#endif
