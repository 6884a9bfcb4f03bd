/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * purga.c - of a folder stays what its head reaches, and nothing else.
 *
 * Refuses: a branch that is elsewhere, a head that lacks an object, and, below
 * objects/ and refs/, any file whose purpose is unknown (a link, another's
 * pack): what was to go could be in it.  No link is followed.  Keeps: all that
 * the head reaches is in a new pack, synced and read back, before anything
 * goes; an index goes before its pack; so it can be ended and begun again
 * anywhere, and readers find every object of the head at any moment.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/point.h"

struct purge {
	struct folder *f;
	struct arena *arena;
	struct objects set;	/* single ones at first, then the head's */
	struct gone {
		const char *path, *name;
		bool pack;	/* or an index */
	} *gone;
	int n, cap;
};

static bool
starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* What git writes beside, when a custodian uses it here: it names objects that
 * go, or holds them. */
static bool
beside(const char *name)
{
	static const char *const exact[] = {
		"index", "packed-refs", "ORIG_HEAD", "FETCH_HEAD",
		"COMMIT_EDITMSG", "info/refs", "objects/info/packs",
		"objects/info/commit-graph", "objects/pack/multi-pack-index"
	};
	static const char *const start[] = {
		"logs/", "lost-found/", "objects/info/commit-graphs/",
		"objects/pack/multi-pack-index-", "objects/pack/.tmp-",
		"objects/pack/tmp_"
	};
	static const char *const end[] = {
		".rev", ".bitmap", ".keep", ".mtimes"
	};
	const size_t stem = strlen("objects/pack/pack-") + COMMIT_LEN;
	size_t i;

	for (i = 0; i < NELEM(exact); i++)
		if (strcmp(name, exact[i]) == 0)
			return true;
	for (i = 0; i < NELEM(start); i++)
		if (starts(name, start[i]))
			return true;
	if (starts(name, "objects/pack/pack-") && strlen(name) > stem)
		for (i = 0; i < NELEM(end); i++)
			if (strcmp(name + stem, end[i]) == 0)
				return true;
	return false;
}

static int
survey_alien(bool *goes, struct purge *p, const struct found *found)
{
	*goes = beside(found->name);
	if (!*goes && (starts(found->name, "objects/") ||
	    starts(found->name, "refs/")))
		return err_set(ERR_FAULT, "%s: file estraneo: %s", p->f->path,
		    found->name);
	return 0;
}

static int
survey(void *arg, const struct found *found)
{
	struct purge *p = arg;
	struct object o = { .id = found->id, .loose = true };
	bool goes = true;
	int r = 0;

	switch (found->kind) {
	case FOUND_HEAD:
	case FOUND_CONFIG:
	case FOUND_REF:
		return 0;
	case FOUND_ALIEN:
		r = survey_alien(&goes, p, found);
		break;
	case FOUND_LOOSE:
		objects_add(&p->set, &o);
		break;
	case FOUND_TAG:
	case FOUND_PACK:
	case FOUND_IDX:
	case FOUND_LEFTOVER:
	case FOUND_TOLERATED:
		break;
	}
	if (r != 0 || !goes)
		return r;
	p->gone = arena_more(p->arena, p->gone, p->n, &p->cap,
	    sizeof *p->gone);
	p->gone[p->n++] = (struct gone){
		.path = arena_strdup(p->arena, found->path),
		.name = arena_strdup(p->arena, found->name),
		.pack = found->kind == FOUND_PACK || found->kind == FOUND_IDX,
	};
	return 0;
}

/* ---- what stays ---- */

/* Leaves in the set what the head reaches. */
static int
select_reached(struct purge *p, const char *head)
{
	AUTO(git_odb) packs = NULL;
	size_t i, kept = 0;
	int r;

	if ((r = packs_open(&packs, p->f->git)) != 0 ||
	    (r = objects_add_packed(&p->set, packs)) != 0)
		return r;
	objects_sort(&p->set);
	if ((r = objects_need(&p->set, p->f, head, NULL)) != 0)
		return r;
	for (i = 0; i < p->set.n; i++)
		if (p->set.object[i].reached)
			p->set.object[kept++] = p->set.object[i];
	p->set.n = kept;
	return 0;
}

/* One pack of all of it, and read back from that one alone. */
static int
gather(char **pack, struct purge *p)
{
	AUTO(git_odb) one = NULL;
	int r;

	if ((r = pack_write(pack, p->arena, p->f, &p->set, true)) != 0 ||
	    (r = pack_open(&one, p->f->git, *pack)) != 0)
		return r;
	return pack_verify(p->f, one, &p->set);
}

/* ---- what goes ---- */

/* The file, and the directories that it leaves empty. */
static int
remove_one(struct purge *p, const struct gone *g)
{
	char *dir = arena_strdup(p->arena, g->path), *slash;
	size_t top = strlen(p->f->git);

	if (unlink(g->path) != 0 && errno != ENOENT)
		return err_sys("%s", g->path);
	while ((slash = strrchr(dir, '/')) != NULL &&
	    (size_t)(slash - dir) > top) {
		*slash = '\0';
		if (rmdir(dir) != 0)
			break;
	}
	return 0;
}

/* Packs after all the rest; the inventory has each index before its pack. */
static int
remove_all(struct purge *p, const char *pack)
{
	const size_t skip = strlen("objects/pack/");
	int i, packs, r;

	for (packs = 0; packs <= 1; packs++)
		for (i = 0; i < p->n; i++) {
			const struct gone *g = &p->gone[i];

			if (g->pack != (packs == 1) || (g->pack &&
			    starts(g->name + skip, pack)))
				continue;
			POINT("archivio-purga-toglie");
			if ((r = remove_one(p, g)) != 0)
				return r;
		}
	return 0;
}

static int
purge(struct purge *p, const char *head)
{
	char *pack;
	int r;

	if ((r = inventory(p->f, survey, p)) != 0 ||
	    (r = folder_reload(p->f)) != 0 ||
	    (r = select_reached(p, head)) != 0)
		return r;
	POINT("archivio-purga");
	if ((r = gather(&pack, p)) != 0 || (r = remove_all(p, pack)) != 0)
		return r;
	POINT("archivio-purga-fine");
	if ((r = file_sync_all(p->f->git)) != 0)
		return r;
	return folder_reload(p->f);
}

int
folder_purge(struct folder *f, const char *head)
{
	AUTO(arena) a = arena_new();
	struct purge p = { .f = f, .arena = a };
	char now[COMMIT_LEN + 1];
	git_oid id;
	int r;

	if ((r = oid_parse(&id, head)) != 0 || (r = folder_head(now, f)) != 0)
		return r;
	if (strcmp(now, head) != 0)
		return err_set(ERR_BUSY, "%s: il ramo principale è a %s",
		    f->path, now[0] != '\0' ? now : "nessun commit");
	r = purge(&p, head);
	objects_free(&p.set);
	return r;
}
