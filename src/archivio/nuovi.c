/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * nuovi.c - the objects a folder has gained since a commit, each as the file of
 * a single one: what a backup takes, whatever the packs.
 *
 * Refuses an object that is missing or has other bytes than its name says, a
 * history that does not go on from that commit.  Keeps: each object is opened,
 * inflated and hashed once; what a commit has brought is found beside the tree
 * of the commit before, so the cost is that of what is new, and memory is
 * constant.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"

#define TREES 64		/* trees kept, of the commit before */

struct letto {			/* an object, hashed */
	git_oid id;
	struct loose l;		/* raw.data NULL: none */
};

struct raccolta {
	struct folder *f;
	git_odb *packs;
	int objects;		/* the directory of single ones */
	struct buf file;	/* of the one being read; empty: it is packed */
	object_fn *fn;
	void *arg;
	struct letto tree[TREES];
	unsigned int turn;
};

/* ---- one object ---- */

static int
wrong(const struct raccolta *r, const git_oid *id, const char *what)
{
	return err_set(ERR_FAULT, "%s: %s: %s", r->f->path,
	    git_oid_tostr_s(id), what);
}

static int
read_packed(struct loose *out, struct raccolta *r, const git_oid *id)
{
	AUTO(git_odb_object) o = NULL;
	int e = git_odb_read(&o, r->packs, id);

	if (e == GIT_ENOTFOUND)
		return wrong(r, id, "oggetto mancante");
	if (e < 0)
		return err_git(e, "%s: %s", r->f->path, git_oid_tostr_s(id));
	out->type = git_odb_object_type(o);
	buf_printf(&out->raw, "%s %zu", git_object_type2string(out->type),
	    git_odb_object_size(o));
	buf_putc(&out->raw, '\0');
	out->start = out->raw.len;
	buf_append(&out->raw, git_odb_object_data(o), git_odb_object_size(o));
	return 0;
}

static int
read_single(struct loose *out, struct raccolta *r, const git_oid *id, int fd)
{
	if (file_read_fd(&r->file, fd, LOOSE_MAX) != 0 ||
	    loose_read(out, id, r->file.data, r->file.len) != 0)
		return wrong(r, id, err_msg());
	return 0;
}

/* Of that type; its file, when it has one, is in r->file. */
static int
read_object(struct loose *out, struct raccolta *r, const git_oid *id,
    git_object_t type)
{
	AUTO_LOOSE l = { 0 };
	AUTO_FD int fd = loose_open(r->objects, id);
	int e;

	if (fd < 0 && errno != ENOENT)
		return err_sys("%s: %s", r->f->path, git_oid_tostr_s(id));
	buf_clear(&r->file);
	e = fd >= 0 ? read_single(&l, r, id, fd) : read_packed(&l, r, id);
	if (e != 0)
		return e;
	if (l.type != type)
		return wrong(r, id, "è di un altro tipo");
	*out = l;
	l = (struct loose){ 0 };
	return 0;
}

/* The one that read_object has just read. */
static int
emit(struct raccolta *r, const git_oid *id, const struct loose *l)
{
	char name[sizeof "objects/" + LOOSE_NAME];
	int e;

	memcpy(name, "objects/", strlen("objects/"));
	loose_name(name + strlen("objects/"), id);
	if (r->file.len == 0 && (e = loose_encode(&r->file, &l->raw)) != 0)
		return e;
	return r->fn(r->arg, name, r->file.data, r->file.len);
}

static int
take(struct raccolta *r, const git_oid *id, git_object_t type)
{
	AUTO_LOOSE l = { 0 };
	int e = read_object(&l, r, id, type);

	return e != 0 ? e : emit(r, id, &l);
}

/* ---- trees ---- */

static void
keep(struct raccolta *r, const git_oid *id, struct loose *l)
{
	struct letto *x = &r->tree[r->turn++ % TREES];

	loose_free(&x->l);
	x->id = *id;
	x->l = *l;
	*l = (struct loose){ 0 };
}

