/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * nuovi.c - the objects a folder has gained since a commit, each as the file of
 * a single one: what a backup takes, whatever the packs.
 *
 * Refuses an object that is missing or has other bytes than its name says.
 */
#include <string.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"

/* Those that `prima` needs are marked, and what the head needs too; had[i]
 * tells them apart. */
static int
mark(struct objects *s, bool **had, struct arena *a, struct folder *f,
    const char *prima, const char *head, const struct folder_tags *tags)
{
	size_t i;
	int t, r;

	if ((r = objects_all(s, f)) != 0)
		return r;
	objects_reach(s, f, prima, objects_missing, &r);
	*had = arena_alloc(a, (s->n + 1) * sizeof **had);
	for (i = 0; i < s->n; i++)
		(*had)[i] = s->object[i].reached;
	objects_reach(s, f, head, objects_missing, &r);
	for (t = 0; t < tags->n; t++)
		objects_reach_tag(s, f, tags->tag[t].nome, tags->tag[t].id,
		    tags->tag[t].commit, objects_missing, &r);
	return r == 0 ? 0 : err_prefix(r, "%s", f->path);
}

static int
encode(struct buf *out, git_odb_object *o)
{
	AUTO_BUF raw = { 0 };

	buf_printf(&raw, "%s %zu", git_object_type2string(
	    git_odb_object_type(o)), git_odb_object_size(o));
	buf_putc(&raw, '\0');
	buf_append(&raw, git_odb_object_data(o), git_odb_object_size(o));
	return loose_encode(out, &raw);
}

/* Read through libgit2, which hashes it again; its own file, when it has one. */
static int
emit(struct folder *f, const struct object *x, object_fn *fn, void *arg)
{
	char path[LOOSE_PATH_MAX], name[COMMIT_LEN + 1];
	AUTO(git_odb_object) o = NULL;
	AUTO_BUF b = { 0 };
	int r;

	git_oid_tostr(name, sizeof name, &x->id);
	if ((r = git_odb_read(&o, f->odb, &x->id)) < 0)
		return err_git(r, "%s: %s", f->path, name);
	if ((r = loose_path(path, f->git, &x->id)) != 0 ||
	    (r = x->loose ? file_read(&b, path, LOOSE_MAX) :
	    encode(&b, o)) != 0)
		return r;
	/* objects/ab/cdef… */
	return fn(arg, path + strlen(f->git) + 1, b.data, b.len);
}

int
folder_objects(struct folder *f, const char *prima, const char *head,
    const struct folder_tags *tags, object_fn *fn, void *arg)
{
	AUTO(arena) a = arena_new();
	AUTO_OBJECTS s = { 0 };
	bool *had;
	size_t i;
	int r;

	if ((r = folder_reload(f)) != 0 ||
	    (r = mark(&s, &had, a, f, prima, head, tags)) != 0)
		return r;
	for (i = 0; i < s.n; i++)
		if (s.object[i].reached && !had[i] &&
		    (r = emit(f, &s.object[i], fn, arg)) != 0)
			return r;
	return 0;
}

bool
folder_object_name(const char *name)
{
	return strlen(name) == strlen("objects/ab/") + COMMIT_LEN - 2 &&
	    folder_copy_name(name);
}
