/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riscrivi.c - the history of a folder written again, with other bytes in
 * place of some of its files.
 *
 * Refuses: a path that no commit has, a commit that is not written as ours
 * are, an entry that is neither a file nor a directory beside what is
 * replaced, a version that stands at another path too (it would not go).
 * Keeps: one commit for each old one, its author, committer and message byte
 * for byte; every other file is the same object; what comes before the first
 * commit that changes is not written again; no ref is moved, nothing goes.
 */
#include <string.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/point.h"

/* A version of a file, and what stands for it. */
struct version {
	git_oid old, new;
};

/* A step of the paths: a file to be replaced, a directory on its way, or
 * both, when it was one and then the other. */
struct place {
	const char *name;
	struct place *next, *below;
	const char *path;	/* of the file; NULL: only a directory */
	bool found;
	struct version *version;
	int n, cap;
	/* the directory as last met: history hardly changes one at a time */
	bool known;
	struct version last;
};

struct story {			/* one commit */
	git_oid id, tree, parent;
	git_oid new_tree;
	bool first;
	bool graft;		/* its parent is of others (FOLDER_PRIMA) */
	const char *rest;	/* from "author " on */
};

struct rewrite {
	struct folder *f;
	struct arena *arena;
	rewrite_fn *fn;
	void *arg;
	const char *altrui;	/* a directory that goes, with the history
				 * before FOLDER_PRIMA; NULL: both stay */
	struct place root;
	struct story *story;	/* newest first */
	int n, cap;
};

/* ---- which ---- */

static struct place *
place_find(const struct place *dir, const char *name, size_t n)
{
	struct place *p;

	for (p = dir->below; p != NULL; p = p->next)
		if (strlen(p->name) == n && memcmp(p->name, name, n) == 0)
			return p;
	return NULL;
}

static int
place_add(struct rewrite *w, const char *path)
{
	struct place *dir = &w->root, *p;
	const char *s = path;
	size_t n;

	if (!path_allowed(path))
		return err_set(ERR_INVALID, "percorso non ammesso: %s", path);
	for (;; s += n + 1, dir = p) {
		n = strcspn(s, "/");
		if ((p = place_find(dir, s, n)) == NULL) {
			p = arena_alloc(w->arena, sizeof *p);
			p->name = arena_strndup(w->arena, s, n);
			p->next = dir->below;
			dir->below = p;
		}
		if (s[n] == '\0')
			break;
	}
	p->path = arena_strdup(w->arena, path);
	return 0;
}

/* A path that was never met. */
static const char *
place_lost(const struct place *dir)
{
	const struct place *p;
	const char *path;

	for (p = dir->below; p != NULL; p = p->next) {
		if (p->path != NULL && !p->found)
			return p->path;
		if ((path = place_lost(p)) != NULL)
			return path;
	}
	return NULL;
}

/* ---- files and directories ---- */

static int
tree_open(git_tree **out, struct rewrite *w, const git_oid *id)
{
	int r = git_tree_lookup(out, w->f->repo, id);

	if (r >= 0)
		return 0;
	err_git(r, "%s: oggetto %s", w->f->path, git_oid_tostr_s(id));
	return ERR_FAULT;
}

/* An entry of a tree, which is now that object. */
static void
entry_write(struct buf *b, const git_tree_entry *e, const git_oid *id)
{
	buf_puts(b, git_tree_entry_filemode_raw(e) == GIT_FILEMODE_TREE ?
	    "40000 " : "100644 ");
	buf_puts(b, git_tree_entry_name(e));
	buf_putc(b, '\0');
	buf_append(b, id->id, GIT_OID_RAWSZ);
}

