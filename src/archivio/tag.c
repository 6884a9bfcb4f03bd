/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tag.c - the seal of a folder as any git knows it: an annotated tag, signed,
 * on the commit where the folder stood.
 *
 * Refuses: names that are not of a seal, an object that is not the tag its
 * name says, to move a tag that is there.  Keeps: the object is written like
 * all others, unsynced and named by nobody; the ref appears whole, by rename,
 * from a file of the git directory's top, where no git takes it for a ref.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/point.h"
#include "base/utf8.h"

#define GIORNO "giorno/"
#define SIGILLO "sigillo/"
#define DIGITS "0123456789"
#define SIGNATURE "-----BEGIN PGP SIGNATURE-----\n"

bool
tag_name_valid(const char *nome)
{
	const char *s;
	size_t n = strlen(nome);

	if (strncmp(nome, GIORNO, strlen(GIORNO)) == 0) {
		s = nome + strlen(GIORNO);
		return strspn(s, DIGITS) == 4 && s[4] == '-' &&
		    strspn(s + 5, DIGITS) == 2 && s[7] == '-' &&
		    strspn(s + 8, DIGITS) == 2 && s[10] == '\0';
	}
	if (strncmp(nome, SIGILLO, strlen(SIGILLO)) != 0 ||
	    n >= TAG_NOME_MAX)
		return false;
	s = nome + strlen(SIGILLO);
	return s[0] >= '1' && s[0] <= '9' && s[strspn(s, DIGITS)] == '\0';
}

/* The first line, and all that a tag of ours says before who made it. */
static void
head_write(struct buf *b, const char *nome, const char *commit)
{
	buf_printf(b, "object %s\ntype commit\ntag %s\n", commit, nome);
}

int
tag_text(struct buf *out, const char *nome, const char *commit,
    const struct git_author *autore, const char *messaggio)
{
	size_t n = strlen(messaggio);
	AUTO_BUF b = { 0 };
	git_oid id;
	int r;

	if (!tag_name_valid(nome))
		return err_set(ERR_INVALID, "nome di tag non ammesso: %s",
		    nome);
	if (n == 0 || !utf8_valid(messaggio, n) ||
	    strstr(messaggio, "-----BEGIN") != NULL)
		return err_set(ERR_INVALID, "messaggio non valido");
	if ((r = oid_parse(&id, commit)) != 0)
		return r;
	head_write(&b, nome, commit);
	if ((r = author_write(&b, "tagger", autore)) != 0)
		return r;
	buf_printf(&b, "\n%s%s", messaggio,
	    messaggio[n - 1] == '\n' ? "" : "\n");
	buf_append(out, b.data, b.len);
	return 0;
}

/* ---- the object ---- */

int
tag_id(char out[COMMIT_LEN + 1], const void *p, size_t n)
{
	git_oid id;
	int r;

	if ((r = git_odb_hash(&id, p, n, GIT_OBJECT_TAG)) < 0)
		return err_git(r, "impronta di un tag");
	git_oid_tostr(out, COMMIT_LEN + 1, &id);
	return 0;
}

/* Reads t->testo, which is the object. */
static int
parse(struct tag *t, const char *nome)
{
	const char *p = buf_str(&t->testo), *s;
	AUTO_BUF head = { 0 };
	git_oid id;

	if (strlen(p) != t->testo.len || strncmp(p, "object ", 7) != 0 ||
	    t->testo.len < 7 + COMMIT_LEN)
		return err_set(ERR_INVALID, "non è un tag");
	memcpy(t->commit, p + 7, COMMIT_LEN);
	t->commit[COMMIT_LEN] = '\0';
	if (oid_parse(&id, t->commit) != 0)
		return err_set(ERR_INVALID, "non è un tag");
	head_write(&head, nome, t->commit);
	if (strncmp(p, buf_str(&head), head.len) != 0 ||
	    strncmp(p + head.len, "tagger ", 7) != 0)
		return err_set(ERR_INVALID, "non è il tag %s", nome);
	if ((s = strstr(p, "\n" SIGNATURE)) == NULL)
		return err_set(ERR_INVALID, "il tag %s non è firmato", nome);
	t->firma = (size_t)(s + 1 - p);
	return 0;
}