/* A tree of the commit before: most were read when they were new. */
static int
read_old(struct loose *out, struct raccolta *r, const git_oid *id)
{
	int i;

	for (i = 0; i < TREES; i++)
		if (r->tree[i].l.raw.data != NULL &&
		    git_oid_equal(&r->tree[i].id, id)) {
			*out = r->tree[i].l;
			r->tree[i].l = (struct loose){ 0 };
			return 0;
		}
	return read_object(out, r, id, GIT_OBJECT_TREE);
}

/* 1: there was one more. */
static int
next_entry(struct voce *out, struct voci *v)
{
	int e = voci_next(out, v);

	return e < 0 || (e == 1 && out->type == GIT_OBJECT_INVALID) ?
	    err_set(ERR_FAULT, "albero con una voce non ammessa") : e;
}

/* In the order of a tree, where a directory ends in "/". */
static int
order(const struct voce *x, const struct voce *y)
{
	size_t n = strlen(x->name), m = strlen(y->name);
	size_t k = n < m ? n : m;
	int c = memcmp(x->name, y->name, k);
	unsigned char a, b;

	if (c != 0)
		return c;
	a = (unsigned char)(k < n ? x->name[k] :
	    x->type == GIT_OBJECT_TREE ? '/' : '\0');
	b = (unsigned char)(k < m ? y->name[k] :
	    y->type == GIT_OBJECT_TREE ? '/' : '\0');
	return a < b ? -1 : a > b;
}

static int take_tree(struct raccolta *r, const git_oid *id,
    const git_oid *old, int depth);

/* One of the new tree; `old` is of the same name, or NULL. */
static int
take_entry(struct raccolta *r, const struct voce *v, const struct voce *old,
    int depth)
{
	if (old != NULL && old->type == v->type &&
	    git_oid_equal(&old->id, &v->id))
		return 0;
	if (!path_allowed(v->name))
		return err_set(ERR_FAULT, "albero con un nome non ammesso");
	if (v->type == GIT_OBJECT_BLOB)
		return take(r, &v->id, GIT_OBJECT_BLOB);
	return take_tree(r, &v->id, old != NULL &&
	    old->type == GIT_OBJECT_TREE ? &old->id : NULL, depth + 1);
}

static int
take_entries(struct raccolta *r, struct voci new, struct voci old, int depth)
{
	struct voce v, o;
	int e, has = 0, c;

	if ((has = next_entry(&o, &old)) < 0)
		return has;
	while ((e = next_entry(&v, &new)) == 1) {
		while ((c = has ? order(&o, &v) : 1) < 0)
			if ((has = next_entry(&o, &old)) < 0)
				return has;
		if ((e = take_entry(r, &v, c == 0 ? &o : NULL, depth)) != 0)
			return e;
	}
	return e;
}

/* What `old` (NULL: nothing) does not hold at the same place. */
static int
take_tree(struct raccolta *r, const git_oid *id, const git_oid *old, int depth)
{
	AUTO_LOOSE now = { 0 }, was = { 0 };
	struct voci new, before = { 0 };
	int e;

	if (depth > DEPTH_MAX)
		return wrong(r, id, "albero troppo profondo");
	if ((e = read_object(&now, r, id, GIT_OBJECT_TREE)) != 0 ||
	    (e = emit(r, id, &now)) != 0 ||
	    (old != NULL && (e = read_old(&was, r, old)) != 0))
		return e;
	new.p = loose_content(&now, &new.left);
	if (old != NULL)
		before.p = loose_content(&was, &before.left);
	if ((e = take_entries(r, new, before, depth)) != 0)
		return e;
	keep(r, id, &now);
	return 0;
}

/* ---- commits ---- */

struct radici {			/* trees of commits, newest first */
	git_oid *id;
	size_t n, cap;
};

static void
add_root(struct radici *s, const git_oid *tree)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 64;
		s->id = realloc(s->id, s->cap * sizeof *s->id);
		if (s->id == NULL)
			abort();
	}
	s->id[s->n++] = *tree;
}

/* 1: it has a parent, 0: it is the first. */
static int
parts_of(git_oid *tree, git_oid *parent, const struct raccolta *r,
    const git_oid *id, const struct loose *l)
{
	size_t n;
	int parents = commit_parts(tree, parent, loose_content(l, &n));

	if (parents < 0)
		return wrong(r, id, err_msg());
	return parents > 1 ? wrong(r, id, "commit che unisce due storie") :
	    parents;
}

