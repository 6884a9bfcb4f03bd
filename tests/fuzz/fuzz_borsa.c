/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_borsa.c - libFuzzer: any bytes as a bag of others: parted by 0xff, a
 * name and what is in it, in turn; of a name that begins with "@", where the
 * link of that name points to.
 *
 * Besides not crashing: where nothing is wrong, no link is there, and every
 * file but the tagmanifest and its signature stands in the list it should with
 * the impronta of its bytes, as grep would find it.
 */
#include <assert.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "pacchi/borsa.h"

#define FILE_MAX 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct bag {
	struct arena *a;
	const char *dir;
	struct borsa_file file[FILE_MAX];	/* what is in it, once each */
	int n;
	bool links;
};

/* Up to the next 0xff. */
static const void *
piece(size_t *n, const uint8_t **p, const uint8_t *end)
{
	const uint8_t *from = *p;
	const uint8_t *to = memchr(from, 0xff, (size_t)(end - from));

	*n = (size_t)((to != NULL ? to : end) - from);
	*p = to != NULL ? to + 1 : end;
	return from;
}

static bool
there_already(const struct bag *b, const char *nome)
{
	int i;

	for (i = 0; i < b->n; i++)
		if (strcmp(b->file[i].nome, nome) == 0)
			return true;
	return false;
}

/* A name that may not stand in a file system at all, or that goes out of the
 * directory, is nothing to try: whoever made the bag could not have it either. */
static bool
can_be_made(const char *nome, size_t n)
{
	return n > 0 && n < 200 && strlen(nome) == n && nome[0] != '/' &&
	    nome[n - 1] != '/' && strstr(nome, "..") == NULL &&
	    strstr(nome, "//") == NULL && strstr(nome, "./") == NULL;
}

static void
put(struct bag *b, const char *nome, const void *p, size_t n)
{
	const char *path = arena_printf(b->a, "%s/%s", b->dir, nome);
	struct borsa_file *f = &b->file[b->n];

	if (dir_make_parent(path) != 0 || file_put(path, p, n, 0600) != 0)
		return;
	*f = (struct borsa_file){ .nome = nome, .p = p, .n = n };
	hash_hex(f->impronta, p, n);
	b->n++;
}

static void
fill(struct bag *b, const uint8_t *p, const uint8_t *end)
{
	const char *nome, *text;
	bool link;
	size_t n;

	while (p < end && b->n < FILE_MAX) {
		text = piece(&n, &p, end);
		link = n > 0 && text[0] == '@';
		nome = arena_strndup(b->a, text + link, n - link);
		if (!can_be_made(nome, n - link) || there_already(b, nome))
			continue;
		text = piece(&n, &p, end);
		if (!link) {
			put(b, nome, text, n);
		} else if (n > 0 && symlink(arena_strndup(b->a, text, n),
		    arena_printf(b->a, "%s/%s", b->dir, nome)) == 0) {
			b->links = true;
		}
	}
}

static const char *
text_of(const struct bag *b, const char *nome)
{
	int i;

	for (i = 0; i < b->n; i++)
		if (strcmp(b->file[i].nome, nome) == 0)
			return arena_strndup(b->a, b->file[i].p, b->file[i].n);
	return "";
}

static void
as_it_says(const struct bag *b)
{
	const char *list, *line;
	int i;

	assert(!b->links);
	for (i = 0; i < b->n; i++) {
		const struct borsa_file *f = &b->file[i];

		assert(borsa_nome_valido(f->nome));
		if (strncmp(f->nome, BORSA_TAGMANIFEST,
		    strlen(BORSA_TAGMANIFEST)) == 0)
			continue;
		list = text_of(b, strncmp(f->nome, "data/", 5) == 0 ?
		    BORSA_MANIFEST : BORSA_TAGMANIFEST);
		line = arena_printf(b->a, "%s  %s\n", f->impronta, f->nome);
		assert(strstr(list, line) != NULL);
	}
}

static void
count(void *arg, const char *nome, const char *che)
{
	int *n = arg;

	assert(nome != NULL && che != NULL);
	(*n)++;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	struct borsa_conto c = { 0 };
	struct bag b = { .a = a };
	char *dir;
	int defects = 0, r;

	if (dir_temporary(&dir, a) != 0)
		abort();
	b.dir = dir;
	fill(&b, data, data + size);
	r = borsa_esamina(&c, dir, count, &defects);
	assert(r == 0 || r == ERR_INVALID);
	assert(r != 0 || c.difetti == defects);
	if (r == 0 && defects == 0)
		as_it_says(&b);
	if (dir_remove(dir) != 0)
		abort();
	return 0;
}
