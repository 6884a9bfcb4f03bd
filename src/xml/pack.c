/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pack.c - a tree between two of our processes.  Reading trusts nothing: the
 * writer may be a caged child that hostile bytes have taken over.
 */
#include <string.h>

#include "base/utf8.h"
#include "xml/interno.h"

#define DEPTH_MAX 256
#define NODES_MAX 2000000

enum { TEXT = 1, ELEMENT = 2 };

static void
put_string(struct buf *out, const char *s)
{
	buf_block(out, s, strlen(s));
}

void
nodo_pack(struct buf *out, const struct nodo *n)
{
	const struct attr *at;
	const struct nodo *c;
	uint32_t count = 0;

	if (n->nome == NULL) {
		buf_u32(out, TEXT);
		put_string(out, n->testo);
		return;
	}
	buf_u32(out, ELEMENT);
	put_string(out, n->nome);
	for (at = n->attr; at != NULL; at = at->succ)
		count++;
	buf_u32(out, count);
	for (at = n->attr; at != NULL; at = at->succ) {
		put_string(out, at->nome);
		put_string(out, at->valore);
	}
	count = 0;
	for (c = n->primo; c != NULL; c = c->succ)
		count++;
	buf_u32(out, count);
	for (c = n->primo; c != NULL; c = c->succ)
		nodo_pack(out, c);
}

struct reader {
	struct arena *a;
	struct cursor *c;
	int nodes;
};

static int
get_string(const char **out, struct reader *r)
{
	const void *p;
	const char *s;
	size_t n;
	int e;

	if ((e = cursor_block(&p, &n, r->c)) != 0)
		return e;
	if (!utf8_valid(p, n))
		return err_set(ERR_INVALID, "testo non valido fra processi");
	s = arena_strndup(r->a, p, n);
	if (!xml_text_valid(s))
		return err_set(ERR_INVALID, "testo non valido fra processi");
	*out = s;
	return 0;
}

static int
get_name(const char **out, struct reader *r)
{
	const char *s;
	int e;

	if ((e = get_string(&s, r)) != 0)
		return e;
	if (!xml_name_valid(s))
		return err_set(ERR_INVALID, "nome non valido fra processi");
	*out = s;
	return 0;
}

static int unpack(struct nodo **out, struct reader *r, int depth);

static int
unpack_element(struct nodo *n, struct reader *r, int depth)
{
	const char *nome = NULL, *valore = NULL;
	struct nodo *child;
	uint32_t count, i;
	int e;

	if ((e = get_name(&n->nome, r)) != 0 ||
	    (e = cursor_u32(&count, r->c)) != 0)
		return e;
	if (count > XML_ATTR_MAX)
		return err_set(ERR_INVALID, "troppi attributi fra processi");
	for (i = 0; i < count; i++) {
		if ((e = get_name(&nome, r)) != 0 ||
		    (e = get_string(&valore, r)) != 0)
			return e;
		nodo_set(r->a, n, nome, valore);
	}
	if ((e = cursor_u32(&count, r->c)) != 0)
		return e;
	for (i = 0; i < count; i++) {
		if ((e = unpack(&child, r, depth + 1)) != 0)
			return e;
		nodo_add(n, child);
	}
	return 0;
}

static int
unpack(struct nodo **out, struct reader *r, int depth)
{
	struct nodo *n = arena_alloc(r->a, sizeof *n);
	uint32_t kind;
	int e;

	if (depth > DEPTH_MAX || ++r->nodes > NODES_MAX)
		return err_set(ERR_INVALID, "albero troppo grande fra processi");
	if ((e = cursor_u32(&kind, r->c)) != 0)
		return e;
	if (kind == TEXT && depth > 0)
		e = get_string(&n->testo, r);
	else if (kind == ELEMENT)
		e = unpack_element(n, r, depth);
	else
		e = err_set(ERR_INVALID, "nodo non valido fra processi");
	if (e == 0)
		*out = n;
	return e;
}

int
nodo_unpack(struct nodo **out, struct arena *a, struct cursor *c)
{
	struct reader r = { .a = a, .c = c };

	return unpack(out, &r, 0);
}
