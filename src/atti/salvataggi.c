/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salvataggi.c - what the store knows of its copies.  What was destroyed is
 * readable in a copy until `salva` has written over its keys: so the answer of
 * the act says which copies it has not reached, and so does verifica.
 */
#include "atti/salvataggi.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atti/op.h"
#include "base/buf.h"
#include "base/file.h"
#include "registro/salvataggi.h"

#define FORMA "cartella copia 1\n"

/* The value of a line "name value", in the arena; NULL: there is none. */
static char *
value(struct arena *a, const char *text, const char *name)
{
	size_t n = strlen(name);
	const char *at, *end;

	for (at = text; *at != '\0'; at = end + 1) {
		if ((end = strchr(at, '\n')) == NULL)
			return NULL;
		if (strncmp(at, name, n) == 0 && at[n] == ' ')
			return arena_strndup(a, at + n + 1,
			    (size_t)(end - at) - n - 1);
	}
	return NULL;
}

static int
read_one(struct copia_nota *x, struct arena *a, const char *dir,
    const char *copia)
{
	const char *path = arena_printf(a, "%s/" SALVATAGGI_DIR "/%s/stato",
	    dir, copia), *atti, *ora;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = file_read(&b, path, 16384)) != 0)
		return r;
	memcpy(x->copia, copia, sizeof x->copia);
	atti = value(a, buf_str(&b), "atti");
	ora = value(a, buf_str(&b), "ora");
	x->dove = value(a, buf_str(&b), "dove");
	x->chiavi = value(a, buf_str(&b), "chiavi");
	if (strncmp(buf_str(&b), FORMA, strlen(FORMA)) != 0 || atti == NULL ||
	    ora == NULL || x->dove == NULL || x->chiavi == NULL)
		return err_set(ERR_FAULT, "%s: non ha la sua forma", path);
	x->atti = strtoll(atti, NULL, 10);
	x->ora = strtoll(ora, NULL, 10);
	return 0;
}

/* A copy whose first backup was cut short has no state: it has nothing. */
int
salvataggi_note(struct copia_nota **out, int *n, struct arena *a,
    const char *dir)
{
	char **names;
	int r;

	*n = 0;
	*out = NULL;
	r = dir_list(&names, a, arena_printf(a, "%s/" SALVATAGGI_DIR, dir));
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	for (; names[*n] != NULL; ++*n)
		;
	*out = arena_alloc(a, ((size_t)*n + 1) * sizeof **out);
	for (*n = 0; *names != NULL; names++) {
		if (!random_id_valid(*names))
			continue;
		r = read_one(&(*out)[*n], a, dir, *names);
		if (r != 0 && r != ERR_ABSENT)
			return r;
		*n += r == 0;
	}
	err_clear();
	return 0;
}

int
salvataggi_annota(const char *dir, const struct copia_nota *x)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };

	if (strchr(x->dove, '\n') != NULL || strchr(x->chiavi, '\n') != NULL)
		return err_set(ERR_INVALID, "il nome di una directory va a "
		    "capo");
	buf_printf(&b, FORMA "atti %" PRId64 "\nora %" PRId64 "\ndove %s\n"
	    "chiavi %s\n", x->atti, x->ora, x->dove, x->chiavi);
	return file_put_synced(arena_printf(a, "%s/" SALVATAGGI_DIR "/%s/stato",
	    dir, x->copia), b.data, b.len, 0600);
}

int
salvataggi_indietro(struct copia_nota **out, int *n, struct arena *a,
    const char *dir, struct registro *reg)
{
	struct copia_nota *all;
	int64_t last;
	int r, i, count, kept = 0;

	if ((r = salvataggi_note(&all, &count, a, dir)) != 0)
		return r;
	for (i = 0; i < count; i++) {
		if ((r = registro_ultima_distruzione(&last, reg,
		    all[i].atti)) != 0)
			return r;
		if (last > all[i].atti)
			all[kept++] = all[i];
	}
	*out = all;
	*n = kept;
	return 0;
}

int
salvataggi_esito(struct op *op)
{
	struct copia_nota *list;
	int64_t last;
	int r, n, i;

	if ((r = registro_ultima_distruzione(&last, op->st->registro,
	    op->seq - 1)) != 0 || last != op->seq ||
	    (r = salvataggi_note(&list, &n, op->a, op->st->dir)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (list[i].atti < op->seq)
			nodo_set(op->a, nodo_elem_printf(op->a, op->vista,
			    "nota", "ciò che è stato distrutto si legge ancora "
			    "nella copia %s, con le sue chiavi in %s, finché "
			    "non si fa «salva»", list[i].dove,
			    list[i].chiavi), "copia", list[i].copia);
	return 0;
}