/* Commits from head back to `prima`, taken; its tree is the last root, the
 * empty tree (a zero id) when there is no `prima`. */
static int
take_commits(struct radici *roots, struct raccolta *r, const char *prima,
    const char *head)
{
	git_oid id, tree, parent = { 0 }, end = { 0 };
	int e, more = 1;

	if ((e = oid_parse(&id, head)) != 0 ||
	    (prima[0] != '\0' && (e = oid_parse(&end, prima)) != 0))
		return e;
	while (more == 1 && !git_oid_equal(&id, &end)) {
		AUTO_LOOSE l = { 0 };

		if ((e = read_object(&l, r, &id, GIT_OBJECT_COMMIT)) != 0 ||
		    (e = emit(r, &id, &l)) != 0 ||
		    (more = parts_of(&tree, &parent, r, &id, &l)) < 0)
			return e != 0 ? e : more;
		add_root(roots, &tree);
		id = parent;
	}
	if (prima[0] == '\0') {
		add_root(roots, &end);
		return 0;
	}
	if (more == 0)
		return err_set(ERR_FAULT, "%s: la sua storia non passa per "
		    "%.12s", r->f->path, prima);
	AUTO_LOOSE last = { 0 };

	if ((e = read_object(&last, r, &end, GIT_OBJECT_COMMIT)) != 0 ||
	    (e = parts_of(&tree, &parent, r, &end, &last)) < 0)
		return e;
	add_root(roots, &tree);
	return 0;
}

static int
take_trees(struct raccolta *r, const struct radici *roots)
{
	const git_oid *old, *new;
	size_t i;
	int e;

	for (i = roots->n - 1; i > 0; i--) {	/* oldest first */
		new = &roots->id[i - 1];
		old = git_oid_is_zero(&roots->id[i]) ? NULL : &roots->id[i];
		if (old != NULL && git_oid_equal(old, new))
			continue;
		if ((e = take_tree(r, new, old, 1)) != 0)
			return e;
	}
	return 0;
}

/* The object of a tag of ours, of the commit that it is said to be of. */
static int
take_tag(struct raccolta *r, const struct tag_ref *t)
{
	AUTO_LOOSE l = { 0 };
	git_oid id, of;
	const char *p;
	size_t n;
	int e;

	if ((e = oid_parse(&id, t->id)) != 0 ||
	    (e = read_object(&l, r, &id, GIT_OBJECT_TAG)) != 0)
		return e;
	p = loose_content(&l, &n);
	if (tag_target(&of, p) != 0 || strcmp(git_oid_tostr_s(&of),
	    t->commit) != 0)
		return wrong(r, &id, "tag di un commit che non è il suo");
	return emit(r, &id, &l);
}

static int
take_all(struct raccolta *r, const char *prima, const char *head,
    const struct folder_tags *tags)
{
	struct radici roots = { 0 };
	int e, t;

	if ((e = take_commits(&roots, r, prima, head)) == 0)
		e = take_trees(r, &roots);
	free(roots.id);
	for (t = 0; e == 0 && t < tags->n; t++)
		e = take_tag(r, &tags->tag[t]);
	return e;
}

int
folder_objects(struct folder *f, const char *prima, const char *head,
    const struct folder_tags *tags, object_fn *fn, void *arg)
{
	struct raccolta r = { .f = f, .fn = fn, .arg = arg };
	AUTO(arena) a = arena_new();
	AUTO(git_odb) packs = NULL;
	AUTO_FD int dir = -1;
	int e, i;

	dir = open(arena_printf(a, "%s/objects", f->git), O_RDONLY |
	    O_DIRECTORY | O_CLOEXEC);
	if (dir < 0)
		return err_sys("%s", f->path);
	if ((e = packs_open(&packs, f->git)) != 0)
		return e;
	r.objects = dir;
	r.packs = packs;
	e = take_all(&r, prima, head, tags);
	for (i = 0; i < TREES; i++)
		loose_free(&r.tree[i].l);
	buf_free(&r.file);
	return e;
}

bool
folder_object_name(const char *name)
{
	return strlen(name) == strlen("objects/ab/") + COMMIT_LEN - 2 &&
	    folder_copy_name(name);
}
