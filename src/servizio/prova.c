/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prova.c - a copy of a store, to try acts in (prova.h).
 *
 * Objects of git are linked where the file system lets them be, since nobody
 * ever writes in one; else copied.  Attachments, keys and drafts stay out.
 */
#include "servizio/prova.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archivio/archivio.h"
#include "base/casa.h"
#include "base/file.h"
#include "base/lock.h"
#include "db/db.h"
#include "db/tavole.h"
#include "servizio/rilettura.h"

struct prova {
	struct arena *a;
	struct store *vero, *st;
	struct casa casa;
	const char *dir;
};

/* ---- a folder ---- */

struct copia {
	const char *git;	/* where its repository is */
};

static int
put_bytes(const char *to, const char *from)
{
	AUTO_BUF b = { 0 };
	int r;

	if ((r = file_read(&b, from, SIZE_MAX)) != 0)
		return r;
	return file_put(to, b.data, b.len, 0400);
}

static int
put_git(void *arg, const char *name, const char *path, const void *p, size_t n)
{
	const struct copia *c = arg;
	AUTO(arena) a = arena_new();
	const char *to = arena_printf(a, "%s/%s", c->git, name);
	int r;

	/* those are ours to write: folder_create */
	if (strcmp(name, "HEAD") == 0 || strcmp(name, "config") == 0)
		return 0;
	if ((r = dir_make_parent(to)) != 0)
		return r;
	if (path == NULL)
		return file_put(to, p, n, 0600);
	return link(path, to) == 0 ? 0 : put_bytes(to, path);
}

static int
bring(struct prova *p, const char *cartella)
{
	AUTO(arena) a = arena_new();
	const char *dir = arena_printf(a, "%s/%s", p->dir, cartella);
	bool bare = strncmp(cartella, "registro/", 9) == 0;
	struct folder_tags none = { 0 };
	char head[TESTA_LEN + 1];
	struct copia c;
	struct folder *f;
	int r, atti;

	if (dir_exists(dir))
		return 0;
	c.git = bare ? dir : arena_printf(a, "%s/.git", dir);
	if ((r = registro_testa(head, &atti, p->st->registro, cartella)) != 0)
		return r;
	if (atti == 0)
		return err_set(ERR_ABSENT, "%s non c'è", cartella);
	if ((r = store_folder(&f, p->vero, cartella, false)) != 0 ||
	    (r = dir_make_parent(dir)) != 0 ||
	    (r = folder_create(dir)) != 0)
		return r;
	return folder_copy(f, head, &none, put_git, &c);
}

int
prova_numero(struct prova *p, const char *numero)
{
	AUTO(arena) a = arena_new();
	struct numero n;
	int r = numero_parse(&n, numero);

	return r != 0 ? r : bring(p, numero_folder(a, &n));
}

/* ---- the whole ---- */

static int
copy_log(const struct prova *p)
{
	AUTO(db) db = NULL;
	int r;

	if ((r = tavole_guarda(&db, store_path(p->a, p->vero,
	    "letture.sqlite"))) != 0)
		return r;
	return db_copy(db, arena_printf(p->a, "%s/letture.sqlite", p->dir));
}

static int
copy_tables(const struct prova *p)
{
	int r = registro_copia(p->vero->registro, arena_printf(p->a,
	    "%s/registro.sqlite", p->dir));

	return r != 0 ? r : copy_log(p);
}

/* Of a moment at which no act is half published; others wait for no more than
 * it takes to say which. */
static int
copy_moment(struct prova *p)
{
	static const struct ascolto deaf;
	struct letture *log;
	struct lock lock = { -1 };
	struct conto c = { 0 };
	int r;

	if ((r = store_letture(&log, p->vero)) != 0 ||
	    (r = lock_take(&lock, store_path(p->a, p->vero,
	    ".scrittura"))) != 0)
		return r;
	if ((r = completa(&c, p->vero, &deaf)) == 0)
		r = registro_read_begin(p->vero->registro);
	lock_release(&lock);
	if (r != 0)
		return r;
	r = copy_tables(p);
	registro_read_end(p->vero->registro);
	return r;
}

static int
copy_folders(struct prova *p)
{
	struct testa *t;
	int r, i, n;

	if ((r = registro_teste(&t, &n, p->a, p->st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((strcmp(t[i].cartella, "ente") == 0 ||
		    strncmp(t[i].cartella, "registro/", 9) == 0) &&
		    (r = bring(p, t[i].cartella)) != 0)
			return r;
	return 0;
}

static int
make(struct prova *p)
{
	int r;

	if ((r = casa_make(&p->casa)) != 0)
		return r;
	p->dir = arena_printf(p->a, "%s/lavoro/archivio", p->casa.path);
	if ((r = dir_make(arena_printf(p->a, "%s/transito", p->dir))) != 0 ||
	    (r = file_put(arena_printf(p->a, "%s/formato", p->dir),
	    STORE_FORMATO, strlen(STORE_FORMATO), 0600)) != 0 ||
	    (r = copy_moment(p)) != 0 ||
	    (r = store_open(&p->st, p->dir, 0)) != 0)
		return r;
	return copy_folders(p);
}

int
prova_apri(struct prova **out, struct store *st)
{
	AUTO(prova) p = calloc(1, sizeof *p);
	int r;

	if (p == NULL)
		abort();
	p->a = arena_new();
	p->vero = st;
	p->casa.fd = -1;
	if ((r = make(p)) != 0)
		return err_prefix(r, "la copia su cui provare");
	*out = MOVE(p);
	return 0;
}

struct store *
prova_archivio(struct prova *p)
{
	return p->st;
}

void
prova_free(struct prova *p)
{
	if (p == NULL)
		return;
	store_close(p->st);
	if (p->casa.path != NULL && casa_leave(&p->casa, true) != 0)
		err_clear();
	arena_free(p->a);
	free(p);
}
