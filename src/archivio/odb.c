/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * odb.c - the objects of a folder, as libgit2 sees them: its packs, and our
 * own reader of single objects in place of its own.
 *
 * libgit2 1.5.1 never returns from some altered zlib streams: one bad byte on
 * disk would hang who reads.  Ours refuses all that loose_decode refuses; the
 * hash is then compared by libgit2.  And it believes the number of objects an
 * index declares (its own check overflows), and then reads past the end: an
 * index whose shape is not right is refused before libgit2 sees it.
 * Reads only: we write with loose_write.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"

struct backend {
	git_odb_backend parent;
	int objects;		/* the directory of single ones; -1: none */
};

/* Records it for err_git; our message says more than an errno. */
static int
failed(int r)
{
	git_error_set_str(GIT_ERROR_ODB, err_msg());
	err_clear();
	return r == ERR_ABSENT ? GIT_ENOTFOUND : GIT_ERROR;
}

static int
load(struct loose *out, git_odb_backend *b, const git_oid *id)
{
	const struct backend *us = (const struct backend *)b;
	AUTO_FD int fd = loose_open(us->objects, id);
	AUTO_BUF bytes = { 0 };
	int r;

	r = fd < 0 ? err_sys("oggetto %s", git_oid_tostr_s(id)) :
	    file_read_fd(&bytes, fd, LOOSE_MAX);
	if (r != 0)
		return failed(r);
	if (loose_decode(out, bytes.data, bytes.len) != 0)
		return failed(err_prefix(ERR_FAULT, "oggetto %s",
		    git_oid_tostr_s(id)));
	return 0;
}

static int
read_object(void **data, size_t *len, git_object_t *type, git_odb_backend *b,
    const git_oid *id)
{
	AUTO_LOOSE l = { 0 };
	size_t n;
	int r;

	if ((r = load(&l, b, id)) != 0)
		return r;
	n = l.raw.len - l.start;
	/* libgit2 reads one NUL past the content */
	if ((*data = git_odb_backend_data_alloc(b, n + 1)) == NULL)
		abort();
	memcpy(*data, l.raw.data + l.start, n + 1);
	*len = n;
	*type = l.type;
	return 0;
}

static int
read_header(size_t *len, git_object_t *type, git_odb_backend *b,
    const git_oid *id)
{
	AUTO_LOOSE l = { 0 };
	int r;

	if ((r = load(&l, b, id)) != 0)
		return r;
	*len = l.raw.len - l.start;
	*type = l.type;
	return 0;
}

static int
exists(git_odb_backend *b, const git_oid *id)
{
	const struct backend *us = (const struct backend *)b;
	char name[LOOSE_NAME];

	loose_name(name, id);
	return faccessat(us->objects, name, F_OK, 0) == 0;
}

static void
release(git_odb_backend *b)
{
	struct backend *us = (struct backend *)b;

	if (us->objects >= 0)
		close(us->objects);
	free(us);
}

