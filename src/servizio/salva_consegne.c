/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salva_consegne.c - packages kept to be handed over once more, in a backup.
 *
 * Each is a unit, with a key of its own: when no transfer needs it any more, or
 * its case is destroyed, the next backup drops that key with the rest.  What in
 * it is an attachment of the store is not written twice.
 * Refuses a package that is not what its impronta says.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "atti/trasferimento/consegne.h"
#include "base/file.h"
#include "registro/trasferimenti.h"
#include "servizio/salva.h"

static int
by_name(const void *x, const void *y)
{
	return strcmp(x, *(char *const *)y);
}

/* Has the chain an attachment with those bytes? */
static bool
is_attachment(const struct salva *s, const char *impronta)
{
	return s->n_allegati > 0 && bsearch(impronta, s->allegati,
	    (size_t)s->n_allegati, sizeof *s->allegati, by_name) != NULL;
}

/* ---- what is to do ---- */

struct visita {
	struct salva *s;
	struct legami *l;
	const char *unita;		/* consegne/<impronta> */
	struct penna *p;
};

static int
add_place(void *arg, const char *impronta, const char *nome)
{
	const struct visita *v = arg;

	if (!borsa_nome_valido(nome) || !hash_valid(impronta))
		return err_set(ERR_FAULT, "%s: non è il nome di un file di un "
		    "pacchetto", nome);
	if (is_attachment(v->s, impronta))
		salva_legame(v->s, v->l, impronta, arena_printf(v->s->a,
		    "%s/%s", v->unita, nome));
	return 0;
}

static int
plan_one(struct salva *s, struct legami *l, const char *impronta)
{
	struct visita v = { .s = s, .l = l, .unita = arena_printf(s->a,
	    CONSEGNE_DIR "/%s", impronta) };
	int r;

	r = consegna_ogni_file(s->a, s->st, impronta, add_place, &v);
	if (r == ERR_ABSENT) {		/* verifica says so */
		err_clear();
		return 0;
	}
	if (r != 0)
		return err_prefix(r, "%s", v.unita);
	(void)salva_immutabile(s, salvataggio_nuova(s->nuovo, UNITA_CONSEGNA,
	    v.unita));
	return 0;
}

int
salva_piano_consegne(struct salva *s, struct legami *l)
{
	const char **list;
	int r, n, i;

	if ((r = registro_consegne(&list, &n, s->a, s->st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = plan_one(s, l, list[i])) != 0)
			return r;
	return 0;
}

/* ---- doing it ---- */

static int
put_file(void *arg, const char *impronta, const char *nome)
{
	const struct visita *v = arg;
	AUTO(arena) a = arena_new();
	const char *path = store_path(a, v->s->st, arena_printf(a, "%s/%s",
	    v->unita, nome));
	AUTO_FD int fd = -1;
	int64_t size;
	int r;

	if (is_attachment(v->s, impronta))
		return 0;
	fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	size = file_size(path);
	if (fd < 0 || size < 0)
		return err_sys("%s", path);
	if (size > UINT32_MAX)
		return err_set(ERR_INVALID, "%s è troppo grande", path);
	penna_blocco(v->p, nome, strlen(nome));
	penna_lungo(v->p, (size_t)size);
	r = salva_file(v->p, fd, impronta);
	return r == 0 ? 0 : err_prefix(r, "%s", path);
}

int
salva_consegna(struct penna *p, struct salva *s, const struct unita *u)
{
	struct visita v = { .s = s, .unita = u->nome, .p = p };
	AUTO(arena) a = arena_new();

	return consegna_ogni_file(a, s->st, strrchr(u->nome, '/') + 1,
	    put_file, &v);
}

bool
salva_consegne_tolte(const struct salva *s)
{
	AUTO(arena) a = arena_new();
	const struct unita *u;
	int i;

	for (i = 0; i < s->nuovo->n; i++) {
		u = &s->nuovo->unita[i];
		if (u->specie == UNITA_CONSEGNA &&
		    !dir_exists(store_path(a, s->st, u->nome)))
			return true;
	}
	return false;
}
