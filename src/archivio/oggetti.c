/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * oggetti.c - the set of objects of a folder, and which of them its head and
 * its tags need.
 *
 * Tells of objects missing, unreadable or of another kind than their referrer
 * says, and of entries no folder of ours may hold; goes on after each.
 */
#include <stdlib.h>
#include <string.h>

#include "archivio/interno.h"

void
objects_free(struct objects *s)
{
	free(s->object);
}

void
objects_add(struct objects *s, const struct object *o)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 256;
		s->object = realloc(s->object, s->cap * sizeof *s->object);
		if (s->object == NULL)
			abort();
	}
	s->object[s->n++] = *o;
}

static int
by_id(const void *a, const void *b)
{
	return git_oid_cmp(&((const struct object *)a)->id,
	    &((const struct object *)b)->id);
}

void
objects_sort(struct objects *s)
{
	size_t i, kept = 0;

	if (s->n > 1)
		qsort(s->object, s->n, sizeof *s->object, by_id);
	for (i = 0; i < s->n; i++) {
		struct object *o = &s->object[i];
		struct object *last = &s->object[kept > 0 ? kept - 1 : 0];

		if (kept == 0 || by_id(last, o) != 0) {
			s->object[kept++] = *o;
			continue;
		}
		last->packed |= o->packed;
		last->bad |= o->bad;
		last->empty |= o->empty;
		last->loose |= o->loose;
	}
	s->n = kept;
}

struct object *
objects_find(const struct objects *s, const git_oid *id)
{
	struct object key = { .id = *id };

	return s->n == 0 ? NULL :
	    bsearch(&key, s->object, s->n, sizeof *s->object, by_id);
}

/* ---- packs ---- */

static int
add_packed(const git_oid *id, void *arg)
{
	struct object o = { .id = *id, .packed = true };

	objects_add(arg, &o);
	return 0;
}

int
objects_add_packed(struct objects *s, git_odb *packs)
{
	int r = git_odb_foreach(packs, add_packed, s);

	return r < 0 ? err_git(r, "elenco dei pacchi") : 0;
}

static int
add_loose(void *arg, const struct found *found)
{
	struct object o = { .id = found->id, .loose = true };

	if (found->kind == FOUND_LOOSE)
		objects_add(arg, &o);
	return 0;
}

int
objects_all(struct objects *s, struct folder *f)
{
	AUTO(git_odb) packs = NULL;
	int r;

	if ((r = packs_open(&packs, f->git)) != 0 ||
	    (r = inventory(f, add_loose, s)) != 0 ||
	    (r = objects_add_packed(s, packs)) != 0)
		return r;
	objects_sort(s);
	return 0;
}

/* ---- what the head needs ---- */

/* Marks it; NULL when there is nothing (more) to do for it. */
static struct object *
mark(const struct reach *w, const git_oid *id)
{
	struct object *o = objects_find(w->set, id);

	if (o == NULL) {
		w->fn(w->arg, id, "oggetto mancante");
		return NULL;
	}
	if (o->reached)
		return NULL;
	o->reached = true;
	return o;
}

int
objects_read(struct loose *out, git_odb *odb, const git_oid *id,
    git_object_t type)
{
	AUTO(git_odb_object) o = NULL;
	size_t n;
	int r;

	if (type == GIT_OBJECT_BLOB) {
		r = git_odb_read_header(&n, &out->type, odb, id);
		return r < 0 ? err_git(r, "%s", git_oid_tostr_s(id)) : 0;
	}
	if ((r = git_odb_read(&o, odb, id)) < 0)
		return err_git(r, "%s", git_oid_tostr_s(id));
	out->type = git_odb_object_type(o);
	buf_append(&out->raw, git_odb_object_data(o), git_odb_object_size(o));
	return 0;
}

/* What is wrong with its loose file was told when that was read. */
static void
unreadable(const struct reach *w, const struct object *o)
{
	if (!o->bad && !o->empty)
		w->fn(w->arg, &o->id, "oggetto illeggibile o di altro tipo");
}

/* false: told. */
static bool
get(struct loose *out, const struct reach *w, struct object *o,
    git_object_t type)
{
	int r = w->read != NULL ? w->read(out, w->arg, o, type) :
	    objects_read(out, w->f->odb, &o->id, type);

	if (r == 0 && out->type == type)
		return true;
	err_clear();
	unreadable(w, o);
	return false;
}

