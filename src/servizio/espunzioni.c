/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * espunzioni.c - the last steps of an erasure, behind COMMIT and the purge of
 * its folder: drafts, the register.  Keeps: ended at any point, what is left to
 * do can be seen, and doing it again does it.
 */
#include "servizio/espunzioni.h"

#include <stdio.h>

#include "base/file.h"
#include "base/point.h"
#include "documenti/numero.h"
#include "registro/espunzioni.h"
#include "servizio/servizio.h"

/* The file first: without it its log is nothing. */
static const char *const old[] = { "registro.sqlite.precedente",
    "registro.sqlite.precedente-wal", "registro.sqlite.precedente-shm" };

static int
old_register(struct arena *a, const struct store *st)
{
	size_t i;
	int r = 0;

	for (i = 0; r == 0 && i < NELEM(old); i++)
		r = file_there(store_path(a, st, old[i]));
	return r;
}

int
espunzioni_sospese(struct store *st)
{
	AUTO(arena) a = arena_new();
	int r;

	if ((r = registro_espunto_qualcosa(st->registro)) != 1)
		return r;
	if ((r = registro_espunzione_sospesa(st->registro)) != 0)
		return r;
	return old_register(a, st);
}

int
espunzioni_bozze(struct store *st)
{
	AUTO(arena) a = arena_new();
	struct bozze *bozze;
	struct numero num;
	const char **list;
	int r, n, i;

	if (st->registro == NULL)
		return 0;
	if ((r = file_there(store_path(a, st, "accesso.sqlite"))) != 1)
		return r;
	if ((r = registro_espunzioni_sospese(&list, &n, a,
	    st->registro)) != 0 || n == 0 ||
	    (r = store_bozze(&bozze, st)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = numero_of_folder(&num, list[i])) != 0 ||
		    (r = bozze_togli_di(bozze, numero_text(a, &num))) != 0)
			return r;
	POINT("bozze-tolte");
	return bozze_ricompatta(bozze);
}

int
espunzioni_precedente(struct store *st)
{
	AUTO(arena) a = arena_new();
	AUTO(registro) now = NULL;
	size_t i;
	int r;

	if ((r = registro_open(&now, store_path(a, st, "registro.sqlite"),
	    0)) != 0 || (r = registro_espunto_qualcosa(now)) != 1)
		return r;
	for (i = 0; i < NELEM(old); i++)
		if ((r = dir_remove(store_path(a, st, old[i]))) != 0)
			return r;
	POINT("precedente-tolto");
	return file_sync_all(st->dir);
}

/* Defects are what the message of ricostruisci counts; verifica lists them. */
int
servizio_espunzioni(const char *dir)
{
	struct ascolto nobody = { 0 };
	struct conto c;
	int r;

	if ((r = servizio_ricostruisci(&c, dir, &nobody)) != 0)
		return err_prefix(r, "l'espunzione è fatta, ma non è finita: "
		    "ciò che fu espunto è ancora nel registro, finché non "
		    "riesce «cartella ricostruisci»");
	return 0;
}