/* *id becomes what stands for this version; asked for once. */
static int
file_rewrite(git_oid *id, struct rewrite *w, struct place *p)
{
	AUTO(git_blob) b = NULL;
	AUTO_BUF text = { 0 };
	struct version v = { .old = *id };
	int i, r;

	p->found = true;
	for (i = 0; i < p->n; i++)
		if (git_oid_equal(&p->version[i].old, id)) {
			*id = p->version[i].new;
			return 0;
		}
	if ((r = blob_read(&b, w->f, id)) != 0 ||
	    (r = w->fn(w->arg, &text, p->path, git_blob_rawcontent(b),
	    (size_t)git_blob_rawsize(b))) != 0)
		return r;
	if (text.len == 0)
		return err_set(ERR_INVALID, "%s: niente al posto di %s",
		    w->f->path, p->path);
	if ((r = loose_write(&v.new, w->f, GIT_OBJECT_BLOB, text.data,
	    text.len)) != 0)
		return r;
	p->version = arena_more(w->arena, p->version, p->n, &p->cap,
	    sizeof *p->version);
	p->version[p->n++] = v;
	*id = v.new;
	return 0;
}

static int tree_rewrite(git_oid *, struct rewrite *, struct place *);

/* *id becomes that of what stands at the entry now. */
static int
entry_rewrite(git_oid *id, struct rewrite *w, const struct place *dir,
    const git_tree_entry *e)
{
	const char *name = git_tree_entry_name(e);
	git_filemode_t mode = git_tree_entry_filemode_raw(e);
	struct place *p = place_find(dir, name, strlen(name));

	*id = *git_tree_entry_id(e);
	if (mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_TREE)
		return err_set(ERR_FAULT, "%s: voce non ammessa: %s",
		    w->f->path, name);
	if (p != NULL && mode == GIT_FILEMODE_TREE && p->below != NULL)
		return tree_rewrite(id, w, p);
	if (p != NULL && mode == GIT_FILEMODE_BLOB && p->path != NULL)
		return file_rewrite(id, w, p);
	return 0;
}

/* The same entries with other ids, in b; *changed: is one another? */
static int
entries_rewrite(struct buf *b, bool *changed, struct rewrite *w,
    const struct place *dir, const git_oid *tree)
{
	AUTO(git_tree) t = NULL;
	git_oid id;
	size_t i;
	int r;

	if ((r = tree_open(&t, w, tree)) != 0)
		return r;
	for (i = 0; i < git_tree_entrycount(t); i++) {
		const git_tree_entry *e = git_tree_entry_byindex(t, i);

		if ((r = entry_rewrite(&id, w, dir, e)) != 0)
			return r;
		if (!git_oid_equal(&id, git_tree_entry_id(e)))
			*changed = true;
		entry_write(b, e, &id);
	}
	return 0;
}

static int
tree_rewrite(git_oid *id, struct rewrite *w, struct place *dir)
{
	AUTO_BUF b = { 0 };
	bool changed = false;
	int r;

	if (!dir->known || !git_oid_equal(&dir->last.old, id)) {
		dir->known = false;
		dir->last.old = dir->last.new = *id;
		if ((r = entries_rewrite(&b, &changed, w, dir, id)) != 0)
			return r;
		if (changed && (r = loose_write(&dir->last.new, w->f,
		    GIT_OBJECT_TREE, b.data, b.len)) != 0)
			return r;
		dir->known = true;
	}
	*id = dir->last.new;
	return 0;
}

/* ---- commits ---- */

/* "<word> <id>\n": what follows, or NULL. */
static const char *
id_line(git_oid *out, const char *s, const char *word)
{
	char hex[COMMIT_LEN + 1];
	size_t n = strlen(word);

	if (strncmp(s, word, n) != 0 || s[n] != ' ' ||
	    strnlen(s + n + 1, COMMIT_LEN + 1) <= COMMIT_LEN ||
	    s[n + 1 + COMMIT_LEN] != '\n')
		return NULL;
	memcpy(hex, s + n + 1, COMMIT_LEN);
	hex[COMMIT_LEN] = '\0';
	return oid_parse(out, hex) == 0 ? s + n + 2 + COMMIT_LEN : NULL;
}

