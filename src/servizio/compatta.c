/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * compatta.c - the single objects of each git folder into a pack, where they are
 * many: a file of a few hundred bytes takes a block of the disk, and a reading of
 * it.  Nothing of what the folder says changes.
 *
 * Refuses a folder whose branch is not where the register has it: first it is to
 * be known why.  Keeps: the lock is held for one folder at a time, and given back
 * before the next; whoever reads meanwhile finds every object.
 */
#include <string.h>

#include "atti/store.h"
#include "registro/registro.h"
#include "servizio/rilettura.h"
#include "servizio/servizio.h"

static int
count(int *out, struct store *st, struct arena *a, const char *nome)
{
	AUTO(folder) f = NULL;
	int r;

	if ((r = folder_open(&f, store_path(a, st, nome))) != 0)
		return r;
	return folder_loose_count(out, f);
}

/* Under the lock. */
static int
pack(struct store *st, struct arena *a, const char *nome)
{
	char head[COMMIT_LEN + 1], known[TESTA_LEN + 1];
	AUTO(folder) f = NULL;
	int r, acts;

	if ((r = registro_testa(known, &acts, st->registro, nome)) != 0 ||
	    (r = folder_open(&f, store_path(a, st, nome))) != 0 ||
	    (r = folder_head(head, f)) != 0)
		return r;
	if (strcmp(head, known) != 0)
		return err_set(ERR_INVALID, "il ramo è a %.12s, il registro lo "
		    "dice a %.12s: non si tocca; «cartella verifica» dice che "
		    "cosa c'è", head, known);
	return folder_pack(f, head);
}

static int
one(struct compattato *out, struct store *st, struct arena *a,
    const char *nome, int soglia, const struct ascolto *l)
{
	struct lock lock = { -1 };
	struct conto c = { 0 };
	int before = 0, after = 0, r;

	if ((r = count(&before, st, a, nome)) != 0 || before < soglia)
		return r;
	if ((r = lock_take(&lock, store_path(a, st, ".scrittura"))) != 0)
		return r;
	if ((r = completa(&c, st, l)) == 0)
		r = pack(st, a, nome);
	lock_release(&lock);
	if (r != 0 || (r = count(&after, st, a, nome)) != 0)
		return r;
	out->cartelle += after < before;
	out->oggetti += before - after;
	return 0;
}

int
servizio_compatta(struct compattato *out, const char *dir, int soglia,
    const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	struct testa *teste;
	int r, i, n;

	memset(out, 0, sizeof *out);
	if ((r = store_open(&st, dir, 0)) != 0)
		return r;
	if ((r = archivio_init()) != 0 ||
	    (r = registro_teste(&teste, &n, a, st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		AUTO(arena) each = arena_new();

		if (one(out, st, each, teste[i].cartella, soglia, l) != 0) {
			out->difetti++;
			l->difetto(l->arg, false, teste[i].cartella, err_msg());
			err_clear();
		}
		if (l->avanzamento != NULL)
			l->avanzamento(l->arg, "cartelle", i + 1, n);
	}
	return 0;
}
