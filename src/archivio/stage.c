/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stage.c - the files of one act become one commit.
 *
 * Refuses: paths path_allowed refuses, a file where a directory stays or a
 * directory where a file stays, the removal of what is not there, an author
 * git could not read back.  Keeps: only trees that change are read or written;
 * no ref, no visible file is touched; an empty directory does not stay.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/point.h"
#include "base/utf8.h"

struct change {
	const char *path;
	const void *data;
	size_t n;		/* bytes */
	size_t turn;		/* the later of two on one path wins */
	bool put;		/* else removed */
	bool tree;		/* data is the git_oid of a tree */
};

struct stage {
	struct folder *f;
	struct arena *arena;
	const char *base;
	bool bare;		/* nothing of the tree of base stays */
	struct change *change;
	size_t n, cap;
};

struct stage *
stage_new(struct folder *f, const char *base)
{
	struct stage *s = calloc(1, sizeof *s);

	if (s == NULL)
		abort();
	s->f = f;
	s->arena = arena_new();
	s->base = arena_strdup(s->arena, base);
	return s;
}

void
stage_free(struct stage *s)
{
	if (s == NULL)
		return;
	arena_free(s->arena);
	free(s->change);
	free(s);
}

static int
change_add(struct stage *s, const char *path, const void *p, size_t n,
    bool put, bool tree)
{
	if (!path_allowed(path))
		return err_set(ERR_INVALID, "percorso non ammesso: %s", path);
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 16;
		s->change = realloc(s->change, s->cap * sizeof *s->change);
		if (s->change == NULL)
			abort();
	}
	s->change[s->n] = (struct change){
		.path = arena_strdup(s->arena, path),
		.data = n > 0 ? arena_memdup(s->arena, p, n) : "",
		.n = n,
		.turn = s->n,
		.put = put,
		.tree = tree,
	};
	s->n++;
	return 0;
}

int
stage_put(struct stage *s, const char *path, const void *p, size_t n)
{
	return change_add(s, path, p, n, true, false);
}

int
stage_remove(struct stage *s, const char *path)
{
	return change_add(s, path, NULL, 0, false, false);
}

int
stage_graft(struct stage *s, const char *path, const char *commit, bool root)
{
	AUTO(git_tree) t = NULL;
	int r;

	if ((r = tree_root(&t, s->f, commit)) != 0)
		return r;
	if (t == NULL || (root && s->base[0] != '\0'))
		return err_set(ERR_INVALID, "%s: non si innesta", s->f->path);
	if (root) {
		s->base = arena_strdup(s->arena, commit);
		s->bare = true;
	}
	return change_add(s, path, git_tree_id(t), sizeof(git_oid), true,
	    true);
}

/* '/' sorts before all that a name can hold: what is below a directory
 * follows its name at once. */
static int
path_order(const char *p, const char *q)
{
	while (*p != '\0' && *p == *q)
		p++, q++;
	return (*p == '/' ? 1 : (unsigned char)*p) -
	    (*q == '/' ? 1 : (unsigned char)*q);
}

static int
by_path(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	int c = path_order(x->path, y->path);

	return c != 0 ? c : x->turn < y->turn ? -1 : 1;
}

/* Sorted, and of several changes to one path only the last. */
static void
changes_settle(struct stage *s)
{
	size_t i, kept = 0;

	if (s->n > 1)
		qsort(s->change, s->n, sizeof *s->change, by_path);
	for (i = 0; i < s->n; i++) {
		if (kept > 0 && strcmp(s->change[kept - 1].path,
		    s->change[i].path) == 0)
			kept--;
		s->change[kept++] = s->change[i];
	}
	s->n = kept;
}

/* ---- a tree being made ---- */

struct item {
	const char *name;
	git_oid id;
	bool tree;
	bool gone;
};

struct items {
	struct item *item;
	size_t n;
};

static int tree_build(struct stage *, git_oid *, bool *, const git_oid *,
    struct change *, size_t, size_t, int);

