/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * anticipo.c - reading ahead of who reads the acts in their order.
 *
 * An act is, for each of its steps, whether its changes could be read and their
 * list; then each file they brought that is a document of ours, valid by a schema
 * of the program, until an empty path.  (Types of the office are left out: which
 * schema they have, the register knows that is being made.)
 */
#include "servizio/anticipo.h"

#include <string.h>

#include "base/hash.h"
#include "documenti/forma.h"
#include "documenti/percorso.h"

/* ---- by who reads ahead ---- */

struct scrittura {
	struct buf *out;
	uint32_t passo;
};

static void
put(struct buf *out, const char *s)
{
	buf_block(out, s, strlen(s) + 1);
}

static int
brought(void *arg, const char *path, const void *p, size_t n)
{
	AUTO(arena) a = arena_new();
	char impronta[IMPRONTA_LEN + 1];
	struct scrittura *w = arg;
	struct nodo *doc;

	if (percorso_tipo(path) != NULL)
		return 0;
	if (forma_read(&doc, a, p, n) != 0) {
		err_clear();
		return 0;
	}
	hash_hex(impronta, p, n);
	put(w->out, path);
	buf_u32(w->out, w->passo);
	put(w->out, impronta);
	nodo_pack(w->out, doc);
	return 0;
}

/* One walk: the documents are put behind the lists of all steps. */
static void
read_step(struct buf *lists, struct buf *docs, struct store *st,
    const struct passo *p, uint32_t i)
{
	struct scrittura w = { docs, i };
	AUTO(arena) a = arena_new();
	struct folder *f;
	char **changed;
	uint32_t n = 0;

	if (store_folder(&f, st, p->cartella, false) != 0 ||
	    folder_brought(&changed, a, f, p->parent, p->commit, brought,
	    &w) != 0) {
		err_clear();
		buf_u32(lists, 0);
		return;
	}
	while (changed[n] != NULL)
		n++;
	buf_u32(lists, n + 1);
	for (; *changed != NULL; changed++)
		put(lists, *changed);
}

void
anticipo_leggi(struct buf *out, struct store *st, const struct passi *x,
    size_t da, size_t fino)
{
	AUTO_BUF docs = { 0 };
	size_t n, i;

	for (; da < fino; da += n) {
		n = passi_atto(x, da);
		buf_clear(&docs);
		for (i = 0; i < n; i++)
			read_step(out, &docs, st, &x->passo[da + i],
			    (uint32_t)i);
		buf_append(out, docs.data, docs.len);
		put(out, "");
	}
}

/* ---- by who reads in order ---- */

static int
get(const char **out, struct arena *a, struct cursor *c)
{
	const void *p;
	size_t n;
	int r;

	if ((r = cursor_block(&p, &n, c)) == 0)
		*out = arena_strndup(a, p, n);
	return r;
}

static int
get_changes(char ***out, struct arena *a, struct cursor *c)
{
	const char *s = NULL;
	uint32_t n, i;
	int r;

	*out = NULL;
	if ((r = cursor_u32(&n, c)) != 0 || n == 0)
		return r;
	if (n > c->left)
		return err_set(ERR_INVALID, "una risposta è corta");
	*out = arena_alloc(a, n * sizeof **out);
	for (i = 0; i + 1 < n; i++) {
		if ((r = get(&s, a, c)) != 0)
			return r;
		(*out)[i] = (char *)(uintptr_t)s;
	}
	return 0;
}

/* 1: there was one more, 0: that was all. */
static int
get_document(struct letto *out, struct arena *a, struct cursor *c)
{
	uint32_t passo;
	int r;

	if ((r = get(&out->percorso, a, c)) != 0)
		return r;
	if (out->percorso[0] == '\0')
		return 0;
	if ((r = cursor_u32(&passo, c)) != 0 ||
	    (r = get(&out->impronta, a, c)) != 0 ||
	    (r = nodo_unpack(&out->doc, a, c)) != 0)
		return r;
	out->passo = passo;
	return 1;
}

int
anticipo_atto(struct anticipo *out, struct arena *a, struct cursor *c,
    size_t n)
{
	struct anticipo x = { .cambi = arena_alloc(a, n * sizeof *x.cambi) };
	struct letto one = { 0 };
	int r, cap = 0;
	size_t i;

	for (i = 0; i < n; i++)
		if ((r = get_changes(&x.cambi[i], a, c)) != 0)
			return r;
	while ((r = get_document(&one, a, c)) == 1) {
		x.letto = arena_more(a, x.letto, x.n, &cap, sizeof *x.letto);
		x.letto[x.n++] = one;
	}
	if (r == 0)
		*out = x;
	return r;
}

const struct letto *
anticipo_letto(const struct anticipo *x, size_t passo, const char *percorso)
{
	int i;

	for (i = 0; i < x->n; i++)
		if (x->letto[i].passo == passo &&
		    strcmp(x->letto[i].percorso, percorso) == 0)
			return &x->letto[i];
	return NULL;
}
