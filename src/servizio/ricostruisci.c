/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ricostruisci.c - registro.sqlite again, from the git folders alone.
 *
 * Refuses to replace the register when the folders are not whole.  Keeps the
 * old register aside.  The read log and accesso.sqlite are not in git and are
 * not touched.
 */
#include "servizio/servizio.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "atti/runner.h"
#include "base/file.h"
#include "base/lock.h"
#include "servizio/rilettura.h"

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

/* The old one aside with its log, the new one in its place. */
static int
swap(struct arena *a, struct store *st)
{
	static const char *const tails[] = { "-wal", "-shm", "" };
	size_t i;
	int r;

	registro_close(MOVE(st->registro));
	for (i = 0; i < NELEM(tails); i++)
		if ((r = move(a, st, "registro.sqlite",
		    "registro.sqlite.precedente", tails[i])) != 0)
			return r;
	if ((r = move(a, st, "registro.sqlite.nuovo", "registro.sqlite",
	    "")) != 0)
		return r;
	return file_sync_all(st->dir);
}

static int
rebuild(struct conto *out, struct arena *a, struct store *st,
    const struct ascolto *l)
{
	const char *path = store_path(a, st, "registro.sqlite.nuovo");
	int r;

	if ((r = dir_remove(path)) != 0 ||
	    (r = rilettura(out, st, path, l)) != 0)
		return r;
	if (out->difetti > 0)
		return err_set(ERR_INVALID, "le cartelle non sono integre "
		    "(%lld difetti): il registro resta com'era",
		    (long long)out->difetti);
	return swap(a, st);
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
	/* a register that opens completes what is pending; one that does not
	 * is what we are here for */
	if ((r = store_open(&st, dir, 0)) == 0) {
		if ((r = runner_avanza(st)) != 0) {
			dico(out, l, true, "registro", "%s", err_msg());
			err_clear();
		}
	} else if ((r = store_open(&st, dir, STORE_SENZA_REGISTRO)) != 0) {
		return r;
	}
	if ((r = lock_take(&lock, store_path(a, st, ".scrittura"))) != 0)
		return r;
	r = rebuild(out, a, st, l);
	lock_release(&lock);
	return r;
}
