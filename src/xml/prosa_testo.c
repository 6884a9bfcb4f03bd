/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prosa_testo.c - prose as a person would type it (prosa.c), and its normal
 * form.  Typed again it is the same prose: what would be taken for a mark has
 * a backslash before it; only bold and italic that begin or end within a word
 * cannot be typed, and are left out.
 */
#include <ctype.h>
#include <string.h>

#include "base/auto.h"
#include "xml/campi.h"
#include "xml/fila.h"
#include "xml/prosa.h"

static const char *const blocchi[] = { "p", "voce", "punto", "titolo" };

/* ---- asking ---- */

static bool
named_block(const struct nodo *n)
{
	size_t i;

	for (i = 0; i < NELEM(blocchi); i++)
		if (strcmp(n->nome, blocchi[i]) == 0)
			return true;
	return false;
}

bool
prosa_sotto(const struct nodo *n)
{
	const struct nodo *c = nodo_child(n, NULL);

	if (c == NULL)
		return false;
	for (; c != NULL; c = nodo_next(c, NULL))
		if (!named_block(c) && strcmp(c->nome, "tabella") != 0)
			return false;
	return true;
}

bool
prosa_blocco(const struct nodo *n)
{
	if (strcmp(n->nome, "titolo") == 0 || strcmp(n->nome, "punto") == 0)
		return n->padre == NULL || prosa_sotto(n->padre);
	return named_block(n);
}

/* ---- the normal form ---- */

/* NULL: nothing to read in it. */
static struct nodo *
normal_block(struct arena *a, const struct nodo *n)
{
	struct nodo *out = nodo_new(a, n->nome);
	AUTO_FILA f = { 0 };

	fila_leggi(&f, n);
	fila_stringi(&f);
	fila_unisci(&f);
	fila_scrivi(a, out, &f);
	return f.testo.len > 0 || strcmp(n->nome, "cella") == 0 ? out : NULL;
}

static struct nodo *
normal_table(struct arena *a, const struct nodo *n)
{
	struct nodo *out = nodo_new(a, "tabella"), *row;
	const struct nodo *r, *c;
	int most = 0, i;

	for (r = nodo_child(n, "riga"); r != NULL; r = nodo_next(r, "riga")) {
		i = 0;
		for (c = nodo_child(r, "cella"); c; c = nodo_next(c, "cella"))
			i++;
		most = i > most ? i : most;
	}
	for (r = nodo_child(n, "riga"); r != NULL; r = nodo_next(r, "riga")) {
		row = nodo_elem(a, out, "riga");
		i = 0;
		for (c = nodo_child(r, "cella"); c != NULL;
		    c = nodo_next(c, "cella"), i++)
			nodo_add(row, normal_block(a, c));
		for (; i < most; i++)
			nodo_elem(a, row, "cella");
	}
	return nodo_all_text(a, out)[0] != '\0' ? out : NULL;
}

struct nodo *
prosa_normale(struct arena *a, const struct nodo *prosa)
{
	struct nodo *out = nodo_new(a, prosa->nome), *x;
	const struct nodo *c;

	for (c = nodo_child(prosa, NULL); c != NULL; c = nodo_next(c, NULL)) {
		x = strcmp(c->nome, "tabella") == 0 ? normal_table(a, c) :
		    normal_block(a, c);
		if (x != NULL)
			nodo_add(out, x);
	}
	return out;
}

/* ---- a line as it is typed ---- */

/* A mark that begins or ends within a word would be read as a character. */
static void
drop_untypable(struct fila *f, int segno)
{
	const unsigned char *t = (const unsigned char *)f->testo.data;
	size_t i, j, k, n = f->testo.len;

	for (i = 0; i < n; i = j + 1) {
		if ((j = fila_tratto(f, i, n, segno)) == i)
			continue;
		if ((i > 0 && isalnum(t[i - 1])) || (j < n && isalnum(t[j])))
			for (k = i; k < j; k++)
				f->segni.data[k] = (char)
				    (f->segni.data[k] & ~segno);
	}
}

static void
put_plain(struct buf *b, const struct fila *f, size_t from, size_t to,
    const char *hidden)
{
	for (; from < to; from++) {
		if (strchr(hidden, f->testo.data[from]) != NULL)
			buf_putc(b, '\\');
		buf_putc(b, f->testo.data[from]);
	}
}

static void
put_marked(struct buf *b, const struct fila *f, size_t from, size_t to,
    int open, const char *hidden)
{
	size_t end, last;
	int mark;

	while (from < to) {
		if (f->testo.data[from] == ' ' ||
		    (mark = fila_apre(&end, f, from, to, open)) == 0) {
			put_plain(b, f, from, from + 1, hidden);
			from++;
			continue;
		}
		for (last = end; f->testo.data[last - 1] == ' '; last--)
			continue;
		buf_putc(b, mark == FILA_B ? '*' : '_');
		put_marked(b, f, from, last, open | mark, hidden);
		buf_putc(b, mark == FILA_B ? '*' : '_');
		from = last;
	}
}

