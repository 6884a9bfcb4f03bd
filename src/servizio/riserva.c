/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riserva.c - a standby: a store made of each new backup of a copy, that is
 * only read until it is promoted.
 *
 * Refuses: a directory that is a store already, and no standby; to promote
 * without the last number known to have been given.  Keeps: the standby that is
 * there, until the next one is whole; the rows that were read on it, which are
 * nowhere else: its own log, beside that of the office.  Who reads meanwhile
 * goes on in the one he has opened, which goes only the time after.
 * Norm: GDPR art. 32 c. 1 lett. b and c.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "accesso/letture.h"
#include "atti/ente/ripristino.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/point.h"
#include "servizio/ripresa.h"

struct segue {
	struct arena *a;
	const char *dir;		/* the standby */
	const char *nuova, *prima;	/* beside it: the next, the last */
	struct riserva ora;		/* what it is; istantanea 0: none */
};

/* The standby at `dir`; istantanea 0: there is nothing. */
static int
look(struct riserva *out, struct arena *a, const char *dir)
{
	char **names;
	int r = dir_list(&names, a, dir);

	*out = (struct riserva){ 0 };
	if (r == ERR_ABSENT || (r == 0 && names[0] == NULL)) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	r = riserva_leggi(out, dir);
	return r != ERR_ABSENT ? r : err_set(ERR_INVALID, "%s non è una "
	    "copia di riserva: ci vuole una directory nuova", dir);
}

/* ---- the rows of one that goes ---- */

static const char *
log_name(struct arena *a, const char *dir, int n)
{
	const char *path = arena_printf(a, "%s/" RISERVA_LETTURE "/%07d.sqlite",
	    dir, n);
	int k;

	for (k = 2; file_exists(path); k++)
		path = arena_printf(a, "%s/" RISERVA_LETTURE "/%07d-%d.sqlite",
		    dir, n, k);
	return path;
}

/* How many rows the log has that did not come with the backup. */
static int
own_rows(int64_t *out, const char *log, int64_t came)
{
	AUTO(letture) l = NULL;
	int64_t n;
	int r;

	*out = 0;
	if ((r = file_there(log)) != 1)
		return r;
	if ((r = letture_open(&l, log, 0)) != 0 ||
	    (r = letture_quante(&n, l)) != 0)
		return r;
	*out = n - came;
	return 0;
}

static int
move_log(struct arena *a, const char *from, const char *to)
{
	static const char *const tails[] = { "-wal", "" };
	const char *f, *t;
	size_t i;
	int r;

	if ((r = dir_make_parent(to)) != 0)
		return r;
	for (i = 0; i < NELEM(tails); i++) {
		f = arena_printf(a, "%s%s", from, tails[i]);
		t = arena_printf(a, "%s%s", to, tails[i]);
		if ((r = file_there(f)) < 0)
			return r;
		if (r == 1 && rename(f, t) != 0)
			return err_sys("%s", t);
	}
	return 0;
}

/* One that was in the place of ours, its log taken, goes. */
static int
drop(struct segue *s, const char *old)
{
	const char *log = arena_printf(s->a, "%s/letture.sqlite", old);
	struct riserva was;
	int64_t own = 0;
	int r;

	if (!dir_exists(old))
		return 0;
	r = riserva_leggi(&was, old);
	if (r == ERR_ABSENT)
		return err_set(ERR_INVALID, "%s c'è, e non è una copia di "
		    "riserva: toglila, o mettila altrove", old);
	if (r != 0 || (s->ora.istantanea > 0 &&
	    (r = own_rows(&own, log, was.letture)) != 0))
		return r;
	if (own > 0 && (r = move_log(s->a, log, log_name(s->a, s->dir,
	    was.istantanea))) != 0)
		return r;
	POINT("riserva-letture");
	return dir_remove(old);
}

/* The logs that were taken before, into the next one. */
static int
pass_logs(struct segue *s)
{
	const char *from = arena_printf(s->a, "%s/" RISERVA_LETTURE, s->dir);
	const char *to = arena_printf(s->a, "%s/" RISERVA_LETTURE, s->nuova);
	char **names;
	int r;

	if (!dir_exists(from))
		return 0;
	if ((r = dir_list(&names, s->a, from)) != 0 ||
	    (r = dir_make(to)) != 0)
		return r;
	for (; *names != NULL; names++)
		if (link(arena_printf(s->a, "%s/%s", from, *names),
		    arena_printf(s->a, "%s/%s", to, *names)) != 0)
			return err_sys("%s/%s", to, *names);
	return 0;
}

/* ---- the next one ---- */