/* A folder without objects/ has none. */
static git_odb_backend *
backend_new(const char *git)
{
	struct backend *us = calloc(1, sizeof *us);
	AUTO(arena) a = arena_new();

	if (us == NULL || git_odb_init_backend(&us->parent, GIT_ODB_BACKEND_VERSION) != 0)
		abort();
	us->objects = open(arena_printf(a, "%s/objects", git),
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	us->parent.read = read_object;
	us->parent.read_header = read_header;
	us->parent.exists = exists;
	us->parent.free = release;
	return &us->parent;
}

/* The odb owns the backend only once it has it. */
static int
backend_add(git_odb *odb, git_odb_backend *b, int priority)
{
	int r = git_odb_add_backend(odb, b, priority);

	if (r < 0)
		b->free(b);
	return r;
}

/* ---- the shape of an index (version 2) ---- */

#define IDX_MAGIC 0xff744f63u
#define IDX_HEAD (8 + 256 * 4)		/* bytes: magic, version, fan-out */
#define IDX_END (2 * GIT_OID_RAWSZ)	/* bytes: two checksums */
#define PACK_HEAD 12			/* bytes: magic, version, count */

/* Fan-outs never fall, the last one fits the size, every offset lies in the
 * pack (of less than 2 GB: no long offsets). */
static bool
idx_shape(const unsigned char *p, size_t size, int64_t pack_size)
{
	struct cursor c = { .p = p, .left = size };
	uint32_t magic, version, n = 0, next;
	int i;

	if (cursor_u32(&magic, &c) != 0 || cursor_u32(&version, &c) != 0 ||
	    magic != IDX_MAGIC || version != 2)
		return false;
	for (i = 0; i < 256; i++, n = next)
		if (cursor_u32(&next, &c) != 0 || next < n)
			return false;
	if (size != IDX_HEAD + (uint64_t)n * (GIT_OID_RAWSZ + 4 + 4) + IDX_END)
		return false;
	c.p = p + IDX_HEAD + (size_t)n * (GIT_OID_RAWSZ + 4);
	c.left = (size_t)n * 4;
	while (c.left > 0)
		if (cursor_u32(&next, &c) != 0 || next < PACK_HEAD ||
		    (int64_t)next >= pack_size - GIT_OID_RAWSZ)
			return false;
	return true;
}

static int
idx_check(struct arena *a, const char *path)
{
	AUTO_FD int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	int64_t pack_size = file_size(arena_printf(a, "%.*s.pack",
	    (int)strlen(path) - 4, path));
	struct stat st;
	void *p;
	bool good;

	/* a purge takes away the index, then the pack */
	if (fd < 0 && errno == ENOENT)
		return 0;
	if (fd < 0 || fstat(fd, &st) != 0)
		return err_sys("%s", path);
	if (st.st_size < IDX_HEAD + IDX_END)
		return err_set(ERR_FAULT, "%s: indice alterato", path);
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (p == MAP_FAILED)
		return err_sys("%s", path);
	good = idx_shape(p, (size_t)st.st_size, pack_size);
	munmap(p, (size_t)st.st_size);
	return good || access(path, F_OK) != 0 ? 0 :
	    err_set(ERR_FAULT, "%s: indice alterato", path);
}

static int
idx_check_all(const char *dir)
{
	AUTO(arena) a = arena_new();
	char **name;
	size_t n;
	int r;

	if ((r = dir_list(&name, a, dir)) != 0)
		return r == ERR_ABSENT ? 0 : r;
	for (; *name != NULL; name++) {
		n = strlen(*name);
		if (n < 4 || strcmp(*name + n - 4, ".idx") != 0)
			continue;
		if ((r = idx_check(a, arena_printf(a, "%s/%s", dir,
		    *name))) != 0)
			return r;
	}
	return 0;
}

/* ---- opening ---- */

int
packs_open(git_odb **out, const char *git)
{
	AUTO(arena) a = arena_new();
	AUTO(git_odb) odb = NULL;
	git_odb_backend *packs;
	int r;

	if ((r = idx_check_all(arena_printf(a, "%s/objects/pack",
	    git))) != 0)
		return r;
	if ((r = git_odb_new(&odb)) < 0 ||
	    (r = git_odb_backend_pack(&packs,
	    arena_printf(a, "%s/objects", git))) < 0 ||
	    (r = backend_add(odb, packs, 2)) < 0)
		return err_git(r, "%s: pacchi", git);
	*out = MOVE(odb);
	return 0;
}

int
pack_open(git_odb **out, const char *git, const char *name)
{
	AUTO(arena) a = arena_new();
	char *idx = arena_printf(a, "%s/objects/pack/%s.idx", git, name);
	AUTO(git_odb) odb = NULL;
	git_odb_backend *one;
	int r;

	if (!file_exists(idx))
		return err_set(ERR_FAULT, "%s: non c'è", idx);
	if ((r = idx_check(a, idx)) != 0)
		return r;
	if ((r = git_odb_new(&odb)) < 0 ||
	    (r = git_odb_backend_one_pack(&one, idx)) < 0 ||
	    (r = backend_add(odb, one, 1)) < 0)
		return err_git(r, "%s", idx);
	*out = MOVE(odb);
	return 0;
}

int
odb_open(git_odb **out, git_repository **repo, const char *git)
{
	AUTO(git_odb) odb = NULL;
	int r;

	if ((r = packs_open(&odb, git)) != 0)
		return r;
	if ((r = backend_add(odb, backend_new(git), 1)) < 0 ||
	    (r = git_repository_wrap_odb(repo, odb)) < 0)
		return err_git(r, "%s: oggetti", git);
	*out = MOVE(odb);
	return 0;
}
