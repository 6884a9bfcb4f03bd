/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lettura.c - what a folder held at a commit: a file, a directory, all files,
 * the history, the differences.
 *
 * Reads objects only, never the visible files.  Refuses: merges, and an object
 * that should be there and is not (a fault, never "absent": a broken folder
 * must not look like an empty one).
 */
#include <stdio.h>
#include <string.h>

#include "archivio/interno.h"
#include "base/arena.h"

static int
none(struct folder *f, const char *path)
{
	return err_set(ERR_ABSENT, "%s: non c'è %s", f->path, path);
}

/* One step down; absent: no entry of that name and kind. */
static int
step_down(git_oid *out, struct folder *f, const git_oid *tree,
    const char *name, git_filemode_t kind)
{
	AUTO(git_tree) t = NULL;
	const git_tree_entry *e;
	int r;

	if ((r = git_tree_lookup(&t, f->repo, tree)) < 0) {
		err_git(r, "%s: oggetto %s", f->path, git_oid_tostr_s(tree));
		return ERR_FAULT;
	}
	e = git_tree_entry_byname(t, name);
	if (e == NULL || git_tree_entry_filemode(e) != kind)
		return none(f, name);
	*out = *git_tree_entry_id(e);
	return 0;
}

/* The id of what stands at path; absent: nothing, or of another kind. */
static int
id_find(git_oid *out, struct folder *f, const char *commit, const char *path,
    git_filemode_t kind)
{
	AUTO(git_tree) root = NULL;
	char name[256];
	const char *s = path;
	git_oid id;
	size_t n;
	int r;

	if ((r = tree_root(&root, f, commit)) != 0)
		return r;
	if (root == NULL || !path_allowed(path))
		return none(f, path);
	id = *git_tree_id(root);
	for (;; s += n + 1) {
		n = strcspn(s, "/");
		snprintf(name, sizeof name, "%.*s", (int)n, s);
		r = step_down(&id, f, &id, name,
		    s[n] == '/' ? GIT_FILEMODE_TREE : kind);
		if (r == ERR_ABSENT)
			return none(f, path);
		if (r != 0 || s[n] == '\0')
			break;
	}
	if (r == 0)
		*out = id;
	return r;
}

static int
blob_append(struct buf *out, struct folder *f, const git_oid *id)
{
	AUTO(git_blob) b = NULL;
	int r;

	if ((r = blob_read(&b, f, id)) == 0)
		buf_append(out, git_blob_rawcontent(b),
		    (size_t)git_blob_rawsize(b));
	return r;
}

int
folder_read(struct buf *out, struct folder *f, const char *commit,
    const char *path)
{
	git_oid id;
	int r;

	if ((r = id_find(&id, f, commit, path, GIT_FILEMODE_BLOB)) != 0)
		return r;
	return blob_append(out, f, &id);
}

/* The tree of dir ("" = root, NULL at no commit). */
static int
dir_find(git_tree **out, struct folder *f, const char *commit,
    const char *dir)
{
	git_oid id;
	int r;

	if (dir[0] == '\0')
		return tree_root(out, f, commit);
	if ((r = id_find(&id, f, commit, dir, GIT_FILEMODE_TREE)) != 0)
		return r;
	if ((r = git_tree_lookup(out, f->repo, &id)) < 0) {
		err_git(r, "%s: oggetto %s", f->path, git_oid_tostr_s(&id));
		return ERR_FAULT;
	}
	return 0;
}

int
folder_list(char ***out, struct arena *a, struct folder *f,
    const char *commit, const char *dir)
{
	AUTO(git_tree) t = NULL;
	size_t i, n;
	char **name;
	int r;

	if ((r = dir_find(&t, f, commit, dir)) != 0)
		return r;
	n = t != NULL ? git_tree_entrycount(t) : 0;
	name = arena_alloc(a, (n + 1) * sizeof *name);
	/* git's order is that of the names with their '/' */
	for (i = 0; i < n; i++) {
		const git_tree_entry *e = git_tree_entry_byindex(t, i);

		name[i] = arena_printf(a, "%s%s", git_tree_entry_name(e),
		    git_tree_entry_filemode(e) == GIT_FILEMODE_TREE ? "/" :
		    "");
	}
	*out = name;
	return 0;
}

/* ---- every file ---- */

struct walk {
	struct folder *f;
	const char *dir;
	walk_fn *fn;
	void *arg;
};

