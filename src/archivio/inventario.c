/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * inventario.c - every file of a git directory, and what it is to us.
 *
 * Knows a short list; all else is alien, and so is anything that is neither a
 * plain file nor a directory.  Directories hold no bytes and are not judged.
 */
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"

#define LEVEL_MAX 8		/* directories below one another */

static bool
starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

static bool
ends(const char *s, const char *with)
{
	size_t n = strlen(s), m = strlen(with);

	return n >= m && strcmp(s + n - m, with) == 0;
}

static bool
hex_only(const char *s, size_t n)
{
	return strspn(s, "0123456789abcdef") >= n;
}

static enum found_kind
kind_in_pack(const char *name)
{
	static const char *const leftover[] = {
		"pack_git2_", "tmp_pack_", "tmp_idx_"
	};
	size_t i;

	if (starts(name, "pack-") && hex_only(name + 5, COMMIT_LEN)) {
		if (strcmp(name + 5 + COMMIT_LEN, ".pack") == 0)
			return FOUND_PACK;
		if (strcmp(name + 5 + COMMIT_LEN, ".idx") == 0)
			return FOUND_IDX;
	}
	for (i = 0; i < NELEM(leftover); i++)
		if (starts(name, leftover[i]))
			return FOUND_LEFTOVER;
	return FOUND_ALIEN;
}

/* name: below objects/, "ab/cdef…" for a single object. */
static enum found_kind
kind_in_objects(git_oid *id, const char *name)
{
	char hex[COMMIT_LEN + 1];

	if (starts(name, "pack/"))
		return kind_in_pack(name + 5);
	if (!hex_only(name, 2) || name[2] != '/')
		return FOUND_ALIEN;
	if (starts(name + 3, "tmp_obj_"))
		return FOUND_LEFTOVER;
	if (strlen(name + 3) != COMMIT_LEN - 2 ||
	    !hex_only(name + 3, COMMIT_LEN - 2))
		return FOUND_ALIEN;
	memcpy(hex, name, 2);
	memcpy(hex + 2, name + 3, COMMIT_LEN - 1);
	return git_oid_fromstr(id, hex) == 0 ? FOUND_LOOSE : FOUND_ALIEN;
}

static enum found_kind
kind_of(git_oid *id, const char *name)
{
	if (strcmp(name, "HEAD") == 0)
		return FOUND_HEAD;
	if (strcmp(name, "config") == 0)
		return FOUND_CONFIG;
	if (strcmp(name, REF_MAIN) == 0)
		return FOUND_REF;
	if (starts(name, REF_TAGS) &&
	    tag_name_valid(name + strlen(REF_TAGS)))
		return FOUND_TAG;
	if (strcmp(name, "index") == 0)
		return FOUND_TOLERATED;
	if (starts(name, "objects/"))
		return kind_in_objects(id, name + 8);
	if ((strchr(name, '/') == NULL && ends(name, TEMPORARY_END)) ||
	    starts(name, CHECK_DIR) || starts(name, PACK_DIR))
		return FOUND_LEFTOVER;
	return FOUND_ALIEN;
}

bool
folder_copy_name(const char *name)
{
	git_oid id;

	switch (kind_of(&id, name)) {
	case FOUND_HEAD:
	case FOUND_CONFIG:
	case FOUND_REF:
	case FOUND_TAG:
	case FOUND_LOOSE:
	case FOUND_PACK:
	case FOUND_IDX:
		return true;
	default:
		return false;
	}
}

struct inventory {
	struct arena *arena;
	const char *git;	/* the directory, */
	int fd;			/* open */
	bool above;		/* not below objects/ */
	found_fn *fn;
	void *arg;
};

static int walk(struct inventory *, const char *, int);

static int
walk_entry(struct inventory *v, const char *name, enum file_type type,
    int level)
{
	struct found found = { .name = name };

	if (v->above && strcmp(name, "objects") == 0)
		return 0;
	if (type == FILE_NONE)		/* gone since it was listed */
		return 0;
	if (type == FILE_DIR && level < LEVEL_MAX)
		return walk(v, name, level + 1);
	found.path = arena_below(v->arena, v->git, name);
	found.kind = type == FILE_PLAIN ? kind_of(&found.id, name) :
	    FOUND_ALIEN;
	return v->fn(v->arg, &found);
}

/* below: "" for the git directory itself. */
static int
walk(struct inventory *v, const char *below, int level)
{
	bool top = below[0] == '\0';
	struct dir_entry *e;
	int r;

	r = dir_entries_at(&e, v->arena, v->fd, top ? "." : below);
	if (r == ERR_ABSENT && !top) {	/* gone since it was listed */
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	for (; e->name != NULL; e++)
		if ((r = walk_entry(v, top ? e->name : arena_below(v->arena,
		    below, e->name), e->type, level)) != 0)
			return r;
	return 0;
}

static int
go(struct folder *f, bool above, found_fn *fn, void *arg)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int fd = open(f->git, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct inventory v = { .arena = a, .git = f->git, .fd = fd,
	    .above = above, .fn = fn, .arg = arg };

	return fd < 0 ? err_sys("%s", f->git) : walk(&v, "", 0);
}

int64_t
found_mtime(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 ? st.st_mtime : INT64_MAX;
}

bool
found_half_pack(const struct found *found)
{
	AUTO(arena) a = arena_new();
	int stem = (int)(strlen(found->path) - strlen(".pack"));

	return found->kind == FOUND_PACK &&
	    !file_exists(arena_printf(a, "%.*s.idx", stem, found->path));
}

int64_t
loose_mtime(struct folder *f, const git_oid *id)
{
	char path[LOOSE_PATH_MAX];

	if (loose_path(path, f->git, id) == 0)
		return found_mtime(path);
	err_clear();
	return INT64_MAX;
}

int
inventory(struct folder *f, found_fn *fn, void *arg)
{
	return go(f, false, fn, arg);
}

int
inventory_above(struct folder *f, found_fn *fn, void *arg)
{
	return go(f, true, fn, arg);
}