int
folder_tag_write(struct folder *f, const char *nome, const void *p, size_t n)
{
	AUTO_TAG t = { 0 };
	git_oid id;
	int r;

	if (!tag_name_valid(nome))
		return err_set(ERR_INVALID, "nome di tag non ammesso: %s",
		    nome);
	buf_append(&t.testo, p, n);
	if ((r = parse(&t, nome)) != 0)
		return err_prefix(r, "%s", f->path);
	git_oid_fromstr(&id, t.commit);
	if (!git_odb_exists(f->odb, &id))
		return err_set(ERR_FAULT, "%s: manca il commit %s", f->path,
		    t.commit);
	POINT("archivio-tag");
	return loose_write(&id, f, GIT_OBJECT_TAG, p, n);
}

void
tag_free(struct tag *t)
{
	buf_free(&t->testo);
}

int
tag_parse(struct tag *out, const char *nome, const void *p, size_t n)
{
	AUTO_TAG t = { 0 };
	int r;

	buf_append(&t.testo, p, n);
	if ((r = parse(&t, nome)) != 0)
		return r;
	*out = t;
	t.testo = (struct buf){ 0 };
	return 0;
}

int
folder_tag_read(struct tag *out, struct folder *f, const char *nome,
    const char *id)
{
	AUTO(git_odb_object) o = NULL;
	git_oid oid;
	int r;

	if ((r = oid_parse(&oid, id)) != 0)
		return r;
	if ((r = git_odb_read(&o, f->odb, &oid)) < 0)
		return err_git(r, "%s: tag %s", f->path, nome);
	if (git_odb_object_type(o) != GIT_OBJECT_TAG)
		return err_set(ERR_INVALID, "%s: %s non è un tag", f->path,
		    id);
	r = tag_parse(out, nome, git_odb_object_data(o),
	    git_odb_object_size(o));
	return r == 0 ? 0 : err_prefix(r, "%s", f->path);
}

/* ---- the ref ---- */

static char *
ref_path(struct arena *a, struct folder *f, const char *nome)
{
	return arena_printf(a, "%s/" REF_TAGS "%s", f->git, nome);
}

int
folder_tag(char out[COMMIT_LEN + 1], struct folder *f, const char *nome)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int fd = -1;

	if (!tag_name_valid(nome))
		return err_set(ERR_INVALID, "nome di tag non ammesso: %s",
		    nome);
	fd = open(ref_path(a, f, nome), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd >= 0)
		return ref_read(out, f, fd, nome);
	if (errno != ENOENT)
		return err_sys("%s: tag %s", f->path, nome);
	out[0] = '\0';
	return 0;
}

static int
ref_make(struct folder *f, const char *nome, const char *id)
{
	AUTO(arena) a = arena_new();
	char *aside = arena_printf(a, "%s/tag" TEMPORARY_END, f->git);
	char *path = ref_path(a, f, nome);
	char text[COMMIT_LEN + 2];
	int r;

	snprintf(text, sizeof text, "%s\n", id);
	if ((r = dir_make_parent(path)) != 0 ||
	    (r = file_put(aside, text, COMMIT_LEN + 1, 0600)) != 0)
		return r;
	POINT("archivio-tag-da-porre");
	if (rename(aside, path) != 0)
		return err_sys("%s", path);
	return 0;
}

int
folder_tag_set(struct folder *f, const char *nome, const char *id)
{
	char now[COMMIT_LEN + 1];
	git_oid oid;
	int r;

	if ((r = oid_parse(&oid, id)) != 0 || (r = folder_tag(now, f,
	    nome)) != 0)
		return r;
	if (strcmp(now, id) == 0)
		return 0;
	if (now[0] != '\0')
		return err_set(ERR_BUSY, "%s: il tag %s è un altro: %s",
		    f->path, nome, now);
	if (!git_odb_exists(f->odb, &oid))
		return err_set(ERR_FAULT, "%s: manca il tag %s", f->path, id);
	return ref_make(f, nome, id);
}