static int
walk_one(void *arg, const char *path, const git_oid *old, const git_oid *new)
{
	struct walk *w = arg;
	AUTO(git_blob) b = NULL;
	AUTO_BUF full = { 0 };
	int r;

	(void)old;
	if ((r = blob_read(&b, w->f, new)) != 0)
		return r;
	buf_printf(&full, "%s%s%s", w->dir, w->dir[0] != '\0' ? "/" : "",
	    path);
	return w->fn(w->arg, full.data, git_blob_rawcontent(b),
	    (size_t)git_blob_rawsize(b));
}

int
folder_walk(struct folder *f, const char *commit, const char *dir,
    walk_fn *fn, void *arg)
{
	struct walk w = { .f = f, .dir = dir, .fn = fn, .arg = arg };
	AUTO(git_tree) t = NULL;
	int r;

	if ((r = dir_find(&t, f, commit, dir)) != 0)
		return r;
	return tree_diff(f, NULL, t, walk_one, &w);
}

/* ---- history ---- */

static int
history_one(git_oid *parent, bool *last, struct folder *f, const git_oid *id,
    history_fn *fn, void *arg)
{
	struct git_commit_info info = { 0 };
	AUTO(git_commit) c = NULL;
	unsigned int n;
	int r;

	if ((r = git_commit_lookup(&c, f->repo, id)) < 0) {
		err_git(r, "%s: commit %s", f->path, git_oid_tostr_s(id));
		return ERR_FAULT;
	}
	if ((n = git_commit_parentcount(c)) > 1)
		return err_set(ERR_FAULT, "%s: il commit %s unisce due storie",
		    f->path, git_oid_tostr_s(id));
	*last = n == 0;
	if (n == 1) {
		*parent = *git_commit_parent_id(c, 0);
		git_oid_tostr(info.parent, sizeof info.parent, parent);
	}
	git_oid_tostr(info.id, sizeof info.id, git_commit_id(c));
	info.ora = git_commit_time(c);
	info.messaggio = git_commit_message_raw(c);
	info.autore = git_commit_author(c)->name;
	return fn(arg, &info);
}

int
folder_history(struct folder *f, const char *commit, history_fn *fn,
    void *arg)
{
	bool last = commit[0] == '\0';
	git_oid id, parent;
	int r;

	if (!last && (r = oid_parse(&id, commit)) != 0)
		return r;
	while (!last) {
		if ((r = history_one(&parent, &last, f, &id, fn, arg)) != 0)
			return r;
		id = parent;
	}
	return 0;
}

/* ---- differences ---- */

struct changes {
	struct arena *arena;
	struct buf list;	/* of char * */
	struct folder *f;
	walk_fn *fn;		/* NULL: names are enough */
	void *arg;
};

static int
changes_one(void *arg, const char *path, const git_oid *old,
    const git_oid *new)
{
	struct changes *c = arg;
	char *text = arena_printf(c->arena, "%s%s",
	    old == NULL ? "+" : new == NULL ? "-" : "~", path);
	AUTO(git_blob) b = NULL;
	int r;

	buf_append(&c->list, &text, sizeof text);
	if (c->fn == NULL || new == NULL)
		return 0;
	if ((r = blob_read(&b, c->f, new)) != 0)
		return r;
	return c->fn(c->arg, path, git_blob_rawcontent(b),
	    (size_t)git_blob_rawsize(b));
}

int
folder_changes(char ***out, struct arena *a, struct folder *f,
    const char *old, const char *new)
{
	return folder_brought(out, a, f, old, new, NULL, NULL);
}

int
folder_brought(char ***out, struct arena *a, struct folder *f,
    const char *old, const char *new, walk_fn *fn, void *arg)
{
	struct changes c = { .arena = a, .f = f, .fn = fn, .arg = arg };
	AUTO(git_tree) before = NULL;
	AUTO(git_tree) after = NULL;
	char *end = NULL;
	int r;

	if ((r = tree_root(&before, f, old)) == 0 &&
	    (r = tree_root(&after, f, new)) == 0 &&
	    (r = tree_diff(f, before, after, changes_one, &c)) == 0) {
		buf_append(&c.list, &end, sizeof end);
		*out = arena_memdup(a, c.list.data, c.list.len);
	}
	buf_free(&c.list);
	return r;
}
