/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli_nodi.c - small things the steps of the intake do with trees and
 * names.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "resa/accogli.h"

bool
accogli_is(const struct nodo *n, const char *nome)
{
	return n->nome != NULL && strcmp(n->nome, nome) == 0;
}

bool
accogli_paragraph(const struct nodo *n)
{
	return accogli_is(n, "text:p") || accogli_is(n, "text:h");
}

const struct nodo *
accogli_around(const struct nodo *n, const char *nome)
{
	while (n != NULL && !accogli_is(n, nome))
		n = n->padre;
	return n;
}

void
accogli_unwrap(struct nodo *n)
{
	struct nodo *c;

	while ((c = n->primo) != NULL) {
		nodo_remove(c);
		nodo_add_before(n, c);
	}
	nodo_remove(n);
}

struct nodo *
accogli_text(struct arena *a, const char *s, size_t n)
{
	struct nodo *t = arena_alloc(a, sizeof *t);

	t->testo = arena_strndup(a, s, n);
	return t;
}

char *
accogli_low(struct arena *a, const char *s)
{
	size_t n;
	char *out, *c;

	s += strspn(s, " \t\n");
	n = strlen(s);
	while (n > 0 && strchr(" \t\n", s[n - 1]) != NULL)
		n--;
	out = arena_strndup(a, s, n);
	for (c = out; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)tolower(*c);
	return out;
}

/* Bytes of a character that is not to be shown; 0: it is. */
static size_t
hidden(const unsigned char *s)
{
	if (s[0] == 0xc2 && s[1] >= 0x80 && s[1] < 0xa0)
		return 2;		/* U+0080-009F */
	if (s[0] == 0xe2 && s[1] == 0x80 &&
	    (s[2] == 0x8e || s[2] == 0x8f || (s[2] >= 0xa8 && s[2] <= 0xae)))
		return 3;		/* U+200E, 200F, 2028-202E */
	if (s[0] == 0xe2 && s[1] == 0x81 && s[2] >= 0xa6 && s[2] <= 0xa9)
		return 3;		/* U+2066-2069 */
	return 0;
}

char *
accogli_plain(struct arena *a, const char *s)
{
	AUTO_BUF b = { 0 };
	size_t n;

	for (; *s != '\0'; s++) {
		if ((n = hidden((const unsigned char *)s)) > 0)
			s += n - 1;
		else
			buf_putc(&b, (unsigned char)*s < ' ' || *s == 0x7f ?
			    ' ' : *s);
	}
	return arena_strdup(a, buf_str(&b));
}

/* ---- names ---- */

static int
by_name(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

void
nomi_add(struct nomi *p, struct arena *a, const char *s)
{
	p->v = arena_more(a, p->v, p->n, &p->cap, sizeof *p->v);
	p->v[p->n++] = s;
}

void
nomi_sort(struct nomi *p)
{
	int i, k = 0;

	if (p->n == 0)
		return;
	qsort(p->v, (size_t)p->n, sizeof *p->v, by_name);
	for (i = 1; i < p->n; i++)
		if (strcmp(p->v[i], p->v[k]) != 0)
			p->v[++k] = p->v[i];
	p->n = k + 1;
}

bool
nomi_has(const struct nomi *p, const char *s)
{
	return p->n > 0 && bsearch(&s, p->v, (size_t)p->n, sizeof *p->v,
	    by_name) != NULL;
}
