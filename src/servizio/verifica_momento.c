/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_momento.c - which moment of the store is verified, and the store as
 * it is later.
 *
 * Keeps: writers wait only while the moment is fixed; every query sees it, from
 * a copy, so that no read transaction keeps the log of the register from being
 * taken in.
 */
#include <time.h>

#include "base/point.h"
#include "base/file.h"
#include "registro/salvataggi.h"
#include "servizio/rilettura.h"
#include "servizio/verifica.h"

#define ATTESE 3		/* for who is finishing an erasure */

static int
take_lock(struct lock *out, struct verifica *v)
{
	return lock_take(out, store_path(v->a, v->st, ".scrittura"));
}

/* 1: an erasure is being finished, by a process that waits for the lock. */
static int
pending(struct verifica *v)
{
	return v->st->registro == NULL ? 0 : espunzioni_sospese(v->st);
}

/* Under the lock, and with nobody about to finish an erasure. */
static int
settle(struct verifica *v)
{
	const struct timespec pause = { .tv_nsec = 100000000 };
	int r, i;

	for (i = 0;; i++) {
		if ((r = take_lock(&v->lock, v)) != 0)
			return r;
		if (v->st->registro == NULL)
			return 0;
		if ((r = completa(v->conto, v->st, v->l)) != 0)
			return r;
		if (i == ATTESE || v->soli || pending(v) != 1) {
			err_clear();	/* told with the register */
			return 0;
		}
		lock_release(&v->lock);
		nanosleep(&pause, NULL);
	}
}

const char *
momento_percorso(struct arena *a, const struct verifica *v)
{
	return arena_printf(a, "%s/momento.sqlite", v->officina);
}

/* The copy takes the place of the register that is in use. */
void
momento_copia(struct verifica *v)
{
	const char *path = momento_percorso(v->a, v);
	AUTO(registro) copy = NULL;

	if (v->st->registro == NULL)
		return;
	if (registro_copia(v->st->registro, path) == 0 &&
	    registro_open(&copy, path, 0) == 0) {
		registro_close(v->st->registro);
		v->st->registro = MOVE(copy);
		return;
	}
	verifica_errore(v, "registro");
	registro_close(MOVE(v->st->registro));
	v->st->registro = NULL;
	v->soli = true;
}

static void
fix(struct verifica *v)
{
	int r;

	if (v->st->registro == NULL)
		return;
	if ((r = registro_read_begin(v->st->registro)) == 0)
		r = registro_ultimo(&v->ultimo, v->st->registro);
	if (r == 0)
		return;
	/* nobody writes in such a register */
	verifica_errore(v, "registro");
	registro_read_end(v->st->registro);
	v->soli = true;
}

int
momento_prendi(struct verifica *v)
{
	int r;

	v->inizio = time(NULL) - 1;	/* beside times of files */
	if (v->st->readonly)
		v->soli = true;
	else if ((r = settle(v)) != 0)
		return r;
	/* a register that does not open lets nobody write */
	if (v->st->registro == NULL)
		v->soli = true;
	fix(v);
	if (!v->soli)
		lock_release(&v->lock);
	POINT("verifica-momento");
	return 0;
}

int
adesso_apri(struct adesso *out, struct verifica *v)
{
	struct conto ignored = { 0 };
	static const struct ascolto deaf;
	int r;

	*out = (struct adesso){ .st = v->st, .lock = { -1 } };
	if (v->soli)
		return 0;
	if ((r = take_lock(&out->lock, v)) != 0)
		return r;
	if ((r = store_open(&out->st, v->st->dir, 0)) == 0) {
		out->mio = true;
		if ((r = completa(&ignored, out->st, &deaf)) == 0)
			return 0;
	}
	adesso_chiudi(out);
	return r;
}

void
adesso_chiudi(struct adesso *x)
{
	if (x->mio)
		store_close(x->st);
	lock_release(&x->lock);
	x->mio = false;
}

int
momento_passato(struct verifica *v)
{
	struct adesso now;
	int64_t last = 0;
	int r;

	if (v->soli)
		return 0;
	if ((r = adesso_apri(&now, v)) != 0)
		return r;
	r = registro_ultima_distruzione(&last, now.st->registro,
	    v->ultimo.seq);
	adesso_chiudi(&now);
	return r != 0 ? r : last > 0;
}
