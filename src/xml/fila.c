/* SPDX-License-Identifier: EUPL-1.2 */
#include "xml/fila.h"

#include <ctype.h>
#include <string.h>

void
fila_free(struct fila *f)
{
	buf_free(&f->testo);
	buf_free(&f->segni);
}

static void
collect(struct fila *f, const struct nodo *n, int segni)
{
	const struct nodo *c;
	size_t i, len;

	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome != NULL) {
			collect(f, c, segni | (strcmp(c->nome, "b") == 0 ?
			    FILA_B : strcmp(c->nome, "i") == 0 ? FILA_I : 0));
			continue;
		}
		len = strlen(c->testo);
		buf_append(&f->testo, c->testo, len);
		for (i = 0; i < len; i++)
			buf_putc(&f->segni, (char)segni);
	}
}

void
fila_leggi(struct fila *f, const struct nodo *n)
{
	collect(f, n, 0);
}

/* ---- narrower ---- */

static void
cut(struct fila *f, size_t from, size_t to)
{
	size_t len = to - from;

	if (f->testo.len == 0)
		return;
	memmove(f->testo.data, f->testo.data + from, len);
	memmove(f->segni.data, f->segni.data + from, len);
	f->testo.data[len] = f->segni.data[len] = '\0';
	f->testo.len = f->segni.len = len;
}

static void
unmark_ends(struct fila *f, int segno)
{
	const char *t = f->testo.data;
	char *s = f->segni.data;
	size_t i, j, k, n = f->testo.len;

	for (i = 0; i < n; i = j + 1) {
		j = fila_tratto(f, i, n, segno);
		for (k = i; k < j && t[k] == ' '; k++)
			s[k] = (char)(s[k] & ~segno);
		for (i = k, k = j; k > i && t[k - 1] == ' '; k--)
			s[k - 1] = (char)(s[k - 1] & ~segno);
	}
}

void
fila_stringi(struct fila *f)
{
	size_t i, from = 0, to = f->testo.len;

	for (i = 0; i < to; i++)
		if (isspace((unsigned char)f->testo.data[i]))
			f->testo.data[i] = ' ';
	while (from < to && f->testo.data[from] == ' ')
		from++;
	while (to > from && f->testo.data[to - 1] == ' ')
		to--;
	cut(f, from, to);
	unmark_ends(f, FILA_B);
	unmark_ends(f, FILA_I);
}

void
fila_unisci(struct fila *f)
{
	char *t = f->testo.data, *s = f->segni.data;
	size_t i, to = 0;

	for (i = 0; i < f->testo.len; i++) {
		if (t[i] == ' ' && to > 0 && t[to - 1] == ' ')
			continue;
		t[to] = t[i];
		s[to++] = s[i];
	}
	cut(f, 0, to);
}

/* ---- back into elements ---- */

size_t
fila_tratto(const struct fila *f, size_t da, size_t fino, int segno)
{
	while (da < fino && (f->segni.data[da] & segno) != 0)
		da++;
	return da;
}

int
fila_apre(size_t *fine, const struct fila *f, size_t da, size_t fino,
    int aperti)
{
	size_t b = da, i = da;

	if ((aperti & FILA_B) == 0)
		b = fila_tratto(f, da, fino, FILA_B);
	if ((aperti & FILA_I) == 0)
		i = fila_tratto(f, da, fino, FILA_I);
	*fine = b >= i ? b : i;
	return *fine == da ? 0 : b >= i ? FILA_B : FILA_I;
}

static void
put(struct arena *a, struct nodo *n, const struct fila *f, size_t from,
    size_t to, int open)
{
	size_t plain = from, end;
	int mark;

	while (from < to) {
		if ((mark = fila_apre(&end, f, from, to, open)) == 0) {
			from++;
			continue;
		}
		nodo_text(a, n, arena_strndup(a, f->testo.data + plain,
		    from - plain));
		put(a, nodo_elem(a, n, mark == FILA_B ? "b" : "i"), f, from,
		    end, open | mark);
		plain = from = end;
	}
	if (plain < to)
		nodo_text(a, n, arena_strndup(a, f->testo.data + plain,
		    to - plain));
}

void
fila_scrivi(struct arena *a, struct nodo *n, const struct fila *f)
{
	put(a, n, f, 0, f->testo.len, 0);
}