/* Nothing but author and committer before the empty line: a signature of the
 * commit would not be one of the new one. */
static bool
rest_is_ours(const char *s)
{
	const char *end;

	if (strncmp(s, "author ", 7) != 0 || (end = strchr(s, '\n')) == NULL ||
	    strncmp(end + 1, "committer ", 10) != 0 ||
	    (end = strchr(end + 1, '\n')) == NULL)
		return false;
	return end[1] == '\n';
}

static int
commit_load(struct story *out, struct rewrite *w, const git_oid *id)
{
	struct story c = { .id = *id };
	AUTO(git_odb_object) o = NULL;
	const char *s, *after;
	size_t n;
	int r;

	if ((r = git_odb_read(&o, w->f->odb, id)) < 0) {
		err_git(r, "%s: commit %s", w->f->path, git_oid_tostr_s(id));
		return ERR_FAULT;
	}
	n = git_odb_object_size(o);
	s = arena_strndup(w->arena, git_odb_object_data(o), n);
	if (git_odb_object_type(o) == GIT_OBJECT_COMMIT && strlen(s) == n &&
	    (s = id_line(&c.tree, s, "tree")) != NULL) {
		after = id_line(&c.parent, s, "parent");
		c.first = after == NULL;
		c.rest = c.first ? s : after;
	}
	err_clear();
	c.graft = c.rest != NULL && !c.first && strstr(c.rest,
	    arena_printf(w->arena, "\n" FOLDER_PRIMA "%s\n",
	    git_oid_tostr_s(&c.parent))) != NULL;
	if (c.rest == NULL || !rest_is_ours(c.rest))
		return err_set(ERR_FAULT, "%s: il commit %s non è come quelli "
		    "di questo programma", w->f->path, git_oid_tostr_s(id));
	*out = c;
	return 0;
}

static int
history_load(struct rewrite *w, const char *head)
{
	struct story *c;
	git_oid id;
	int r;

	if ((r = oid_parse(&id, head)) != 0)
		return r;
	do {
		w->story = arena_more(w->arena, w->story, w->n, &w->cap,
		    sizeof *w->story);
		c = &w->story[w->n];
		if ((r = commit_load(c, w, &id)) != 0)
			return r;
		w->n++;
		id = c->parent;
	} while (!c->first && !c->graft);
	return 0;
}

static int
commit_write(git_oid *out, struct rewrite *w, const struct story *c,
    const git_oid *parent)
{
	AUTO_BUF b = { 0 };

	buf_printf(&b, "tree %s\n", git_oid_tostr_s(&c->new_tree));
	if (!c->first && !(c->graft && w->altrui != NULL))
		buf_printf(&b, "parent %s\n", git_oid_tostr_s(c->graft ?
		    &c->parent : parent));
	buf_puts(&b, c->rest);
	POINT("archivio-riscrive");
	return loose_write(out, w->f, GIT_OBJECT_COMMIT, b.data, b.len);
}

/* The root without that directory. */
static int
tree_without(git_oid *id, struct rewrite *w, const char *dir)
{
	AUTO(git_tree) t = NULL;
	AUTO_BUF b = { 0 };
	size_t i;
	int r;

	if ((r = tree_open(&t, w, id)) != 0)
		return r;
	for (i = 0; i < git_tree_entrycount(t); i++) {
		const git_tree_entry *e = git_tree_entry_byindex(t, i);

		if (strcmp(git_tree_entry_name(e), dir) != 0)
			entry_write(&b, e, git_tree_entry_id(e));
	}
	return loose_write(id, w->f, GIT_OBJECT_TREE, b.data, b.len);
}

