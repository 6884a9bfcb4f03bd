/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * uscita.c - the files of an export, written or compared.
 *
 * Refuses to write where something stands, or to read through a link.  Keeps:
 * constant memory, whatever the size of a file.
 */
#include "servizio/uscita.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"

#define PEZZO 65536		/* bytes gathered before they go */

struct foglio {
	struct arena *a;
	struct uscita *u;
	const char *rel;
	int fd;
	int r;			/* what went wrong, and its words */
	const char *perche;
	struct buf b;
};

static void
fail(struct foglio *f, int r)
{
	f->r = r;
	f->perche = arena_strdup(f->a, err_msg());
}

static int
open_at(struct uscita *u, struct arena *a, const char *rel)
{
	const char *path = arena_printf(a, "%s/%s", u->dir, rel);

	if (u->confronta)
		return open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (dir_make_parent(path) != 0)
		return -1;
	return open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	    0600);
}

int
foglio_open(struct foglio **out, struct uscita *u, const char *rel)
{
	AUTO(foglio) f = calloc(1, sizeof *f);

	if (f == NULL)
		abort();
	f->a = arena_new();
	f->u = u;
	f->rel = arena_strdup(f->a, rel);
	if ((f->fd = open_at(u, f->a, rel)) < 0)
		return u->confronta ? err_set(ERR_INVALID, "%s: manca, e le "
		    "cartelle git dicono che ci vuole", rel) :
		    err_sys("%s/%s", u->dir, rel);
	*out = MOVE(f);
	return 0;
}

void
foglio_free(struct foglio *f)
{
	if (f == NULL)
		return;
	if (f->fd >= 0)
		close(f->fd);
	buf_free(&f->b);
	arena_free(f->a);
	free(f);
}

static int
differs(const struct foglio *f)
{
	return err_set(ERR_INVALID, "%s: non è ciò che dicono le cartelle git",
	    f->rel);
}

/* The next bytes of the file that is there. */
static int
same(struct foglio *f, const char *p, size_t n)
{
	char piece[PEZZO];
	ssize_t got;

	while (n > 0) {
		got = read(f->fd, piece, n < sizeof piece ? n : sizeof piece);
		if (got < 0)
			return err_sys("%s", f->rel);
		if (got == 0 || memcmp(piece, p, (size_t)got) != 0)
			return differs(f);
		p += got;
		n -= (size_t)got;
	}
	return 0;
}

static void
flush(struct foglio *f)
{
	int r;

	if (f->r != 0 || f->b.len == 0)
		return;
	r = f->u->confronta ? same(f, f->b.data, f->b.len) :
	    file_write_fd(f->fd, f->b.data, f->b.len);
	if (r != 0)
		fail(f, f->u->confronta ? r : err_prefix(r, "%s/%s",
		    f->u->dir, f->rel));
	f->u->byte += (int64_t)f->b.len;
	buf_clear(&f->b);
}

void
foglio_put(struct foglio *f, const void *p, size_t n)
{
	buf_append(&f->b, p, n);
	if (f->b.len >= PEZZO)
		flush(f);
}

void
foglio_puts(struct foglio *f, const char *s)
{
	foglio_put(f, s, strlen(s));
}

void
foglio_printf(struct foglio *f, const char *fmt, ...)
{
	AUTO(arena) a = arena_new();
	va_list ap;

	va_start(ap, fmt);
	foglio_puts(f, arena_vprintf(a, fmt, ap));
	va_end(ap);
}

static int
at_end(struct foglio *f)
{
	char more;

	if (f->u->confronta)
		return read(f->fd, &more, 1) == 0 ? 0 : differs(f);
	if (close(f->fd) != 0) {
		f->fd = -1;
		return err_sys("%s/%s", f->u->dir, f->rel);
	}
	f->fd = -1;
	return 0;
}

int
foglio_end(struct foglio **p)
{
	AUTO(foglio) f = MOVE(*p);
	struct uscita *u = f->u;

	flush(f);
	if (f->r != 0)
		return err_set(f->r, "%s", f->perche);
	u->file++;
	if (u->l->avanzamento != NULL)
		u->l->avanzamento(u->l->arg, u->confronta ? "file confrontati" :
		    "file scritti", u->file, 0);
	return at_end(f);
}

int
uscita_testo(struct uscita *u, const char *rel, const void *p, size_t n)
{
	AUTO(foglio) f = NULL;
	int r;

	if ((r = foglio_open(&f, u, rel)) != 0)
		return r;
	foglio_put(f, p, n);
	return foglio_end(&f);
}

static int
pour(struct foglio *f, struct hash *h, int from)
{
	char piece[PEZZO];
	ssize_t n;

	while ((n = read(from, piece, sizeof piece)) > 0) {
		hash_update(h, piece, (size_t)n);
		foglio_put(f, piece, (size_t)n);
	}
	return n < 0 ? err_sys("lettura di %s", f->rel) : 0;
}

int
uscita_copia(struct uscita *u, const char *rel, const char *path,
    const char *impronta)
{
	AUTO_FD int from = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	char is[IMPRONTA_LEN + 1];
	AUTO(foglio) f = NULL;
	AUTO(hash) h = hash_new();
	int r;

	if (from < 0)
		return err_sys("%s", path);
	if ((r = foglio_open(&f, u, rel)) != 0 || (r = pour(f, h, from)) != 0)
		return r;
	hash_final(is, h);
	if (impronta != NULL && strcmp(is, impronta) != 0)
		return err_set(ERR_FAULT, "%s non ha i byte della sua impronta: "
		    "eseguire «cartella verifica»", path);
	return foglio_end(&f);
}
