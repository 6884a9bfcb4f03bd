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
#include "atti/emergenza/kit.h"
#include "atti/ente/verifiche.h"
#include "base/arena.h"
#include "base/file.h"
#include "registro/registro.h"

static const char *const ours[] = {
	"formato", ".scrittura", "registro.sqlite", "registro.sqlite-journal",
	"registro.sqlite-wal", "registro.sqlite-shm", "letture.sqlite",
	"letture.sqlite-journal", "letture.sqlite-wal", "letture.sqlite-shm",
	"transito", "ente", VERIFICHE_DIR, KIT_CHIAVE, KIT_LEGGIMI
};

static bool
is_ours(const char *name)
{
	size_t i;

	if (strncmp(name, "formato.", 8) == 0)
		return true;	/* on its way to be formato */
	for (i = 0; i < NELEM(ours); i++)
		if (strcmp(name, ours[i]) == 0)
			return true;
	return false;
}

/* Nothing but what an interrupted init leaves. */
static int
check_empty(struct arena *a, const char *dir)
{
	char **names;
	int r, i;

	if ((r = dir_list(&names, a, dir)) != 0)
		return r;
	for (i = 0; names[i] != NULL; i++)
		if (!is_ours(names[i]) && strcmp(names[i], "README.md") != 0)
			return err_set(ERR_INVALID, "%s non è vuota (%s): "
			    "scegli una directory nuova", dir, names[i]);
	return 0;
}

/* 1: a store that has its first act; 0: none, or one without acts. */
static int
begun(struct arena *a, const char *dir)
{
	AUTO(registro) reg = NULL;
	struct ultimo ultimo;
	int r;

	if (!file_exists(arena_printf(a, "%s/formato", dir)))
		return 0;
	if ((r = registro_open(&reg, arena_printf(a, "%s/registro.sqlite", dir),
	    0)) != 0 || (r = registro_ultimo(&ultimo, reg)) != 0)
		return r;
	return ultimo.seq != 0;
}

static void
clear(struct arena *a, const char *dir)
{
	char **names;

	/* the format goes first: without it the rest is no store */
	if (dir_remove(arena_printf(a, "%s/formato", dir)) != 0 ||
	    dir_list(&names, a, dir) != 0)
		return;
	for (; *names != NULL; names++)
		if (is_ours(*names) && dir_remove(arena_printf(a, "%s/%s",
		    dir, *names)) != 0)
			return;
}

static int
make_files(struct arena *a, const char *dir, const char *formato)
{
	AUTO(registro) reg = NULL;
	AUTO(letture) let = NULL;
	int r;

	/* what an interrupted init left is made again from nothing */
	clear(a, dir);
	if ((r = dir_make(arena_printf(a, "%s/transito", dir))) != 0 ||
	    (r = registro_open(&reg, arena_printf(a, "%s/registro.sqlite", dir),
	    REGISTRO_CREATE)) != 0 ||
	    (r = letture_open(&let, arena_printf(a, "%s/letture.sqlite", dir),
	    LETTURE_CREATE)) != 0)
		return r;
	/* last: a directory with a format is a store */
	return file_put_synced(arena_printf(a, "%s/formato", dir),
	    formato, strlen(formato), 0600);
}

static int
prepare(struct arena *a, const char *dir, const char *formato)
{
	int r;

	if ((r = begun(a, dir)) != 0 || (r = check_empty(a, dir)) != 0)
		return r;
	if (chmod(dir, 0700) != 0)
		return err_sys("%s", dir);
	return make_files(a, dir, formato);
}

int
servizio_prepara(struct lock *lock, const char *dir, bool kit)
{
	AUTO(arena) a = arena_new();
	int r;

	if ((r = dir_make(dir)) != 0 || (r = lock_take_dir(lock, dir)) != 0)
		return r;
	if ((r = prepare(a, dir, kit ? STORE_FORMATO_KIT :
	    STORE_FORMATO)) < 0)
		lock_release(lock);
	return r;
}

void
servizio_disfa(const char *dir)
{
	AUTO(arena) a = arena_new();

	if (begun(a, dir) == 0)
		clear(a, dir);
}
