/* SPDX-License-Identifier: EUPL-1.2 */
/* salvataggio.c - what a backup knows of itself, in memory. */
#include "servizio/salvataggio.h"

#include <stdlib.h>
#include <string.h>

static int
by_name(const void *x, const void *y)
{
	return strcmp(((const struct unita *)x)->nome,
	    ((const struct unita *)y)->nome);
}

struct unita *
salvataggio_unita(const struct salvataggio *s, const char *nome)
{
	struct unita key = { .nome = nome };

	return s->n == 0 ? NULL :
	    bsearch(&key, s->unita, (size_t)s->n, sizeof key, by_name);
}

struct unita *
salvataggio_nuova(struct salvataggio *s, enum unita_specie specie,
    const char *nome)
{
	struct unita *u;

	s->unita = arena_more(s->a, s->unita, s->n, &s->cap,
	    sizeof *s->unita);
	u = &s->unita[s->n++];
	*u = (struct unita){ .specie = specie,
	    .nome = arena_strdup(s->a, nome) };
	return u;
}

void
salvataggio_ordina(struct salvataggio *s)
{
	if (s->n > 1)
		qsort(s->unita, (size_t)s->n, sizeof *s->unita, by_name);
}

/* Most units have one of each: room for one, then as arena_more does. */
static void *
one_more(struct arena *a, void *list, int n, int *cap, size_t size)
{
	if (*cap > 0)
		return arena_more(a, list, n, cap, size);
	*cap = 1;
	return arena_alloc(a, size);
}

void
unita_pezzo(struct arena *a, struct unita *u, const struct pezzo *p)
{
	u->pezzo = one_more(a, u->pezzo, u->n_pezzi, &u->cap_pezzi,
	    sizeof *u->pezzo);
	u->pezzo[u->n_pezzi++] = *p;
}

int
pezzo_cmp(const void *x, const void *y)
{
	return strcmp(((const struct pezzo *)x)->impronta,
	    ((const struct pezzo *)y)->impronta);
}

void
unita_dove(struct arena *a, struct unita *u, const char *path)
{
	u->dove = one_more(a, u->dove, u->n_dove, &u->cap_dove,
	    sizeof *u->dove);
	u->dove[u->n_dove++] = arena_strdup(a, path);
}

void
chiave_segno(char out[SEGNO_CHIAVE + 1], const char *chiave)
{
	char impronta[IMPRONTA_LEN + 1];

	hash_hex(impronta, chiave, strlen(chiave));
	memcpy(out, impronta, SEGNO_CHIAVE);
	out[SEGNO_CHIAVE] = '\0';
}

const char *
unita_contesto(struct arena *a, const char *copia, const struct unita *u)
{
	return arena_printf(a, "%s %s", copia, u->nome);
}
