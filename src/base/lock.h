/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lock.h - the writer's lock of a store (.scrittura).
 *
 * A blocking flock(2): the kernel wakes waiters in the order they came, and a
 * process that dies, however it dies, lets go.  Whoever holds it is the only
 * one who writes the register, the git folders and their visible files; it is
 * held from the first look at the facts until the answer can be given.
 */
#ifndef BASE_LOCK_H
#define BASE_LOCK_H

#include "base/err.h"

struct lock {
	int fd;			/* -1 = not held */
};

/* Waits its turn.  forbidden: the store is not ours to write. */
int lock_take(struct lock *out, const char *path) MUST;
/* The same on a directory, for who is about to fill it. */
int lock_take_dir(struct lock *out, const char *path) MUST;
void lock_release(struct lock *l);

#endif