/* Oldest first, from the first whose tree is another. */
static int
history_rewrite(struct rewritten *out, struct rewrite *w)
{
	git_oid parent, id;
	int i, r;

	out->commit = arena_alloc(w->arena, (size_t)w->n *
	    sizeof *out->commit);
	for (i = w->n - 1; i >= 0; i--) {
		struct story *c = &w->story[i];
		struct rewritten_commit *made = &out->commit[out->n];

		c->new_tree = c->tree;
		if ((r = tree_rewrite(&c->new_tree, w, &w->root)) != 0 ||
		    (w->altrui != NULL && (r = tree_without(&c->new_tree, w,
		    w->altrui)) != 0))
			return r;
		id = c->id;
		if (out->n > 0 || !git_oid_equal(&c->new_tree, &c->tree)) {
			if ((r = commit_write(&id, w, c, &parent)) != 0)
				return r;
			git_oid_tostr(made->prima, COMMIT_LEN + 1, &c->id);
			git_oid_tostr(made->dopo, COMMIT_LEN + 1, &id);
			out->n++;
		}
		parent = id;
	}
	git_oid_tostr(out->head, COMMIT_LEN + 1, &parent);
	return 0;
}

/* ---- is it gone? ---- */

static void
gone_add(struct objects *gone, const struct place *dir)
{
	const struct place *p;
	int i;

	for (p = dir->below; p != NULL; p = p->next) {
		for (i = 0; i < p->n; i++) {
			struct object o = { .id = p->version[i].old };

			if (!git_oid_equal(&o.id, &p->version[i].new))
				objects_add(gone, &o);
		}
		gone_add(gone, p);
	}
}

static int
still_there(void *arg, const char *path, const git_oid *old,
    const git_oid *new)
{
	(void)old;
	if (new != NULL && objects_find(arg, new) != NULL)
		return err_set(ERR_INVALID,
		    "la stessa versione sta anche in %s", path);
	return 0;
}

/* Does any commit of the new history hold what was replaced? */
static int
gone_check(struct rewrite *w)
{
	AUTO_OBJECTS gone = { 0 };
	AUTO(git_tree) before = NULL;
	int i, r = 0;

	gone_add(&gone, &w->root);
	objects_sort(&gone);
	for (i = w->n - 1; i >= 0 && r == 0; i--) {
		git_tree *t;

		if ((r = tree_open(&t, w, &w->story[i].new_tree)) != 0)
			return r;
		r = tree_diff(w->f, before, t, still_there, &gone);
		git_tree_free(before);
		before = t;
	}
	return r == 0 ? 0 : err_prefix(r, "%s", w->f->path);
}

int
folder_rewrite(struct rewritten *out, struct arena *a, struct folder *f,
    const char *head, const char *const *path, int n, rewrite_fn *fn,
    void *arg)
{
	return folder_rewrite_without(out, a, f, head, path, n, fn, arg, NULL);
}

int
folder_rewrite_without(struct rewritten *out, struct arena *a,
    struct folder *f, const char *head, const char *const *path, int n,
    rewrite_fn *fn, void *arg, const char *altrui)
{
	struct rewrite w = { .f = f, .arena = a, .fn = fn, .arg = arg,
	    .altrui = altrui };
	struct rewritten made = { 0 };
	const char *lost;
	int i, r;

	for (i = 0; i < n; i++)
		if ((r = place_add(&w, path[i])) != 0)
			return r;
	if ((r = history_load(&w, head)) != 0 ||
	    (r = history_rewrite(&made, &w)) != 0)
		return r;
	if ((lost = place_lost(&w.root)) != NULL)
		return err_set(ERR_ABSENT, "%s: non c'è mai stato %s", f->path,
		    lost);
	if ((r = gone_check(&w)) != 0)
		return r;
	*out = made;
	return 0;
}

const char *
rewritten_commit(const struct rewritten *w, const char *commit)
{
	int i;

	for (i = 0; i < w->n; i++)
		if (strcmp(w->commit[i].prima, commit) == 0)
			return w->commit[i].dopo;
	return NULL;
}
