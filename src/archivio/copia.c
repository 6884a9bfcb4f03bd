/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * copia.c - a folder as any git reads it without us: a bare repository.
 *
 * Keeps: only what `head` and the tags need, and packs as they are; config and
 * refs are written anew, never copied.  Refuses a folder that lacks an object.
 */
#include <stdio.h>
#include <string.h>

#include "archivio/interno.h"
#include "base/arena.h"

struct copying {
	struct objects *set;
	copy_fn *fn;
	void *arg;
};

/* All objects, those that are needed marked. */
static int
gather(struct objects *s, struct folder *f, const char *head,
    const struct folder_tags *tags)
{
	int r = objects_all(s, f);

	return r != 0 ? r : objects_need(s, f, head, tags);
}

static int
copy_one(void *arg, const struct found *found)
{
	const struct copying *c = arg;
	const struct object *o;

	if (found->kind == FOUND_LOOSE) {
		o = objects_find(c->set, &found->id);
		if (o == NULL || !o->reached)
			return 0;
	} else if (found->kind != FOUND_PACK && found->kind != FOUND_IDX) {
		return 0;
	}
	return c->fn(c->arg, found->name, found->path, NULL, 0);
}

static int
copy_ref(const struct copying *c, const char *name, const char *id)
{
	char text[COMMIT_LEN + 2];

	snprintf(text, sizeof text, "%.40s\n", id);
	return c->fn(c->arg, name, NULL, text, strlen(text));
}

static int
copy_refs(const struct copying *c, const char *head,
    const struct folder_tags *tags)
{
	AUTO(arena) a = arena_new();
	const char *config = folder_config_text(true);
	int i, r;

	if ((r = c->fn(c->arg, "HEAD", NULL, HEAD_TEXT,
	    strlen(HEAD_TEXT))) != 0 ||
	    (r = c->fn(c->arg, "config", NULL, config, strlen(config))) != 0 ||
	    (r = copy_ref(c, REF_MAIN, head)) != 0)
		return r;
	for (i = 0; i < tags->n; i++)
		if ((r = copy_ref(c, arena_printf(a, REF_TAGS "%s",
		    tags->tag[i].nome), tags->tag[i].id)) != 0)
			return r;
	return 0;
}

int
folder_copy(struct folder *f, const char *head, const struct folder_tags *tags,
    copy_fn *fn, void *arg)
{
	AUTO_OBJECTS set = { 0 };
	struct copying c = { &set, fn, arg };
	int r;

	if ((r = gather(&set, f, head, tags)) != 0 ||
	    (r = inventory(f, copy_one, &c)) != 0)
		return r;
	return copy_refs(&c, head, tags);
}
