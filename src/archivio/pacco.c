/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacco.c - single objects gathered into one pack.
 *
 * Keeps: a single object goes only after it has been read back, re-hashed,
 * from a pack that is synced; what no head needs and is younger than two weeks
 * stays as it is (an act may be about to publish it).  Refuses to pack a
 * folder whose head or tags lack an object.  Removes the temporary files that
 * interrupted acts, and the packs without an index that interrupted packings,
 * left more than a day ago.  A pack is made in a workshop,
 * synced there, and appears before its index: an index without its pack, which
 * folder_open refuses, is never seen.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/point.h"

#define DAY ((int64_t)86400)
#define YOUNG (14 * DAY)

AUTO_DEFINE(git_packbuilder, git_packbuilder_free)

static int
count_loose(void *arg, const struct found *found)
{
	int *n = arg;

	*n += found->kind == FOUND_LOOSE;
	return 0;
}

int
folder_loose_count(int *out, struct folder *f)
{
	int n = 0, r;

	if ((r = inventory(f, count_loose, &n)) == 0)
		*out = n;
	return r;
}

/* ---- which ---- */

struct survey {
	struct objects *set;
	struct arena *a;
	struct folder_tags tags;	/* as their files say */
	int cap;
	struct folder *f;
	int64_t now;
};

static int
survey_tag(struct survey *v, const struct found *found)
{
	const char *nome = arena_strdup(v->a, found->name + strlen(REF_TAGS));
	char id[COMMIT_LEN + 1];
	int r;

	if ((r = folder_tag(id, v->f, nome)) != 0 || id[0] == '\0')
		return r;
	v->tags.tag = arena_more(v->a, v->tags.tag, v->tags.n, &v->cap,
	    sizeof *v->tags.tag);
	v->tags.tag[v->tags.n++] = (struct tag_ref){ .nome = nome,
	    .id = arena_strdup(v->a, id) };
	return 0;
}

static int
survey_one(void *arg, const struct found *found)
{
	struct survey *v = arg;
	struct object o = { .id = found->id, .loose = true };

	if (found->kind == FOUND_LOOSE)
		objects_add(v->set, &o);
	if (found->kind == FOUND_TAG)
		return survey_tag(v, found);
	if (found->kind == FOUND_LEFTOVER && v->now -
	    found_mtime(found->path) > DAY &&
	    unlink(found->path) != 0)
		return err_sys("%s", found->path);
	return 0;
}

/* Leaves in the set the single objects to be packed; packed = already. */
static int
select_loose(struct objects *s, struct folder *f, git_odb *packs,
    const char *head)
{
	AUTO(arena) a = arena_new();
	struct survey v = { .set = s, .a = a, .f = f, .now = clock_now() };
	size_t i, kept = 0;
	int r;

	if ((r = inventory(f, survey_one, &v)) != 0 ||
	    (r = objects_add_packed(s, packs)) != 0)
		return r;
	objects_sort(s);
	if ((r = objects_need(s, f, head, &v.tags)) != 0)
		return r;
	for (i = 0; i < s->n; i++) {
		struct object *o = &s->object[i];

		if (o->loose && (o->reached || v.now -
		    loose_mtime(f, &o->id) > YOUNG))
			s->object[kept++] = *o;
	}
	s->n = kept;
	return 0;
}

/* ---- the pack ---- */

/* Into place, in whose order see above; *name without its ending. */
static int
pack_place(char **name, struct arena *a, struct folder *f,
    const char *workshop, const char *hash)
{
	char *dir = arena_printf(a, "%s/objects/pack", f->git);
	char *pack = arena_printf(a, "pack-%s", hash), *from, *to;
	static const char *const end[] = { "pack", "idx" };
	size_t i;
	int r;

	if ((r = file_sync_all(workshop)) != 0 || (r = dir_make(dir)) != 0)
		return r;
	for (i = 0; i < NELEM(end); i++) {
		from = arena_printf(a, "%s/%s.%s", workshop, pack, end[i]);
		to = arena_printf(a, "%s/%s.%s", dir, pack, end[i]);
		if (rename(from, to) != 0)
			return err_sys("%s", to);
		POINT("archivio-pacco");
	}
	*name = pack;
	return file_sync_all(dir);
}

