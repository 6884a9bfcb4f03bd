/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * controllo_pacchi.c - packs and their indices, to the last byte.
 *
 * A pack is indexed anew, in a directory of its own that goes at once: that
 * inflates and hashes every object and compares the pack's checksum.  The
 * index is a pure function of the pack, so the one on disk must be, byte for
 * byte, the one just made.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"

AUTO_DEFINE(git_indexer, git_indexer_free)

#define IDX_MAX ((size_t)1 << 30)	/* bytes */
#define IDX_COUNT (8 + 255 * 4)		/* where its number of objects stands */
#define PACK_HEAD 12			/* bytes: magic, version, count */

static int
index_fd(struct folder *f, const char *dir, int fd)
{
	AUTO(git_indexer) x = NULL;
	git_indexer_progress stats = { 0 };
	char piece[65536];
	ssize_t n;
	int r;

	if ((r = git_indexer_new(&x, dir, 0400, NULL, NULL)) < 0)
		return err_git(r, "%s: pacco", f->path);
	while ((n = read(fd, piece, sizeof piece)) > 0)
		if ((r = git_indexer_append(x, piece, (size_t)n, &stats)) < 0)
			return err_git(r, "pacco alterato");
	if (n < 0)
		return err_sys("lettura del pacco");
	if ((r = git_indexer_commit(x, &stats)) < 0)
		return err_git(r, "pacco alterato");
	return 0;
}

/* The one file of dir that ends in ".idx". */
static int
index_read(struct buf *out, struct arena *a, const char *dir)
{
	char **name;
	size_t n;
	int r;

	if ((r = dir_list(&name, a, dir)) != 0)
		return r;
	for (; *name != NULL; name++) {
		n = strlen(*name);
		if (n > 4 && strcmp(*name + n - 4, ".idx") == 0)
			return file_read(out, arena_printf(a, "%s/%s", dir,
			    *name), IDX_MAX);
	}
	return err_set(ERR_FAULT, "pacco senza indice");
}

/* `path` without its ending, and with ".idx". */
static char *
index_path(struct arena *a, const char *path)
{
	return arena_printf(a, "%.*s.idx", (int)(strlen(path) - 5), path);
}

/* As many objects as its index has?  libgit2 would make room for as many as
 * the pack declares, whatever its size. */
static int
count_check(int fd, const struct buf *idx)
{
	static const unsigned char head[] = "PACK\0\0\0\2";
	unsigned char p[PACK_HEAD];

	if (pread(fd, p, sizeof p, 0) != sizeof p ||
	    memcmp(p, head, 8) != 0 || idx->len < IDX_COUNT + 4 ||
	    memcmp(p + 8, idx->data + IDX_COUNT, 4) != 0)
		return err_set(ERR_INVALID, "pacco o indice alterato");
	return 0;
}

static int
compare(struct folder *f, struct arena *a, const char *path, const char *dir)
{
	AUTO_FD int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	AUTO_BUF made = { 0 }, have = { 0 };
	int r;

	if (fd < 0)
		return err_sys("%s", path);
	if ((r = file_read(&have, index_path(a, path), IDX_MAX)) != 0 ||
	    (r = count_check(fd, &have)) != 0 ||
	    (r = index_fd(f, dir, fd)) != 0 ||
	    (r = index_read(&made, a, dir)) != 0)
		return r;
	if (made.len != have.len ||
	    memcmp(made.data, have.data, made.len) != 0)
		return err_set(ERR_INVALID, "indice diverso dal suo pacco");
	return 0;
}

/* In the store itself, that no bytes leave it; elsewhere if it cannot be
 * written (a copy on a medium that is read only). */
static int
workshop(char **out, struct arena *a, struct folder *f)
{
	*out = arena_printf(a, "%s/" CHECK_DIR "%ld", f->git,
	    (long)getpid());
	if (dir_make(*out) == 0)
		return 0;
	return dir_temporary(out, a);
}

static int
pack_check(struct check *c, const char *path)
{
	AUTO(arena) a = arena_new();
	AUTO(arena) trash = arena_new();
	char *dir, *text;
	int r;

	if ((r = workshop(&dir, a, c->f)) != 0)
		return r;
	if ((r = compare(c->f, a, path, dir)) != 0) {
		text = arena_strdup(trash, err_msg());
		(void)!dir_remove(dir);
		return err_set(r, "%s", text);
	}
	return dir_remove(dir);
}

/* Of an index: only that its pack is there; the pack's turn compares it. */
void
check_pack(struct check *c, const char *path, const char *name)
{
	AUTO(arena) a = arena_new();
	size_t n = strlen(path);
	int r = 0;

	if (n > 4 && strcmp(path + n - 4, ".idx") == 0) {
		if (!file_exists(arena_printf(a, "%.*s.pack", (int)n - 4,
		    path)))
			r = err_set(ERR_INVALID, "indice senza pacco");
	} else {
		r = pack_check(c, path);
	}
	if (r == 0)
		return;
	c->fn(c->arg, name, arena_strdup(a, err_msg()));
	err_clear();
}
