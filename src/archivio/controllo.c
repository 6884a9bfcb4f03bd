/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * controllo.c - is a folder, to the last byte, what we wrote?
 *
 * Every file of the git directory is judged: HEAD, config, the branch and the
 * tags must be our text; a single object must inflate to its end, with nothing after it,
 * to the bytes its name says; and its compressed bytes must be those this
 * program makes of that content.  (A zlib stream has spare bits: a changed one
 * can inflate to the same content.  Another version of zlib may make other
 * bytes of sound content: the defect says so, and folder_pack, which reads
 * every object back, cures it.)  Anything else is alien.
 *
 * No defect: temporary files and unneeded objects that an act cut short has
 * left, empty or torn by a power failure; they are counted.
 */
#include <fcntl.h>
#include <string.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"

#define FIXED_MAX 4096	/* bytes: more than any file of fixed content has */

static void
defect(struct check *c, const char *place, const char *what)
{
	c->fn(c->arg, place, what);
}

/* What was recorded, as a defect. */
static void
defect_recorded(struct check *c, const char *place)
{
	AUTO(arena) a = arena_new();
	char *what = arena_strdup(a, err_msg());

	err_clear();
	defect(c, place, what);
}

/* ---- single objects ---- */

static int
loose_check(struct loose *out, const git_oid *id, const struct buf *b)
{
	AUTO_LOOSE l = { 0 };
	int r;

	if ((r = loose_read(&l, id, b->data, b->len)) != 0)
		return r;
	if (!loose_ours(&l, b->data, b->len))
		return err_set(ERR_INVALID, "contenuto integro, ma byte "
		    "diversi da quelli che questo programma scrive: alterati, "
		    "o di un'altra versione della compressione");
	*out = l;
	l = (struct loose){ 0 };
	return 0;
}

/* The file of a single object: the one time that it is read.  Not sound or
 * empty is a defect where it is needed, or a pack has it; else a leftover. */
static int
look_at_single(struct loose *out, struct check *c, struct object *o)
{
	char name[sizeof "objects/" + LOOSE_NAME];
	bool tell = o->reached || o->packed;
	AUTO_BUF b = { 0 };
	AUTO_FD int fd = loose_open(c->objects, &o->id);
	int r;

	r = fd < 0 ? err_sys("lettura") : file_read_fd(&b, fd, LOOSE_MAX);
	memcpy(name, "objects/", strlen("objects/"));
	loose_name(name + strlen("objects/"), &o->id);
	o->letto = true;
	c->visto.oggetti++;
	c->visto.byte += (int64_t)b.len;
	o->empty = r == 0 && b.len == 0;
	o->bad = r != 0 || (!o->empty && loose_check(out, &o->id, &b) != 0);
	if (r != 0 || (o->bad && tell))
		defect_recorded(c, name);
	else if (o->empty && tell)
		defect(c, git_oid_tostr_s(&o->id), "oggetto vuoto");
	err_clear();
	return o->bad || o->empty ? ERR_INVALID : 0;
}

/* What a pack holds was hashed with it. */
static int
look_at_object(struct loose *out, void *arg, struct object *o,
    git_object_t type)
{
	struct check *c = arg;
	int r = ERR_ABSENT;

	if (o->loose && (r = look_at_single(out, c, o)) == 0)
		return 0;
	return o->packed ? objects_read(out, c->packs, &o->id, type) : r;
}

static void
add_single(struct check *c, const git_oid *id)
{
	struct object o = { .id = *id, .loose = true };

	objects_add(&c->set, &o);
}

/* ---- files of fixed content ---- */

static void
check_text(struct check *c, const struct found *found, const char *text)
{
	AUTO_BUF b = { 0 };

	if (file_read(&b, found->path, FIXED_MAX) != 0)
		defect_recorded(c, found->name);
	else if (b.len != strlen(text) ||
	    memcmp(buf_str(&b), text, b.len) != 0)
		defect(c, found->name, "contenuto diverso da quello dovuto");
}

static void
check_ref(struct check *c, const struct found *found)
{
	AUTO_BUF text = { 0 };

	if (c->head[0] != '\0')
		buf_printf(&text, "%s\n", c->head);
	check_text(c, found, buf_str(&text));
}

/* The file of a tag: one of those there must be, and no other. */
static void
check_tag(struct check *c, const struct found *found)
{
	const char *nome = found->name + strlen(REF_TAGS);
	AUTO_BUF text = { 0 };
	int i;

	for (i = 0; i < c->tags->n; i++)
		if (strcmp(c->tags->tag[i].nome, nome) == 0)
			break;
	if (i == c->tags->n) {
		defect(c, found->name, "tag di nessun sigillo");
		return;
	}
	c->tag_seen[i] = true;
	buf_printf(&text, "%s\n", c->tags->tag[i].id);
	check_text(c, found, buf_str(&text));
}

/* Old enough to be nobody's any more? */
static bool
is_left(const struct check *c, int64_t mtime)
{
	return c->g.prima == 0 || mtime < c->g.prima;
}

static void
check_packed(struct check *c, const struct found *found)
{
	int64_t n = file_size(found->path);

	if (found_half_pack(found)) {
		c->visto.avanzi += is_left(c, found_mtime(found->path));
		return;
	}
	c->visto.byte += n > 0 ? n : 0;
	check_pack(c, found->path, found->name);
}