static void
reach_blob(const struct reach *w, const git_oid *id)
{
	struct object *o = mark(w, id);
	AUTO_LOOSE l = { 0 };

	if (o != NULL)
		(void)get(&l, w, o, GIT_OBJECT_BLOB);
}

static void
reach_tree(const struct reach *w, const git_oid *id, int depth)
{
	struct object *o = mark(w, id);
	AUTO_LOOSE l = { 0 };
	struct voci left;
	struct voce v;
	int r;

	if (o == NULL || !get(&l, w, o, GIT_OBJECT_TREE))
		return;
	if (depth > DEPTH_MAX) {
		w->fn(w->arg, id, "albero troppo profondo");
		return;
	}
	left.p = loose_content(&l, &left.left);
	while ((r = voci_next(&v, &left)) == 1) {
		if (!path_allowed(v.name))
			w->fn(w->arg, id, "albero con un nome non ammesso");
		if (v.type == GIT_OBJECT_TREE)
			reach_tree(w, &v.id, depth + 1);
		else if (v.type == GIT_OBJECT_BLOB)
			reach_blob(w, &v.id);
		else
			w->fn(w->arg, id, "albero con una voce non ammessa");
	}
	if (r < 0) {
		err_clear();
		w->fn(w->arg, id, "oggetto illeggibile o di altro tipo");
	}
}

/* One commit; false when there is no parent to go on with. */
static bool
reach_commit(const struct reach *w, git_oid *id)
{
	struct object *o = mark(w, id);
	git_oid tree, parent;
	AUTO_LOOSE l = { 0 };
	size_t n;
	int parents;

	if (o == NULL || !get(&l, w, o, GIT_OBJECT_COMMIT))
		return false;
	if ((parents = commit_parts(&tree, &parent,
	    loose_content(&l, &n))) < 0) {
		err_clear();
		unreadable(w, o);
		return false;
	}
	reach_tree(w, &tree, 1);
	if (parents > 1)
		w->fn(w->arg, id, "commit che unisce due storie");
	if (parents == 0)
		return false;
	*id = parent;
	return true;
}

void
objects_reach(const struct reach *w, const char *head)
{
	git_oid id;

	if (head[0] == '\0' || git_oid_fromstr(&id, head) < 0)
		return;
	while (reach_commit(w, &id))
		;
}

static bool
is_tag(struct tag *out, const struct reach *w, struct object *o,
    const char *nome)
{
	AUTO_LOOSE l = { 0 };
	const char *p;
	size_t n;

	if (!get(&l, w, o, GIT_OBJECT_TAG))
		return false;
	p = loose_content(&l, &n);
	if (tag_parse(out, nome, p, n) == 0)
		return true;
	err_clear();
	unreadable(w, o);
	return false;
}

void
objects_reach_tag(const struct reach *w, const char *nome, const char *id,
    const char *commit)
{
	AUTO_TAG t = { 0 };
	struct object *o, *of;
	git_oid oid, target;

	if (git_oid_fromstr(&oid, id) < 0 || (o = mark(w, &oid)) == NULL ||
	    !is_tag(&t, w, o, nome))
		return;
	if (git_oid_fromstr(&target, t.commit) < 0 ||
	    (of = objects_find(w->set, &target)) == NULL || !of->reached ||
	    (commit != NULL && strcmp(commit, t.commit) != 0))
		w->fn(w->arg, &oid, "tag di un commit che non è il suo");
}

static void
missing(void *arg, const git_oid *id, const char *what)
{
	int *r = arg;

	*r = err_set(ERR_FAULT, "%s: %s", git_oid_tostr_s(id), what);
}

int
objects_need(struct objects *s, struct folder *f, const char *head,
    const struct folder_tags *tags)
{
	int i, r = 0;
	const struct reach w = { .set = s, .f = f, .fn = missing, .arg = &r };

	objects_reach(&w, head);
	for (i = 0; tags != NULL && i < tags->n; i++)
		objects_reach_tag(&w, tags->tag[i].nome, tags->tag[i].id,
		    tags->tag[i].commit);
	return r == 0 ? 0 : err_prefix(r, "%s", f->path);
}
