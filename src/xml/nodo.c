/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * nodo.c - the plain tree: making it and asking it.
 */
#include "xml/nodo.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

struct nodo *
nodo_new(struct arena *a, const char *nome)
{
	struct nodo *n = arena_alloc(a, sizeof *n);

	n->nome = arena_strdup(a, nome);
	return n;
}

void
nodo_add(struct nodo *padre, struct nodo *figlio)
{
	assert(padre->nome != NULL && figlio->padre == NULL);
	figlio->padre = padre;
	figlio->prec = padre->ultimo;
	figlio->succ = NULL;
	if (padre->ultimo != NULL)
		padre->ultimo->succ = figlio;
	else
		padre->primo = figlio;
	padre->ultimo = figlio;
}

void
nodo_add_before(struct nodo *punto, struct nodo *nuovo)
{
	assert(punto->padre != NULL && nuovo->padre == NULL);
	nuovo->padre = punto->padre;
	nuovo->succ = punto;
	nuovo->prec = punto->prec;
	if (punto->prec != NULL)
		punto->prec->succ = nuovo;
	else
		punto->padre->primo = nuovo;
	punto->prec = nuovo;
}

void
nodo_add_first(struct nodo *padre, struct nodo *figlio)
{
	if (padre->primo != NULL)
		nodo_add_before(padre->primo, figlio);
	else
		nodo_add(padre, figlio);
}

void
nodo_remove(struct nodo *n)
{
	if (n->padre == NULL)
		return;
	if (n->prec != NULL)
		n->prec->succ = n->succ;
	else
		n->padre->primo = n->succ;
	if (n->succ != NULL)
		n->succ->prec = n->prec;
	else
		n->padre->ultimo = n->prec;
	n->padre = n->prec = n->succ = NULL;
}

struct nodo *
nodo_elem(struct arena *a, struct nodo *padre, const char *nome)
{
	struct nodo *n = nodo_new(a, nome);

	nodo_add(padre, n);
	return n;
}

void
nodo_text(struct arena *a, struct nodo *padre, const char *testo)
{
	struct nodo *n;

	if (testo == NULL || testo[0] == '\0')
		return;
	if (padre->ultimo != NULL && padre->ultimo->nome == NULL) {
		padre->ultimo->testo = arena_printf(a, "%s%s",
		    padre->ultimo->testo, testo);
		return;
	}
	n = arena_alloc(a, sizeof *n);
	n->testo = arena_strdup(a, testo);
	nodo_add(padre, n);
}

struct nodo *
nodo_elem_text(struct arena *a, struct nodo *padre, const char *nome,
    const char *testo)
{
	struct nodo *n;

	if (testo == NULL || testo[0] == '\0')
		return NULL;
	n = nodo_elem(a, padre, nome);
	nodo_text(a, n, testo);
	return n;
}

struct nodo *
nodo_elem_printf(struct arena *a, struct nodo *padre, const char *nome,
    const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return nodo_elem_text(a, padre, nome, text);
}

void
nodo_set(struct arena *a, struct nodo *n, const char *attr, const char *valore)
{
	struct attr **at, *x;

	for (at = &n->attr; *at != NULL; at = &(*at)->succ)
		if (strcmp((*at)->nome, attr) == 0)
			break;
	if (valore == NULL) {
		if (*at != NULL)
			*at = (*at)->succ;
		return;
	}
	if (*at == NULL) {
		x = arena_alloc(a, sizeof *x);
		x->nome = arena_strdup(a, attr);
		*at = x;
	}
	(*at)->valore = arena_strdup(a, valore);
}

struct nodo *
nodo_copy(struct arena *a, const struct nodo *n)
{
	struct nodo *copy = arena_alloc(a, sizeof *copy);
	const struct attr *at;
	const struct nodo *c;

	if (n->nome == NULL) {
		copy->testo = arena_strdup(a, n->testo);
		return copy;
	}
	copy->nome = arena_strdup(a, n->nome);
	for (at = n->attr; at != NULL; at = at->succ)
		nodo_set(a, copy, at->nome, at->valore);
	for (c = n->primo; c != NULL; c = c->succ)
		nodo_add(copy, nodo_copy(a, c));
	return copy;
}

static struct nodo *
from(struct nodo *n, const char *nome)
{
	for (; n != NULL; n = n->succ)
		if (n->nome != NULL &&
		    (nome == NULL || strcmp(n->nome, nome) == 0))
			return n;
	return NULL;
}

struct nodo *
nodo_child(const struct nodo *n, const char *nome)
{
	return from(n->primo, nome);
}

struct nodo *
nodo_next(const struct nodo *n, const char *nome)
{
	return from(n->succ, nome);
}

int
nodo_count(const struct nodo *n, const char *nome)
{
	const struct nodo *c;
	int k = 0;

	for (c = nodo_child(n, nome); c != NULL; c = nodo_next(c, nome))
		k++;
	return k;
}

const char *
nodo_attr(const struct nodo *n, const char *nome)
{
	const struct attr *at;

	for (at = n->attr; at != NULL; at = at->succ)
		if (strcmp(at->nome, nome) == 0)
			return at->valore;
	return NULL;
}

/* The child named by the first step of *path, which then moves behind it. */
static struct nodo *
step(const struct nodo *n, const char **path)
{
	size_t len = strcspn(*path, "/");
	struct nodo *c;

	for (c = n->primo; c != NULL; c = c->succ)
		if (c->nome != NULL && strncmp(c->nome, *path, len) == 0 &&
		    c->nome[len] == '\0')
			break;
	*path += len;
	if (**path == '/')
		++*path;
	return c;
}

struct nodo *
nodo_find(const struct nodo *n, const char *path)
{
	struct nodo *c = NULL;

	while (*path != '\0') {
		if ((c = step(n, &path)) == NULL)
			return NULL;
		n = c;
	}
	return c;
}

static void
gather(struct buf *b, const struct nodo *n)
{
	const struct nodo *c;

	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL)
			buf_puts(b, c->testo);
		else
			gather(b, c);
	}
}

const char *
nodo_all_text(struct arena *a, const struct nodo *n)
{
	AUTO_BUF b = { 0 };

	if (n->primo == NULL)
		return "";
	if (n->primo == n->ultimo && n->primo->nome == NULL)
		return n->primo->testo;
	gather(&b, n);
	return arena_strdup(a, buf_str(&b));
}

const char *
nodo_value(struct arena *a, const struct nodo *n, const char *path)
{
	while (*path != '\0') {
		if (*path == '@')
			return nodo_attr(n, path + 1);
		if ((n = step(n, &path)) == NULL)
			return NULL;
	}
	return nodo_all_text(a, n);
}

char *
nodo_path(struct arena *a, const struct nodo *n)
{
	const struct nodo *s;
	int before = 0, same = 0;
	const char *up = "";

	if (n->nome == NULL)
		return nodo_path(a, n->padre);
	if (n->padre != NULL) {
		up = nodo_path(a, n->padre);
		for (s = n->padre->primo; s != NULL; s = s->succ) {
			if (s->nome == NULL || strcmp(s->nome, n->nome) != 0)
				continue;
			same++;
			if (s == n)
				before = same;
		}
	}
	if (same > 1)
		return arena_printf(a, "%s/%s[%d]", up, n->nome, before);
	return arena_printf(a, "%s/%s", up, n->nome);
}
