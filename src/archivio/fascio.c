/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fascio.c - a folder's history as a git bundle, and one of others taken in.
 *
 * A bundle is a few lines and a pack.  Refuses of others: versions but 2,
 * prerequisites, refs but main and a HEAD at the same commit.  What is taken in
 * becomes single objects, written by us under the ids they turn out to have;
 * no pack, hook, config or ref of others ever stands in a directory of ours.
 */
#include <stdlib.h>
#include <string.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"

AUTO_DEFINE(git_packbuilder, git_packbuilder_free)

/* ---- ours, for others ---- */

static int
objects_of_head(struct objects *s, struct folder *f, const char *head)
{
	int r = objects_all(s, f);

	return r != 0 ? r : objects_need(s, f, head, NULL);
}

int
folder_bundle(struct buf *out, struct folder *f, const char *head)
{
	AUTO(git_packbuilder) pb = NULL;
	AUTO_OBJECTS set = { 0 };
	git_buf pack = GIT_BUF_INIT;
	git_oid id;
	size_t i;
	int r;

	if ((r = oid_parse(&id, head)) != 0 ||
	    (r = objects_of_head(&set, f, head)) != 0)
		return r;
	if ((r = git_packbuilder_new(&pb, f->repo)) < 0)
		return err_git(r, "%s: fascio", f->path);
	git_packbuilder_set_threads(pb, 1);
	for (i = 0; i < set.n; i++)
		if (set.object[i].reached && (r = git_packbuilder_insert(pb,
		    &set.object[i].id, NULL)) < 0)
			return err_git(r, "%s: fascio", f->path);
	if ((r = git_packbuilder_write_buf(&pack, pb)) < 0)
		return err_git(r, "%s: fascio", f->path);
	buf_printf(out, FASCIO_FIRMA "%s " REF_MAIN "\n%s HEAD\n\n", head,
	    head);
	buf_append(out, pack.ptr, pack.size);
	git_buf_dispose(&pack);
	return 0;
}

/* ---- of others, in the cage ---- */

static int
refuse(const char *why)
{
	return err_set(ERR_INVALID, "il fascio di git non è ammesso: %s", why);
}

/* One line "<id> <ref>". */
static int
ref_line(struct fascio *s, const char *p, size_t n)
{
	char id[COMMIT_LEN + 1];
	git_oid oid;

	if (n < COMMIT_LEN + 2 || p[COMMIT_LEN] != ' ')
		return refuse(p[0] == '-' ? "vuole una storia che non è con "
		    "lui" : "ha un'intestazione di un'altra forma");
	memcpy(id, p, COMMIT_LEN);
	id[COMMIT_LEN] = '\0';
	p += COMMIT_LEN + 1;
	n -= COMMIT_LEN + 1;
	if (oid_parse(&oid, id) != 0)
		return refuse("ha un'intestazione di un'altra forma");
	if (!(n == strlen(REF_MAIN) && memcmp(p, REF_MAIN, n) == 0) &&
	    !(n == 4 && memcmp(p, "HEAD", 4) == 0))
		return refuse("ha altri rami, o etichette");
	if (s->head[0] != '\0' && strcmp(s->head, id) != 0)
		return refuse("i suoi rami sono diversi");
	memcpy(s->head, id, sizeof id);
	return 0;
}

static int
read_header(struct fascio *s, const char **p, size_t *left)
{
	const size_t n = strlen(FASCIO_FIRMA);
	bool main_seen = false;
	const char *end;
	size_t len;
	int r;

	if (*left < n || memcmp(*p, FASCIO_FIRMA, n) != 0)
		return refuse("non è un fascio della versione 2");
	*p += n;
	*left -= n;
	while ((end = memchr(*p, '\n', *left < 200 ? *left : 200)) != NULL) {
		len = (size_t)(end - *p);
		*left -= len + 1;
		if (len == 0) {
			*p = end + 1;
			return main_seen ? 0 : refuse("non ha il ramo main");
		}
		if ((r = ref_line(s, *p, len)) != 0)
			return r;
		main_seen |= (*p)[len - 1] != 'D';
		*p = end + 1;
	}
	return refuse("ha un'intestazione di un'altra forma");
}

int
bundle_unpack(struct buf *out, const void *bundle, size_t n)
{
	AUTO_FASCIO s = { 0 };
	const char *p = bundle;
	size_t i;
	int r;

	if (n > FASCIO_MAX)
		return refuse("è troppo grande");
	if ((r = read_header(&s, &p, &n)) != 0 ||
	    (r = pacco_read(&s, p, n)) != 0 || (r = fascio_check(&s)) != 0)
		return r;
	buf_block(out, s.head, COMMIT_LEN);
	buf_u32(out, (uint32_t)s.n);
	for (i = 0; i < s.n; i++) {
		buf_u32(out, (uint32_t)s.object[i].type);
		buf_block(out, s.object[i].p, s.object[i].n);
	}
	return 0;
}

/* ---- and behind it ---- */

static int
read_answer(struct fascio *s, struct cursor *c)
{
	uint32_t count, type, i;
	const void *p;
	void *copy;
	size_t n;
	int r;

	if (cursor_block(&p, &n, c) != 0 || n != COMMIT_LEN ||
	    cursor_u32(&count, c) != 0 || count > FASCIO_OGGETTI)
		return refuse("ciò che ne è uscito non ha forma");
	memcpy(s->head, p, COMMIT_LEN);
	for (i = 0; i < count; i++) {
		if (cursor_u32(&type, c) != 0 ||
		    cursor_block(&p, &n, c) != 0)
			return refuse("ciò che ne è uscito non ha forma");
		if ((copy = malloc(n > 0 ? n : 1)) == NULL)
			abort();
		memcpy(copy, p, n);
		if ((r = fascio_add(s, (git_object_t)type, copy, n)) != 0)
			return r;
	}
	if (c->left != 0)
		return refuse("ciò che ne è uscito non ha forma");
	return fascio_check(s);
}

static int
write_folder(const char *path, const struct fascio *s)
{
	AUTO(folder) f = NULL;
	git_oid id;
	size_t i;
	int r;

	if ((r = folder_create(path)) != 0 ||
	    (r = folder_open(&f, path)) != 0)
		return r;
	for (i = 0; i < s->n; i++)
		if ((r = loose_write(&id, f, s->object[i].type,
		    s->object[i].p, s->object[i].n)) != 0)
			return r;
	if ((r = file_sync_all(f->git)) != 0)
		return r;
	return folder_move(f, "", s->head);
}

int
bundle_store(char head[COMMIT_LEN + 1], const char *path, struct cursor *c)
{
	AUTO(arena) a = arena_new();
	AUTO_FASCIO s = { 0 };
	const char *why;
	int r;

	if (file_exists(path) || dir_exists(path))
		return err_set(ERR_INVALID, "%s c'è già", path);
	if ((r = read_answer(&s, c)) != 0)
		return r;
	if (head[0] != '\0' && strcmp(head, s.head) != 0)
		return refuse("finisce altrove da dove deve");
	if ((r = write_folder(path, &s)) != 0) {
		why = arena_strdup(a, err_msg());
		if (dir_remove(path) != 0)
			err_clear();
		return err_set(r, "%s", why);
	}
	memcpy(head, s.head, sizeof s.head);
	return 0;
}
