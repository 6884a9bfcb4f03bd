/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_salvataggio.c - libFuzzer: any bytes as a text of a backup: the list of
 * an istantanea, the keys, and behind a NUL the index that belongs to them.
 *
 * Besides not crashing: what is taken in names nothing outside of where it will
 * be put, no unit twice, and is written and read back the same.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "servizio/salvataggio.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
same(const struct buf *x, const struct buf *y)
{
	assert(x->len == y->len && memcmp(x->data, y->data, x->len) == 0);
}

static void
piece(const struct pezzo *p)
{
	assert(hash_valid(p->impronta) && p->byte >= 0);
}

static void
units(const struct salvataggio *s)
{
	const struct unita *u;
	int i, j;

	for (i = 0; i < s->n; i++) {
		u = &s->unita[i];
		assert(file_path_valid(u->nome));
		assert(i == 0 || strcmp(u[-1].nome, u->nome) < 0);
		assert(salvataggio_unita(s, u->nome) == u);
		assert(u->chiave[0] == '\0' || hash_valid(u->chiave));
		for (j = 0; j < u->n_pezzi; j++)
			piece(&u->pezzo[j]);
		for (j = 0; j < u->n_dove; j++)
			assert(file_path_valid(u->dove[j]));
	}
}

static void
keys_again(struct arena *a, const struct salvataggio *s)
{
	struct salvataggio back = { .a = a };
	AUTO_BUF one = { 0 }, two = { 0 };

	units(s);
	assert(random_id_valid(s->copia) && hash_valid(s->chiave_indice));
	salvataggio_chiavi(&one, s);
	assert(salvataggio_leggi_chiavi(&back, &one) == 0);
	salvataggio_chiavi(&two, &back);
	same(&one, &two);
}

/* `keys` are those it was read with. */
static void
index_again(struct arena *a, const struct salvataggio *s,
    const struct salvataggio *keys)
{
	struct salvataggio back = *keys;
	AUTO_BUF one = { 0 }, two = { 0 };
	int i;

	back.a = a;
	units(s);
	assert(s->atti > 0 && hash_valid(s->anello) && s->letture >= 0);
	salvataggio_indice(&one, s);
	assert(salvataggio_leggi_indice(&back, &one) == 0);
	salvataggio_indice(&two, &back);
	same(&one, &two);
	assert(back.n == s->n);
	for (i = 0; i < s->n; i++)
		assert(strcmp(back.unita[i].chiave, s->unita[i].chiave) == 0);
}

/* The pezzi of a list, all of one unit, make one like it. */
static void
list_again(struct arena *a, struct lista *l)
{
	struct unita u = { .nome = "altro", .pezzo = l->pezzo,
	    .n_pezzi = l->n_pezzi };
	struct salvataggio s = { .a = a, .unita = &u, .n = 1 };
	AUTO_BUF one = { 0 }, two = { 0 };
	struct lista back;
	int i;

	assert(l->n > 0 && random_id_valid(l->copia));
	piece(&l->indice);
	for (i = 0; i < l->n_pezzi; i++)
		piece(&l->pezzo[i]);
	memcpy(s.copia, l->copia, sizeof s.copia);
	lista_scrivi(&one, a, &s, l->n, 0, &l->indice);
	assert(lista_leggi(&back, a, &one) == 0);
	assert(back.n == l->n && back.n_pezzi == l->n_pezzi);
	u.pezzo = back.pezzo;
	lista_scrivi(&two, a, &s, back.n, 0, &back.indice);
	same(&one, &two);
}

static int
answer(int r)
{
	assert(r == 0 || r == ERR_INVALID);
	err_clear();
	return r;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *nul = size > 0 ? memchr(data, '\0', size) : NULL;
	size_t n = nul != NULL ? (size_t)(nul - data) : size;
	AUTO(arena) a = arena_new();
	AUTO_BUF first = { 0 }, rest = { 0 };
	struct salvataggio s = { .a = a }, keys;
	struct lista l;

	buf_append(&first, data, n);
	buf_append(&rest, data + n + (nul != NULL),
	    size - n - (nul != NULL));
	if (answer(lista_leggi(&l, a, &first)) == 0)
		list_again(a, &l);
	if (answer(salvataggio_leggi_chiavi(&s, &first)) == 0)
		keys_again(a, &s);
	else
		s = (struct salvataggio){ .a = a };
	keys = s;
	if (answer(salvataggio_leggi_indice(&s, nul != NULL ? &rest :
	    &first)) == 0)
		index_again(a, &s, &keys);
	return 0;
}