static int
put(struct segue *s)
{
	int r;

	if (s->ora.istantanea == 0) {
		(void)rmdir(s->dir);
		return rename(s->nuova, s->dir) == 0 ? 0 :
		    err_sys("%s", s->dir);
	}
	if ((r = pass_logs(s)) != 0 || (r = file_sync_all(s->nuova)) != 0)
		return r;
	POINT("riserva-pronta");
	if (renameat2(AT_FDCWD, s->nuova, AT_FDCWD, s->dir,
	    RENAME_EXCHANGE) != 0)
		return err_sys("%s", s->dir);
	POINT("riserva-scambiata");
	return rename(s->nuova, s->prima) == 0 ? 0 : err_sys("%s", s->prima);
}

/* 1: the copy has a backup behind the one we have. */
static int
is_behind(const struct segue *s, const char *da)
{
	struct copia copia;
	int *list, n, r;

	if ((r = copia_open(&copia, s->a, da)) != 0 ||
	    (r = copia_liste(&list, &n, s->a, &copia)) != 0)
		return r;
	if (s->ora.istantanea > 0 && strcmp(s->ora.copia, copia.id) != 0)
		return err_set(ERR_INVALID, "%s segue un'altra copia (%s)",
		    s->dir, s->ora.copia);
	return n > 0 && list[n - 1] > s->ora.istantanea;
}

static int
follow(struct seguito *out, struct segue *s, const struct ripristina_come *come,
    const struct ascolto *l)
{
	/* of a making that was cut short */
	const char *cut = arena_printf(s->a, "%s.ripristino", s->nuova);
	struct ripristina_come c = *come;
	struct ripristinato made;
	int r;

	if ((r = look(&s->ora, s->a, s->dir)) != 0 ||
	    (r = drop(s, s->prima)) != 0 || (r = drop(s, s->nuova)) != 0 ||
	    (dir_exists(cut) && (r = dir_remove(cut)) != 0) ||
	    (r = is_behind(s, come->da)) < 0)
		return r;
	out->nuova = r == 1;
	if (r == 1) {
		c.riserva = true;
		if ((r = servizio_ripristina(&made, s->nuova, &c, l)) != 0 ||
		    (r = put(s)) != 0)
			return r;
	}
	return riserva_leggi(&out->e, s->dir);
}

static int
begin(struct segue *s, struct lock *lock, struct arena *a, const char *dir)
{
	size_t n = strlen(dir);

	while (n > 1 && dir[n - 1] == '/')
		n--;
	*s = (struct segue){ .a = a, .dir = arena_strndup(a, dir, n) };
	s->nuova = arena_printf(a, "%s.riserva", s->dir);
	s->prima = arena_printf(a, "%s.prima", s->dir);
	return lock_take(lock, arena_printf(a, "%s.segui", s->dir));
}

int
servizio_segui(struct seguito *out, const char *dir,
    const struct ripristina_come *come, const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	struct lock lock = { -1 };
	struct segue s;
	int r;

	*out = (struct seguito){ 0 };
	if ((r = begin(&s, &lock, a, dir)) == 0)
		r = follow(out, &s, come, l);
	lock_release(&lock);
	return r;
}

/* ---- from now on it is the store ---- */

static int
promote(struct ripristinato *out, struct segue *s,
    const struct ripristina_come *come)
{
	struct ripresa x = { .a = s->a, .come = come,
	    .fatto = { .a = s->a, .dir = s->dir } };
	int r;

	if ((r = look(&s->ora, s->a, s->dir)) != 0)
		return r;
	if (s->ora.istantanea == 0)
		return err_set(ERR_ABSENT, "%s: non c'è nessuna copia di "
		    "riserva", s->dir);
	x.ora = s->ora.ora;
	if ((r = ripresa_anni(&x)) != 0 || (r = drop(s, s->prima)) != 0 ||
	    (r = drop(s, s->nuova)) != 0 || (r = ripresa_numeri(&x)) != 0)
		return r;
	POINT("riserva-numeri");
	if (unlink(arena_printf(s->a, "%s/" RISERVA_FILE, s->dir)) != 0)
		return err_sys("%s", s->dir);
	*out = (struct ripristinato){ .istantanea = s->ora.istantanea,
	    .ora = s->ora.ora, .atti = s->ora.atti, .mancanti = x.mancanti,
	    .aperte = x.aperte };
	return file_sync_all(s->dir);
}

int
servizio_promuovi(struct ripristinato *out, const char *dir,
    const struct ripristina_come *come)
{
	AUTO(arena) a = arena_new();
	struct lock lock = { -1 };
	struct segue s;
	int r;

	if ((r = begin(&s, &lock, a, dir)) == 0)
		r = promote(out, &s, come);
	lock_release(&lock);
	return r;
}
