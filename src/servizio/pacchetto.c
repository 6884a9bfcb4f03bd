/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto.c - a package that came from somewhere, checked without a store
 * (servizio.h); the looking is atti/trasferimento/pacchetto_esame.h, for whoever takes one in
 * too.
 */
#include <string.h>

#include "atti/trasferimento/pacchetto_esame.h"
#include "base/file.h"
#include "servizio/servizio.h"
#include "worker/worker.h"

struct esame {
	pacchetto_difetto_fn *fn;
	void *arg;
	const char *dir;	/* for the history */
};

static void
defect(void *arg, const char *file, const char *che)
{
	const struct esame *x = arg;

	x->fn(x->arg, file, che);
}

static int
take_history(void *arg, const char **dove, char head[COMMIT_LEN + 1], int fd)
{
	const struct esame *x = arg;

	*dove = x->dir;
	return worker_fascio(head, x->dir, fd);
}

int
servizio_controlla_pacchetto(int *difetti, char chiave[41], const char *dir,
    pacchetto_difetto_fn *fn, void *arg)
{
	AUTO(arena) a = arena_new();
	struct esame e = { fn, arg, NULL };
	struct pacchetto_visto x = { .a = a, .dir = dir, .fn = defect,
	    .prendi = take_history, .arg = &e };
	const char *why;
	char *tmp;
	int r, gone;

	if ((r = dir_temporary(&tmp, a)) != 0)
		return r;
	e.dir = arena_printf(a, "%s/storia.git", tmp);
	r = pacchetto_esamina(&x);
	why = arena_strdup(a, err_msg());
	folder_close(x.storia);
	if ((gone = dir_remove(tmp)) != 0 && r == 0)
		return gone;
	if (r != 0)
		return err_set(r, "%s", why);
	*difetti = x.difetti;
	memcpy(chiave, x.sigillo, sizeof x.sigillo);
	return 0;
}
