/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prepara.c - the directory of a new store (docs/formato.md §1).
 * Refuses to touch a directory that holds anything else.
 */
#include "servizio/servizio.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "accesso/letture.h"
#include "base/arena.h"
#include "base/file.h"
#include "registro/registro.h"

static const char *const ours[] = {
	"formato", ".scrittura", "registro.sqlite", "registro.sqlite-wal",
	"registro.sqlite-shm", "letture.sqlite", "letture.sqlite-wal",
	"letture.sqlite-shm", "transito", "ente"
};

static bool
is_ours(const char *name)
{
	size_t i;

	for (i = 0; i < NELEM(ours); i++)
		if (strcmp(name, ours[i]) == 0)
			return true;
	return false;
}

/* Nothing but what an interrupted init leaves. */
static int
check_empty(struct arena *a, const char *dir)
{
	AUTO(registro) reg = NULL;
	struct ultimo ultimo;
	char **names;
	int r, i;

	if ((r = dir_list(&names, a, dir)) != 0)
		return r;
	for (i = 0; names[i] != NULL; i++)
		if (!is_ours(names[i]) && strcmp(names[i], "README.md") != 0)
			return err_set(ERR_INVALID, "%s non è vuota (%s): "
			    "scegli una directory nuova", dir, names[i]);
	if (!file_exists(arena_printf(a, "%s/formato", dir)))
		return 0;
	if ((r = registro_open(&reg, arena_printf(a, "%s/registro.sqlite", dir),
	    0)) != 0 || (r = registro_ultimo(&ultimo, reg)) != 0)
		return r;
	if (ultimo.seq != 0)
		return err_set(ERR_INVALID, "in %s c'è già un archivio", dir);
	return 0;
}

static int
make_files(struct arena *a, const char *dir)
{
	AUTO(registro) reg = NULL;
	AUTO(letture) let = NULL;
	int r;

	/* what an interrupted init left is made again from nothing */
	servizio_disfa(dir);
	if ((r = dir_make(dir)) != 0 ||
	    (r = dir_make(arena_printf(a, "%s/transito", dir))) != 0 ||
	    (r = registro_open(&reg, arena_printf(a, "%s/registro.sqlite", dir),
	    REGISTRO_CREATE)) != 0 ||
	    (r = letture_open(&let, arena_printf(a, "%s/letture.sqlite", dir),
	    true)) != 0)
		return r;
	/* last: a directory with a format is a store */
	return file_put_synced(arena_printf(a, "%s/formato", dir),
	    "cartella 1\n", 11, 0600);
}

int
servizio_prepara(const char *dir)
{
	AUTO(arena) a = arena_new();
	int r;

	if (dir_exists(dir)) {
		if ((r = check_empty(a, dir)) != 0)
			return r;
		if (chmod(dir, 0700) != 0)
			return err_sys("%s", dir);
	}
	return make_files(a, dir);
}

void
servizio_disfa(const char *dir)
{
	AUTO(arena) a = arena_new();
	size_t i;

	/* the format goes first: without it the rest is no store */
	for (i = 0; i < NELEM(ours); i++)
		if (dir_remove(arena_printf(a, "%s/%s", dir, ours[i])) != 0)
			return;
}
