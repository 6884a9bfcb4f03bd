/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * visibile.c - the visible files of a folder follow a commit.
 *
 * They are a projection: what a custodian reads with ordinary tools, never
 * what we read.  Refuses to follow symbolic links: every step of a path is
 * opened by itself, and a link or a file that stands where a directory of ours
 * must be is removed.  Keeps: a file changes whole (temporary name in the git
 * directory, then rename), so a crash leaves nothing strange beside it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/point.h"

/* One directory below another; -1 with errno. */
static int
step_open(int parent, const char *name, bool make)
{
	int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
	int fd = openat(parent, name, flags);

	if (fd >= 0 || !make)
		return fd;
	if ((errno == ELOOP || errno == ENOTDIR) &&
	    unlinkat(parent, name, 0) != 0)
		return -1;
	if (mkdirat(parent, name, 0700) != 0)
		return -1;
	return openat(parent, name, flags);
}

/* The directory of a path; *leaf is its last step.  -1 with errno. */
static int
dir_open(const char **leaf, int root, const char *path, bool make)
{
	int fd = dup(root), next;
	const char *slash;
	char name[256];

	for (; fd >= 0 && (slash = strchr(path, '/')) != NULL;
	    path = slash + 1) {
		snprintf(name, sizeof name, "%.*s", (int)(slash - path), path);
		next = step_open(fd, name, make);
		close(fd);
		fd = next;
	}
	*leaf = path;
	return fd;
}

struct refresh {
	struct folder *f;
	struct arena *arena;
	int root;		/* the work tree */
	const char *temporary;	/* in the git directory */
	bool all;
};

/* Does the file hold the blob's bytes? */
static bool
same_bytes(int dir, const char *leaf, git_blob *b)
{
	AUTO_FD int fd = openat(dir, leaf,
	    O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	size_t n = (size_t)git_blob_rawsize(b);
	AUTO_BUF have = { 0 };
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    (size_t)st.st_size != n)
		return false;
	if (file_read_fd(&have, fd, n) != 0) {
		err_clear();
		return false;
	}
	return have.len == n &&
	    (n == 0 || memcmp(have.data, git_blob_rawcontent(b), n) == 0);
}

static int
temporary_write(const struct refresh *w, git_blob *b)
{
	AUTO_FD int fd = open(w->temporary,
	    O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd < 0)
		return err_sys("%s", w->temporary);
	return file_write_fd(fd, git_blob_rawcontent(b),
	    (size_t)git_blob_rawsize(b));
}

/*
 * Exchanged with the old file, which then goes: a rename that replaces makes
 * ext4 flush the new file at once (1-4 ms each), and these are a projection.
 */
static int
into_place(const struct refresh *w, int dir, const char *leaf)
{
	if (renameat2(AT_FDCWD, w->temporary, dir, leaf,
	    RENAME_EXCHANGE) == 0) {
		if (unlink(w->temporary) == 0)
			return 0;
		/* a directory stood there: not ours to remove */
		(void)renameat2(AT_FDCWD, w->temporary, dir, leaf,
		    RENAME_EXCHANGE);
		errno = EISDIR;
		return -1;
	}
	if (errno != ENOENT && errno != EINVAL && errno != ENOSYS)
		return -1;
	return renameat(AT_FDCWD, w->temporary, dir, leaf);
}

static int
write_one(struct refresh *w, const char *path, const git_oid *id)
{
	AUTO(git_blob) b = NULL;
	AUTO_FD int dir = -1;
	const char *leaf;
	int r;

	if ((r = blob_read(&b, w->f, id)) != 0)
		return r;
	if ((dir = dir_open(&leaf, w->root, path, true)) < 0)
		return err_sys("%s/%s", w->f->path, path);
	if (w->all && same_bytes(dir, leaf, b))
		return 0;
	if ((r = temporary_write(w, b)) != 0)
		return err_prefix(r, "%s/%s", w->f->path, path);
	POINT("archivio-visibile");
	if (into_place(w, dir, leaf) != 0)
		return err_sys("%s/%s", w->f->path, path);
	return 0;
}

/* The file, and the directories it leaves empty. */
static int
remove_one(struct refresh *w, const char *path)
{
	char *p = arena_strdup(w->arena, path), *slash;
	const char *leaf;
	int flag = 0;

	for (;;) {
		AUTO_FD int dir = dir_open(&leaf, w->root, p, false);

		if (dir < 0)
			return 0;	/* gone already, or not ours */
		if (unlinkat(dir, leaf, flag) != 0 && errno != ENOENT)
			return flag != 0 || errno == EISDIR ? 0 :
			    err_sys("%s/%s", w->f->path, path);
		if ((slash = strrchr(p, '/')) == NULL)
			return 0;
		*slash = '\0';
		flag = AT_REMOVEDIR;
	}
}

static int
remove_if_gone(void *arg, const char *path, const git_oid *old,
    const git_oid *new)
{
	(void)old;
	return new == NULL ? remove_one(arg, path) : 0;
}

static int
write_if_new(void *arg, const char *path, const git_oid *old,
    const git_oid *new)
{
	(void)old;
	return new != NULL ? write_one(arg, path, new) : 0;
}

/* Removals first: a file may become a directory. */
static int
refresh(struct refresh *w, const git_tree *old, const git_tree *new)
{
	int r;

	if (old != NULL &&
	    (r = tree_diff(w->f, old, new, remove_if_gone, w)) != 0)
		return r;
	return tree_diff(w->f, w->all ? NULL : old, new, write_if_new, w);
}

int
folder_refresh(struct folder *f, const char *old, const char *new, bool all)
{
	struct refresh w = { .f = f, .all = all, .root = -1 };
	AUTO(arena) a = arena_new();
	AUTO(git_tree) before = NULL;
	AUTO(git_tree) after = NULL;
	AUTO_FD int root = -1;
	int r;

	if (f->bare)
		return 0;
	if ((r = tree_root(&before, f, old)) != 0 ||
	    (r = tree_root(&after, f, new)) != 0)
		return r;
	root = open(f->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (root < 0)
		return err_sys("%s", f->path);
	w.arena = a;
	w.root = root;
	w.temporary = arena_printf(a, "%s/visibile.%ld" TEMPORARY_END, f->git,
	    (long)getpid());
	return refresh(&w, before, after);
}