/* The entries of `id` (NULL: none), with room for `more`. */
static int
items_load(struct items *out, struct stage *s, const git_oid *id, size_t more)
{
	AUTO(git_tree) t = NULL;
	size_t i, n;
	int r;

	if (id != NULL && (r = git_tree_lookup(&t, s->f->repo, id)) < 0) {
		err_git(r, "%s: oggetto %s", s->f->path, git_oid_tostr_s(id));
		return ERR_FAULT;
	}
	n = t != NULL ? git_tree_entrycount(t) : 0;
	out->item = arena_alloc(s->arena, (n + more) * sizeof *out->item);
	for (i = 0; i < n; i++) {
		const git_tree_entry *e = git_tree_entry_byindex(t, i);
		git_filemode_t mode = git_tree_entry_filemode(e);

		if (mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_TREE)
			return err_set(ERR_FAULT, "%s: voce non ammessa: %s",
			    s->f->path, git_tree_entry_name(e));
		out->item[i].name = arena_strdup(s->arena,
		    git_tree_entry_name(e));
		out->item[i].id = *git_tree_entry_id(e);
		out->item[i].tree = mode == GIT_FILEMODE_TREE;
	}
	out->n = n;
	return 0;
}

/* The entry of that name; a new one, gone, if there is none. */
static struct item *
item_of(struct items *t, const char *name)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (strcmp(t->item[i].name, name) == 0)
			return &t->item[i];
	t->item[t->n] = (struct item){ .name = name, .gone = true };
	return &t->item[t->n++];
}

/* git's order: a directory stands where its name and a '/' would. */
static int
by_git_order(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	size_t n = strlen(x->name), m = strlen(y->name), l = n < m ? n : m;
	int c = memcmp(x->name, y->name, l);

	if (c != 0)
		return c;
	return (n > l ? (unsigned char)x->name[l] : x->tree ? '/' : 0) -
	    (m > l ? (unsigned char)y->name[l] : y->tree ? '/' : 0);
}

static int
items_write(git_oid *out, bool *empty, struct stage *s, struct items *t)
{
	AUTO_BUF b = { 0 };
	size_t i;

	if (t->n > 1)
		qsort(t->item, t->n, sizeof *t->item, by_git_order);
	for (i = 0; i < t->n; i++) {
		if (t->item[i].gone)
			continue;
		buf_puts(&b, t->item[i].tree ? "40000 " : "100644 ");
		buf_puts(&b, t->item[i].name);
		buf_putc(&b, '\0');
		buf_append(&b, t->item[i].id.id, GIT_OID_RAWSZ);
	}
	*empty = b.len == 0;
	return loose_write(out, s->f, GIT_OBJECT_TREE, b.data, b.len);
}

/* Changes below the entry: it becomes a directory, or goes with its last. */
static int
apply_below(struct stage *s, struct item *e, struct change *c, size_t n,
    size_t skip, int depth)
{
	bool empty;
	int r;

	if (!e->gone && !e->tree)
		return err_set(ERR_INVALID, "%s: %.*s è un file", s->f->path,
		    (int)skip - 1, c->path);
	r = tree_build(s, &e->id, &empty, e->gone ? NULL : &e->id, c, n, skip,
	    depth + 1);
	if (r == 0) {
		e->tree = true;
		e->gone = empty;
	}
	return r;
}

static int
apply_here(struct stage *s, struct item *e, const struct change *c)
{
	if (!c->put) {
		if (e->gone || e->tree)
			return err_set(ERR_ABSENT, "%s: non c'è %s",
			    s->f->path, c->path);
		e->gone = true;
		return 0;
	}
	if (c->tree) {
		if (!e->gone)
			return err_set(ERR_INVALID, "%s: %s c'è già",
			    s->f->path, c->path);
		e->gone = false;
		e->tree = true;
		memcpy(&e->id, c->data, sizeof e->id);
		return 0;
	}
	if (!e->gone && e->tree)
		return err_set(ERR_INVALID, "%s: %s è una directory",
		    s->f->path, c->path);
	e->gone = e->tree = false;
	return loose_write(&e->id, s->f, GIT_OBJECT_BLOB, c->data, c->n);
}

