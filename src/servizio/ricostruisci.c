/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ricostruisci.c - registro.sqlite again, from the git folders alone.
 *
 * Refuses to replace the register when the folders are not whole.  Keeps the
 * old register aside, but where something was erased: what it was would still be
 * in it.  The read log and accesso.sqlite are not in git and are
 * not touched.
 */
#include "servizio/servizio.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "atti/store.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/point.h"
#include "servizio/espunzioni.h"
#include "servizio/rilettura.h"
#include "servizio/sigilli.h"

/* The file first: see swap. */
static const char *const tails[] = { "", "-wal", "-shm" };

static int
move(struct arena *a, const struct store *st, const char *from, const char *to,
    const char *tail)
{
	const char *x = store_path(a, st, arena_printf(a, "%s%s", from, tail));
	const char *y = store_path(a, st, arena_printf(a, "%s%s", to, tail));

	if (rename(x, y) != 0 && errno != ENOENT)
		return err_sys("%s", y);
	return 0;
}

/*
 * The old one aside with its log, the new one in its place.  The file goes
 * before its log: cut short, there is no register, which is seen, and never a
 * register without its log, which is an older one.
 */
static int
swap(struct arena *a, struct store *st)
{
	size_t i;
	int r;

	registro_close(MOVE(st->registro));
	for (i = 0; i < NELEM(tails); i++)
		if ((r = move(a, st, "registro.sqlite",
		    "registro.sqlite.precedente", tails[i])) != 0)
			return r;
	POINT("vecchio-da-parte");
	if ((r = move(a, st, "registro.sqlite.nuovo", "registro.sqlite",
	    "")) != 0)
		return r;
	POINT("nuovo-al-posto");
	return file_sync_all(st->dir);
}

/*
 * Folders from which the last acts are gone are as whole as they were before
 * those acts: only the register in use, if it can be read, tells.
 */
static int
check_loss(struct registro *old, const char *path)
{
	AUTO(registro) new = NULL;
	struct ultimo was, is;
	int r;

	if (old == NULL || registro_ultimo(&was, old) != 0) {
		err_clear();
		return 0;
	}
	if ((r = registro_open(&new, path, 0)) != 0 ||
	    (r = registro_ultimo(&is, new)) != 0)
		return r;
	if (is.seq < was.seq)
		return err_set(ERR_INVALID, "il registro in uso conosce %lld "
		    "atti, le cartelle ne hanno %lld: ne manca qualcuna, o dei "
		    "commit, da ripristinare da una copia; il registro resta "
		    "com'era (se è lui a sbagliare, metti da parte "
		    "registro.sqlite e ripeti)", (long long)was.seq,
		    (long long)is.seq);
	return 0;
}

/* Behind a COMMIT whose register is lost, refs may be missing. */
static int
put_tags(struct conto *out, struct store *st, const char *path,
    const struct ascolto *l)
{
	AUTO(registro) new = NULL;
	int r;

	if ((r = registro_open(&new, path, 0)) != 0)
		return r;
	return sigilli_riponi(out, st, new, l);
}

static int
rebuild(struct conto *out, struct arena *a, struct store *st,
    const struct ascolto *l)
{
	const char *path = store_path(a, st, "registro.sqlite.nuovo");
	size_t i;
	int r;

	/* what a rebuilding cut short has left */
	for (i = 0; i < NELEM(tails); i++)
		if ((r = dir_remove(arena_printf(a, "%s%s", path,
		    tails[i]))) != 0)
			return r;
	if ((r = rilettura(out, st, path, l)) != 0)
		return r;
	POINT("registro-riletto");
	if (out->difetti > 0)
		return err_set(ERR_INVALID, "le cartelle non sono integre "
		    "(%lld difetti): il registro resta com'era",
		    (long long)out->difetti);
	if (out->atti == 0)
		return err_set(ERR_INVALID, "nelle cartelle non c'è nessun "
		    "atto: il registro resta com'era");
	if ((r = check_loss(st->registro, path)) != 0 ||
	    (r = put_tags(out, st, path, l)) != 0 ||
	    (r = espunzioni_bozze(st)) != 0 || (r = swap(a, st)) != 0)
		return r;
	return espunzioni_precedente(st);
}

int
servizio_ricostruisci(struct conto *out, const char *dir,
    const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	struct lock lock = { -1 };
	int r;

	memset(out, 0, sizeof *out);
	/* a register that does not open is what we are here for */
	if (store_open(&st, dir, 0) != 0 &&
	    (r = store_open(&st, dir, STORE_SENZA_REGISTRO)) != 0)
		return r;
	if ((r = lock_take(&lock, store_path(a, st, ".scrittura"))) != 0)
		return r;
	if (st->registro == NULL || (r = completa(out, st, l)) == 0)
		r = rebuild(out, a, st, l);
	lock_release(&lock);
	return r;
}