/* Is this text, read, the same line? */
static bool
read_again(const struct buf *b, const struct fila *f)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "p");
	AUTO_FILA back = { 0 };

	prosa_linea(a, n, b->data, b->data + b->len);
	fila_leggi(&back, n);
	return back.testo.len == f->testo.len &&
	    memcmp(back.testo.data, f->testo.data, f->testo.len) == 0 &&
	    memcmp(back.segni.data, f->segni.data, f->segni.len) == 0;
}

static void
put_line(struct buf *out, const struct nodo *n)
{
	bool cell = strcmp(n->nome, "cella") == 0;
	AUTO_FILA f = { 0 };
	AUTO_BUF b = { 0 };

	fila_leggi(&f, n);
	fila_stringi(&f);
	if (f.testo.len == 0)
		return;
	drop_untypable(&f, FILA_B);
	drop_untypable(&f, FILA_I);
	put_marked(&b, &f, 0, f.testo.len, 0, cell ? "|" : "");
	if (!read_again(&b, &f) || prosa_sfuggito(b.data, b.data + b.len) ||
	    (cell && strchr(f.testo.data, '\\') != NULL)) {
		buf_clear(&b);
		put_marked(&b, &f, 0, f.testo.len, 0,
		    cell ? "\\*_|" : "\\*_");
	}
	buf_append(out, b.data, b.len);
}

char *
prosa_scritta(struct arena *a, const struct nodo *n)
{
	AUTO_FILA f = { 0 };
	AUTO_BUF b = { 0 };

	fila_leggi(&f, n);
	fila_stringi(&f);
	buf_puts(&b, strcmp(n->nome, "voce") == 0 ? "- " :
	    strcmp(n->nome, "punto") == 0 ? "n. " :
	    strcmp(n->nome, "titolo") == 0 ? "# " : "");
	put_marked(&b, &f, 0, f.testo.len, 0, "");
	return arena_strdup(a, buf_str(&b));
}

/* ---- blocks ---- */

/* A paragraph that begins like another block; `punti`: numbered before it. */
static bool
looks_marked(const struct buf *b, int punti)
{
	const char *s = b->data, *end = s + b->len, *rest;

	return prosa_riga(s, end) || ((*s == '-' || *s == '#') &&
	    b->len > 1 && s[1] == ' ') ||
	    prosa_numero(&rest, s, end) == punti + 1;
}

static void
put_block(struct buf *out, const struct nodo *n, int punti)
{
	AUTO_BUF b = { 0 };

	put_line(&b, n);
	if (b.len == 0)
		return;
	if (strcmp(n->nome, "voce") == 0)
		buf_puts(out, "- ");
	else if (strcmp(n->nome, "titolo") == 0)
		buf_puts(out, "# ");
	else if (strcmp(n->nome, "punto") == 0)
		buf_printf(out, "%d. ", punti + 1);
	else if (looks_marked(&b, punti))
		buf_putc(out, '\\');
	buf_append(out, b.data, b.len);
}

static void
put_table(struct buf *out, const struct nodo *n)
{
	const struct nodo *r, *c;

	for (r = nodo_child(n, NULL); r != NULL; r = nodo_next(r, NULL)) {
		buf_puts(out, r->prec != NULL ? "\n|" : "|");
		for (c = nodo_child(r, NULL); c; c = nodo_next(c, NULL)) {
			buf_putc(out, ' ');
			put_line(out, c);
			buf_puts(out, " |");
		}
	}
}

char *
prosa_text(struct arena *a, const struct nodo *prosa)
{
	AUTO_BUF out = { 0 };
	const struct nodo *c;
	const char *before = "";
	int punti = 0;

	for (c = nodo_child(prosa, NULL); c != NULL; c = nodo_next(c, NULL)) {
		AUTO_BUF b = { 0 };

		if (strcmp(c->nome, "tabella") == 0)
			put_table(&b, c);
		else
			put_block(&b, c, punti);
		if (b.len == 0)
			continue;
		if (out.len > 0)
			buf_puts(&out, strcmp(c->nome, before) == 0 &&
			    (strcmp(before, "voce") == 0 ||
			    strcmp(before, "punto") == 0) ? "\n" : "\n\n");
		buf_append(&out, b.data, b.len);
		before = c->nome;
		punti = strcmp(before, "punto") == 0 ? punti + 1 : 0;
	}
	return arena_strdup(a, buf_str(&out));
}
