/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * file.h - files and directories of the store and of the user.
 *
 * Nothing here follows a symbolic link in the last step of a path it writes.
 * "synced" means: after a power failure the bytes are there.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

/* Appends the whole file; more than `max` bytes: invalid, nothing appended. */
int file_read(struct buf *out, const char *path, size_t max) MUST;
int file_read_fd(struct buf *out, int fd, size_t max) MUST;

/* Writes all n bytes or fails. */
int file_write_fd(int fd, const void *p, size_t n) MUST;

/*
 * Replaces or makes the file under a temporary name in the same directory and
 * renames it.  Not synced: the instant syncs once for everything.
 */
int file_put(const char *path, const void *p, size_t n, mode_t mode) MUST;

/* The same, synced (file and directory): for what is written outside the
 * instant. */
int file_put_synced(const char *path, const void *p, size_t n, mode_t mode)
    MUST;

/* A file that has these bytes and no name, for a child that is given
 * descriptors; *out is closed by the caller. */
int file_memory(int *out, const void *p, size_t n) MUST;

/* Makes the directory and its missing parents, mode 0700. */
int dir_make(const char *path) MUST;
/* Makes the missing parents of a file's path. */
int dir_make_parent(const char *path) MUST;

/*
 * Names in a directory, sorted bytewise, without "." and ".."; a NULL-ended
 * array in the arena.  absent: no such directory.
 */
int dir_list(char ***out, struct arena *a, const char *path) MUST;

/* The same with what each is, without looking at it where the file system says
 * so by itself; ended by a name that is NULL. */
enum file_type {
	FILE_PLAIN, FILE_DIR,
	FILE_OTHER,		/* a link, a device … */
	FILE_NONE		/* gone since it was listed */
};
struct dir_entry {
	char *name;
	enum file_type type;
};
int dir_entries(struct dir_entry **out, struct arena *a, const char *path)
    MUST;
/* The same of a path below the directory that is open as `at`. */
int dir_entries_at(struct dir_entry **out, struct arena *a, int at,
    const char *path) MUST;

/* Removes a directory and all below it; absent is not an error. */
int dir_remove(const char *path) MUST;

bool file_exists(const char *path);
/* Where a file that is absent is not like one that cannot be looked at: 1, 0 or
 * an error; invalid: something else has its name. */
int file_there(const char *path) MUST;
bool dir_exists(const char *path);
int64_t file_size(const char *path);	/* -1 when absent */

/* A fresh directory below $TMPDIR (or /tmp), mode 0700; path in the arena. */
int dir_temporary(char **out, struct arena *a) MUST;

/* One syncfs(2) on the file system that holds `path`. */
int file_sync_all(const char *path) MUST;

/*
 * A name safe as the last step of a path: not empty, not "." or "..", no
 * slash, at most 255 bytes, valid UTF-8 that is what it shows (utf8_plain).
 */
bool file_name_valid(const char *name);
/* A relative path each of whose steps is such a name. */
bool file_path_valid(const char *path);

#endif
