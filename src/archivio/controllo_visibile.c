/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * controllo_visibile.c - are the visible files those of the head?
 *
 * Tells of files missing, different, or that the head does not know, but for
 * allegati/ at the top (bytes beside git).  Links are never followed: one that
 * stands for a file or a directory of ours is a defect.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"

#define ALLEGATI "allegati"

struct known {
	const char *path;
	git_oid id;
	bool seen;
};

struct visible {
	struct check *check;
	struct arena *arena;
	int root;		/* the folder's directory */
	struct known *known;	/* sorted by path */
	size_t n, cap;
};

static int
known_add(void *arg, const char *path, const git_oid *old, const git_oid *new)
{
	struct visible *v = arg;

	(void)old;
	if (v->n == v->cap) {
		v->cap = v->cap ? v->cap * 2 : 256;
		v->known = realloc(v->known, v->cap * sizeof *v->known);
		if (v->known == NULL)
			abort();
	}
	v->known[v->n++] = (struct known){
		.path = arena_strdup(v->arena, path),
		.id = *new,
	};
	return 0;
}

/* The first known path that is not before `path`. */
static size_t
lower_bound(const struct visible *v, const char *path)
{
	size_t low = 0, high = v->n, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (strcmp(v->known[mid].path, path) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static struct known *
known_file(const struct visible *v, const char *path)
{
	size_t i = lower_bound(v, path);

	return i < v->n && strcmp(v->known[i].path, path) == 0 ?
	    &v->known[i] : NULL;
}

static bool
known_dir(const struct visible *v, const char *path)
{
	char *below = arena_printf(v->arena, "%s/", path);
	size_t i = lower_bound(v, below);

	return i < v->n &&
	    strncmp(v->known[i].path, below, strlen(below)) == 0;
}

/* The object of those bytes, whether it is there or not. */
static int
compare(const struct visible *v, const struct known *k)
{
	AUTO_FD int fd = openat(v->root, k->path,
	    O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	AUTO_BUF have = { 0 };
	git_oid is;
	int r;

	if (fd < 0)
		return err_sys("lettura");
	if ((r = file_read_fd(&have, fd, LOOSE_MAX)) != 0 &&
	    r != ERR_INVALID)
		return r;
	if (r != 0 || git_odb_hash(&is, buf_str(&have), have.len,
	    GIT_OBJECT_BLOB) < 0 || !git_oid_equal(&is, &k->id))
		return err_set(ERR_INVALID, "diverso da quanto archiviato");
	return 0;
}

static void
tell(struct visible *v, const char *path, const char *what)
{
	v->check->fn(v->check->arg, path, what);
}

static int walk(struct visible *, const char *);

static int
judge(struct visible *v, const char *path, enum file_type type)
{
	struct known *k = known_file(v, path);

	if (type == FILE_NONE)		/* gone since it was listed */
		return 0;
	if (type == FILE_DIR && k == NULL) {
		if (known_dir(v, path))
			return walk(v, path);
		tell(v, path, "directory estranea");
	} else if (k == NULL) {
		tell(v, path, "file estraneo");
	} else if (type != FILE_PLAIN) {
		k->seen = true;
		tell(v, path, "non è un file");
	} else {
		k->seen = true;
		if (compare(v, k) != 0) {
			tell(v, path, arena_strdup(v->arena, err_msg()));
			err_clear();
		}
	}
	return 0;
}

/* below: "" at the top, where the git directory and allegati/ stand. */
static int
walk(struct visible *v, const char *below)
{
	bool top = below[0] == '\0';
	struct dir_entry *e;
	int r;

	if ((r = dir_entries_at(&e, v->arena, v->root, top ? "." :
	    below)) != 0)
		return r;
	for (; e->name != NULL; e++) {
		if (top && (strcmp(e->name, GIT_DIR) == 0 ||
		    strcmp(e->name, ALLEGATI) == 0))
			continue;
		if ((r = judge(v, top ? e->name : arena_below(v->arena, below,
		    e->name), e->type)) != 0)
			return r;
	}
	return 0;
}

static int
check(struct visible *v)
{
	AUTO(git_tree) root = NULL;
	size_t i;
	int r;

	/* a tree that cannot be read has been told of already */
	if (tree_root(&root, v->check->f, v->check->head) != 0 ||
	    tree_diff(v->check->f, NULL, root, known_add, v) != 0) {
		tell(v, "", "file visibili non verificati: "
		    "l'albero non si legge");
		err_clear();
		return 0;
	}
	if ((r = walk(v, "")) != 0)
		return r;
	for (i = 0; i < v->n; i++)
		if (!v->known[i].seen)
			tell(v, v->known[i].path, "file mancante");
	return 0;
}

int
check_visible(struct check *c)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int root = open(c->f->path,
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct visible v = { .check = c, .arena = a, .root = root };
	int r = root < 0 ? err_sys("%s", c->f->path) : check(&v);

	free(v.known);
	return r;
}