/* All changes of one name: c[0] may be the name itself, the rest is below. */
static int
apply_group(struct stage *s, struct items *t, struct change *c, size_t n,
    size_t skip, int depth)
{
	const char *rest = c->path + skip;
	size_t len = strcspn(rest, "/");
	char *name = arena_strndup(s->arena, rest, len);
	struct item *e = item_of(t, name);
	bool here = rest[len] == '\0';
	int r = 0;

	/* a file gone first leaves room for a directory; else a directory
	 * gone first leaves room for a file */
	if (here && !c->put && (r = apply_here(s, e, c)) != 0)
		return r;
	if (n > here)
		r = apply_below(s, e, c + here, n - here, skip + len + 1,
		    depth);
	if (r == 0 && here && c->put)
		r = apply_here(s, e, c);
	return r;
}

/*
 * The tree `base` (NULL = empty) with n changes whose paths share their first
 * `skip` bytes, written.
 */
static int
tree_build(struct stage *s, git_oid *out, bool *empty, const git_oid *base,
    struct change *c, size_t n, size_t skip, int depth)
{
	struct items t = { 0 };
	size_t i, k, len;
	int r;

	assert(depth <= DEPTH_MAX);	/* path_allowed, of each of them */
	if ((r = items_load(&t, s, base, n)) != 0)
		return r;
	for (i = 0; i < n; i += k) {
		len = strcspn(c[i].path + skip, "/");
		for (k = 1; i + k < n; k++)
			if (strncmp(c[i + k].path + skip, c[i].path + skip,
			    len) != 0 || (c[i + k].path[skip + len] != '/' &&
			    c[i + k].path[skip + len] != '\0'))
				break;
		if ((r = apply_group(s, &t, c + i, k, skip, depth)) != 0)
			return r;
	}
	return items_write(out, empty, s, &t);
}

/* ---- the commit ---- */

int
author_write(struct buf *b, const char *role, const struct git_author *a)
{
	int minutes = a->offset / 60;

	if (a->nome[0] == '\0' || a->email[0] == '\0' ||
	    strpbrk(a->nome, "<>\n") != NULL ||
	    strpbrk(a->email, "<> \n") != NULL ||
	    !utf8_valid(a->nome, strlen(a->nome)) ||
	    !utf8_valid(a->email, strlen(a->email)))
		return err_set(ERR_INVALID, "autore non valido: %s <%s>",
		    a->nome, a->email);
	if (a->ora < 0 || abs(minutes) >= 24 * 60)
		return err_set(ERR_INVALID, "ora non valida");
	buf_printf(b, "%s %s <%s> %lld %c%02d%02d\n", role, a->nome, a->email,
	    (long long)a->ora, minutes < 0 ? '-' : '+', abs(minutes) / 60,
	    abs(minutes) % 60);
	return 0;
}

static int
commit_write(char out[COMMIT_LEN + 1], struct stage *s, const git_oid *tree,
    const struct git_author *author, const char *message)
{
	size_t n = strlen(message);
	AUTO_BUF b = { 0 };
	git_oid id;
	int r;

	if (n == 0 || !utf8_valid(message, n))
		return err_set(ERR_INVALID, "messaggio non valido");
	buf_printf(&b, "tree %s\n", git_oid_tostr_s(tree));
	if (s->base[0] != '\0')
		buf_printf(&b, "parent %s\n", s->base);
	if ((r = author_write(&b, "author", author)) != 0 ||
	    (r = author_write(&b, "committer", author)) != 0)
		return r;
	buf_printf(&b, "\n%s%s", message, message[n - 1] == '\n' ? "" : "\n");
	POINT("archivio-commit");
	if ((r = loose_write(&id, s->f, GIT_OBJECT_COMMIT, b.data,
	    b.len)) != 0)
		return r;
	git_oid_tostr(out, COMMIT_LEN + 1, &id);
	return 0;
}

int
stage_commit(char out[COMMIT_LEN + 1], struct stage *s,
    const struct git_author *autore, const char *messaggio)
{
	AUTO(git_tree) base = NULL;
	git_oid tree;
	bool empty;
	int r;

	if ((r = tree_root(&base, s->f, s->bare ? "" : s->base)) != 0)
		return r;
	changes_settle(s);
	r = tree_build(s, &tree, &empty,
	    base != NULL ? git_tree_id(base) : NULL, s->change, s->n, 0, 1);
	if (r != 0)
		return r;
	return commit_write(out, s, &tree, autore, messaggio);
}