static int
pack_fill(int *n, git_packbuilder *pb, struct folder *f,
    const struct objects *s, bool all)
{
	size_t i;
	int r;

	for (*n = 0, i = 0; i < s->n; i++) {
		if (s->object[i].packed && !all)
			continue;
		if ((r = git_packbuilder_insert(pb, &s->object[i].id,
		    NULL)) < 0)
			return err_git(r, "%s: pacco", f->path);
		++*n;
	}
	return 0;
}

int
pack_write(char **name, struct arena *a, struct folder *f,
    const struct objects *s, bool all)
{
	char *workshop = arena_printf(a, "%s/" PACK_DIR "%ld", f->git,
	    (long)getpid());
	AUTO(git_packbuilder) pb = NULL;
	int n, r;

	*name = NULL;
	if ((r = git_packbuilder_new(&pb, f->repo)) < 0)
		return err_git(r, "%s: pacco", f->path);
	git_packbuilder_set_threads(pb, 1);
	if ((r = pack_fill(&n, pb, f, s, all)) != 0 || n == 0)
		return r;
	/* of an earlier process of this number */
	if ((r = dir_remove(workshop)) != 0 || (r = dir_make(workshop)) != 0)
		return r;
	if ((r = git_packbuilder_write(pb, workshop, 0444, NULL, NULL)) < 0)
		r = err_git(r, "%s: pacco", f->path);
	else
		r = pack_place(name, a, f, workshop, git_packbuilder_name(pb));
	if (r != 0) {
		char *text = arena_strdup(a, err_msg());

		(void)!dir_remove(workshop);
		return err_set(r, "%s", text);
	}
	return dir_remove(workshop);
}

int
pack_verify(struct folder *f, git_odb *packs, const struct objects *s)
{
	size_t i;
	int r;

	for (i = 0; i < s->n; i++) {
		AUTO(git_odb_object) o = NULL;

		if ((r = git_odb_read(&o, packs, &s->object[i].id)) < 0) {
			err_git(r, "%s: pacco: %s", f->path,
			    git_oid_tostr_s(&s->object[i].id));
			return ERR_FAULT;
		}
	}
	return 0;
}

static int
loose_remove(struct folder *f, const struct objects *s)
{
	AUTO(arena) a = arena_new();
	size_t i;

	for (i = 0; i < s->n; i++) {
		const char *hex = git_oid_tostr_s(&s->object[i].id);
		char *dir = arena_printf(a, "%s/objects/%.2s", f->git, hex);
		char *path = arena_printf(a, "%s/%s", dir, hex + 2);

		if (unlink(path) != 0 && errno != ENOENT)
			return err_sys("%s", path);
		(void)rmdir(dir);	/* stays unless empty */
	}
	return 0;
}

static int
orphan_remove(void *arg, const struct found *found)
{
	const int64_t *now = arg;

	if (!found_half_pack(found) ||
	    *now - found_mtime(found->path) <= DAY)
		return 0;
	return unlink(found->path) == 0 ? 0 : err_sys("%s", found->path);
}

int
folder_pack(struct folder *f, const char *head)
{
	AUTO(arena) a = arena_new();
	AUTO(git_odb) packs = NULL;
	AUTO(git_odb) after = NULL;
	AUTO_OBJECTS set = { 0 };
	int64_t now = clock_now();
	git_oid id;
	char *name;
	int r;

	if (head[0] != '\0' && (r = oid_parse(&id, head)) != 0)
		return r;
	if ((r = packs_open(&packs, f->git)) != 0 ||
	    (r = select_loose(&set, f, packs, head)) != 0 ||
	    (r = pack_write(&name, a, f, &set, false)) != 0 ||
	    (r = packs_open(&after, f->git)) != 0 ||
	    (r = pack_verify(f, after, &set)) != 0 ||
	    (r = inventory(f, orphan_remove, &now)) != 0)
		return r;
	return loose_remove(f, &set);
}
