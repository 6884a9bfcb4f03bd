/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * nuovo.c - a store made of what was brought from elsewhere.
 *
 * Refuses to fill a directory that holds something, and whatever has a defect.
 * Keeps: the place of the store has all of it or nothing.
 */
#include "servizio/nuovo.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "atti/store.h"
#include "base/file.h"
#include "base/point.h"
#include "servizio/rilettura.h"
#include "servizio/sigilli.h"

/* ---- the place ---- */

int
nuovo_libero(struct arena *a, const char *dir)
{
	char **names;
	int r = dir_list(&names, a, dir);

	if (r == ERR_ABSENT) {
		err_clear();
		return dir_make_parent(dir);
	}
	if (r == 0 && names[0] != NULL)
		return err_set(ERR_INVALID, "%s non è vuota (%s): ci vuole una "
		    "directory nuova", dir, names[0]);
	return r;
}

/* Without the strokes at its end, beside which nothing could stand. */
static const char *
trim(struct arena *a, const char *dir)
{
	size_t n = strlen(dir);

	while (n > 1 && dir[n - 1] == '/')
		n--;
	return arena_strndup(a, dir, n);
}

int
nuovo_comincia(struct nuovo *n, const char *dir, const char *coda)
{
	int r;

	n->posto = trim(n->a, dir);
	n->dir = arena_printf(n->a, "%s.%s", n->posto, coda);
	if ((r = nuovo_libero(n->a, n->posto)) != 0)
		return r;
	if (mkdir(n->dir, 0700) == 0)
		return 0;
	return errno != EEXIST ? err_sys("%s", n->dir) :
	    err_set(ERR_INVALID, "%s c'è già: è di un lavoro in corso, o "
	    "interrotto (allora toglila)", n->dir);
}

int
nuovo_formato(struct nuovo *n)
{
	int r;

	if ((r = dir_make(arena_printf(n->a, "%s/transito", n->dir))) != 0)
		return r;
	return file_put_synced(arena_printf(n->a, "%s/formato", n->dir),
	    STORE_FORMATO, strlen(STORE_FORMATO), 0600);
}

int
nuovo_finisci(struct nuovo *n, int r)
{
	const char *why;

	if (r == 0 && (r = file_sync_all(n->dir)) == 0) {
		POINT("nuovo-pronto");
		if (rename(n->dir, n->posto) != 0)
			r = err_sys("%s", n->posto);
	}
	if (r == 0)
		return 0;
	why = arena_strdup(n->a, err_msg());
	if (dir_remove(n->dir) != 0)
		why = arena_printf(n->a, "%s; e %s non si è potuta togliere",
		    why, n->dir);
	return err_set(r, "%s", why);
}

/* ---- what is told ---- */

/* The first thing that is wrong, to say it again at the end. */
static void
keep_first(void *arg, bool nota, const char *luogo, const char *che)
{
	struct nuovo *n = arg;

	if (!nota && n->primo == NULL)
		n->primo = arena_printf(n->a, "%s: %s", luogo, che);
}

static void
pass_on(void *arg, const char *che, int64_t fatto, int64_t totale)
{
	const struct nuovo *n = arg;

	if (n->l->avanzamento != NULL)
		n->l->avanzamento(n->l->arg, che, fatto, totale);
}

static int
refuse_defects(const struct nuovo *n, const struct conto *c)
{
	return err_set(ERR_INVALID, "%s non è integra: %s%s", n->che,
	    n->primo, c->difetti > 1 ? " (e altro)" : "");
}

/* ---- the register and the visible files, from the folders ---- */

static int
show_files(struct nuovo *n, struct store *st)
{
	AUTO(arena) a = arena_new();
	struct testa *t;
	struct folder *f;
	int i, count, r;

	if ((r = registro_teste(&t, &count, a, st->registro)) != 0)
		return r;
	for (i = 0; i < count; i++) {
		if ((r = store_folder(&f, st, t[i].cartella, false)) != 0 ||
		    (r = folder_refresh(f, "", t[i].commit, true)) != 0)
			return r;
		pass_on(n, "cartelle", i + 1, count);
	}
	return 0;
}

int
nuovo_registro(struct nuovo *n, bool tag)
{
	struct ascolto l = { keep_first, pass_on, n };
	AUTO(store) st = NULL;
	struct conto c = { 0 };
	int r;

	if ((r = store_open(&st, n->dir, STORE_SENZA_REGISTRO)) != 0 ||
	    (r = rilettura(&c, st, arena_printf(n->a, "%s/registro.sqlite",
	    n->dir), &l)) != 0)
		return r;
	if (c.difetti > 0)
		return refuse_defects(n, &c);
	if (c.atti == 0)
		return err_set(ERR_INVALID, "%s non ha atti", n->che);
	store_close(MOVE(st));
	if ((r = store_open(&st, n->dir, 0)) != 0 ||
	    (tag && (r = sigilli_riponi(&c, st, st->registro, &l)) != 0))
		return r;
	return show_files(n, st);
}

int
nuovo_verifica(struct nuovo *n)
{
	struct ascolto l = { keep_first, pass_on, n };
	struct conto c;
	int r;

	if ((r = servizio_verifica(&c, n->dir, NULL, &l)) != 0)
		return r;
	return c.difetti > 0 ? refuse_defects(n, &c) : 0;
}