static int
check_file(void *arg, const struct found *found)
{
	struct check *c = arg;

	switch (found->kind) {
	case FOUND_LOOSE:
		add_single(c, &found->id);
		break;
	case FOUND_PACK:
	case FOUND_IDX:
		check_packed(c, found);
		break;
	case FOUND_LEFTOVER:
		c->visto.avanzi += is_left(c,
		    found_mtime(found->path));
		break;
	case FOUND_ALIEN:
		defect(c, found->name, "file estraneo");
		break;
	default:			/* of its place, or tolerated */
		break;
	}
	return 0;
}

static int
check_place(void *arg, const struct found *found)
{
	struct check *c = arg;

	c->seen |= 1u << found->kind;
	switch (found->kind) {
	case FOUND_HEAD:
		check_text(c, found, HEAD_TEXT);
		break;
	case FOUND_CONFIG:
		check_text(c, found, folder_config_text(c->f->bare));
		break;
	case FOUND_REF:
		check_ref(c, found);
		break;
	case FOUND_TAG:
		check_tag(c, found);
		break;
	default:			/* told with the objects */
		break;
	}
	return 0;
}

static void
check_seen(struct check *c)
{
	AUTO(arena) a = arena_new();
	int i;

	if (!(c->seen & 1u << FOUND_HEAD))
		defect(c, "HEAD", "file mancante");
	if (!(c->seen & 1u << FOUND_CONFIG))
		defect(c, "config", "file mancante");
	if (!(c->seen & 1u << FOUND_REF) && c->head[0] != '\0')
		defect(c, REF_MAIN, "file mancante");
	for (i = 0; i < c->tags->n; i++)
		if (!c->tag_seen[i])
			defect(c, arena_printf(a, REF_TAGS "%s",
			    c->tags->tag[i].nome), "file mancante");
}

/* ---- objects ---- */

static void
check_reached(void *arg, const git_oid *id, const char *what)
{
	defect(arg, git_oid_tostr_s(id), what);
}

/* Those that nothing needs. */
static void
check_rest(struct check *c)
{
	struct object *o;
	size_t i;

	for (i = 0; i < c->set.n; i++) {
		AUTO_LOOSE l = { 0 };

		o = &c->set.object[i];
		if (o->loose && !o->letto)
			(void)!look_at_single(&l, c, o);
		if (!o->reached)
			c->visto.avanzi += is_left(c, o->loose ?
			    loose_mtime(c->f, &o->id) : 0);
	}
}

static void
check_objects(struct check *c)
{
	const struct reach w = { .set = &c->set, .f = c->f,
	    .read = look_at_object, .fn = check_reached, .arg = c };
	const struct tag_ref *t = c->tags->tag;
	int i;

	if (packs_open(&c->packs, c->f->git) != 0 ||
	    objects_add_packed(&c->set, c->packs) != 0)
		defect_recorded(c, "objects/pack");
	objects_sort(&c->set);
	objects_reach(&w, c->head);
	for (i = 0; i < c->tags->n; i++)
		objects_reach_tag(&w, t[i].nome, t[i].id, t[i].commit);
	check_rest(c);
}

/* Every file is read once. */
static int
look_at_objects(struct check *c)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int objects = open(arena_printf(a, "%s/objects", c->f->git),
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int r;

	c->objects = objects;	/* -1: then there are none, and each is missed */
	if ((r = inventory(c->f, check_file, c)) == 0)
		check_objects(c);
	objects_free(&c->set);
	git_odb_free(c->packs);
	return r;
}

static int
look_at_place(struct check *c)
{
	int r = inventory_above(c->f, check_place, c);

	if (r != 0)
		return r;
	check_seen(c);
	return c->f->bare ? 0 : check_visible(c);
}

int
folder_look(struct folder_visto *out, struct folder *f, const char *head,
    const struct folder_tags *tags, const struct folder_sguardo *g,
    defect_fn *fn, void *arg)
{
	AUTO(arena) a = arena_new();
	struct check c = { .f = f, .g = *g, .head = head, .tags = tags,
	    .fn = fn, .arg = arg };
	git_oid id;
	int r;

	c.tag_seen = arena_alloc(a, ((size_t)tags->n + 1) *
	    sizeof *c.tag_seen);
	if (head[0] != '\0' && (r = oid_parse(&id, head)) != 0)
		return r;
	if ((g->che & FOLDER_OGGETTI) && (r = look_at_objects(&c)) != 0)
		return r;
	if ((g->che & FOLDER_POSTO) && (r = look_at_place(&c)) != 0)
		return r;
	*out = c.visto;
	return 0;
}

int
folder_check(struct folder *f, const char *head,
    const struct folder_tags *tags, defect_fn *fn, void *arg, int *unreachable)
{
	static const struct folder_sguardo all = {
		.che = FOLDER_OGGETTI | FOLDER_POSTO
	};
	struct folder_visto seen;
	int r = folder_look(&seen, f, head, tags, &all, fn, arg);

	if (r == 0)
		*unreachable = seen.avanzi;
	return r;
}
