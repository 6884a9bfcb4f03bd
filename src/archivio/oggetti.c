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
		if (o->loose) {
			last->loose = true;
			last->type = o->type;
			last->mtime = o->mtime;
		}
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

void
objects_missing(void *arg, const git_oid *id, const char *what)
{
	int *r = arg;

	*r = err_set(ERR_FAULT, "%s: %s", git_oid_tostr_s(id), what);
}

struct reach {
	struct objects *set;
	struct folder *f;
	reach_fn *fn;
	void *arg;
};

/* Marks it; NULL when there is nothing (more) to do for it. */
static struct object *
mark(struct reach *w, const git_oid *id)
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

/* What is wrong with its loose file was told when that was read. */
static void
unreadable(struct reach *w, const struct object *o)
{
	if (!o->bad && !o->empty)
		w->fn(w->arg, &o->id, "oggetto illeggibile o di altro tipo");
}

static void
reach_blob(struct reach *w, const git_oid *id)
{
	struct object *o = mark(w, id);
	git_object_t type;
	size_t n;

	if (o != NULL && o->type == GIT_OBJECT_BLOB)
		return;
	if (o != NULL && (git_odb_read_header(&n, &type, w->f->odb, id) < 0 ||
	    type != GIT_OBJECT_BLOB))
		unreadable(w, o);
}

static void
reach_tree(struct reach *w, const git_oid *id, int depth)
{
	struct object *o = mark(w, id);
	AUTO(git_tree) t = NULL;
	size_t i;

	if (o == NULL)
		return;
	if (git_tree_lookup(&t, w->f->repo, id) < 0) {
		unreadable(w, o);
		return;
	}
	if (depth > DEPTH_MAX) {
		w->fn(w->arg, id, "albero troppo profondo");
		return;
	}
	for (i = 0; i < git_tree_entrycount(t); i++) {
		const git_tree_entry *e = git_tree_entry_byindex(t, i);
		git_filemode_t mode = git_tree_entry_filemode_raw(e);

		if (!path_allowed(git_tree_entry_name(e)))
			w->fn(w->arg, id, "albero con un nome non ammesso");
		if (mode == GIT_FILEMODE_TREE)
			reach_tree(w, git_tree_entry_id(e), depth + 1);
		else if (mode == GIT_FILEMODE_BLOB)
			reach_blob(w, git_tree_entry_id(e));
		else
			w->fn(w->arg, id, "albero con una voce non ammessa");
	}
}

/* One commit; false when there is no parent to go on with. */
static bool
reach_commit(struct reach *w, git_oid *id)
{
	struct object *o = mark(w, id);
	AUTO(git_commit) c = NULL;

	if (o == NULL)
		return false;
	if (git_commit_lookup(&c, w->f->repo, id) < 0) {
		unreadable(w, o);
		return false;
	}
	reach_tree(w, git_commit_tree_id(c), 1);
	if (git_commit_parentcount(c) > 1)
		w->fn(w->arg, id, "commit che unisce due storie");
	if (git_commit_parentcount(c) == 0)
		return false;
	*id = *git_commit_parent_id(c, 0);
	return true;
}

void
objects_reach(struct objects *s, struct folder *f, const char *head,
    reach_fn *fn, void *arg)
{
	struct reach w = { .set = s, .f = f, .fn = fn, .arg = arg };
	git_oid id;

	if (head[0] == '\0' || git_oid_fromstr(&id, head) < 0)
		return;
	while (reach_commit(&w, &id))
		;
}

void
objects_reach_tag(struct objects *s, struct folder *f, const char *nome,
    const char *id, const char *commit, reach_fn *fn, void *arg)
{
	struct reach w = { .set = s, .f = f, .fn = fn, .arg = arg };
	AUTO_TAG t = { 0 };
	struct object *o, *of;
	git_oid oid, target;

	if (git_oid_fromstr(&oid, id) < 0 || (o = mark(&w, &oid)) == NULL)
		return;
	if (folder_tag_read(&t, f, nome, id) != 0) {
		err_clear();
		unreadable(&w, o);
		return;
	}
	if (git_oid_fromstr(&target, t.commit) < 0 ||
	    (of = objects_find(s, &target)) == NULL || !of->reached ||
	    (commit != NULL && strcmp(commit, t.commit) != 0))
		fn(arg, &oid, "tag di un commit che non è il suo");
}
