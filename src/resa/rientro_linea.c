/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro_linea.c - the words of a paragraph of an edited draft, with bold and
 * italic; of all else the words alone, and the count of what it was.
 *
 * White space as ODF 1.3 part 3 §6.1.2 has it: runs of it are one blank, none
 * at the beginning; text:s are blanks on purpose.
 */
#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "base/utf8.h"
#include "resa/rientro_interno.h"

#define BLANKS_MAX 200		/* of one text:s */

void
scarta(struct lettore *l, enum che che)
{
	l->volte[che]++;
}

void
scarta_fuori(struct lettore *l, unsigned fuori)
{
	int i;

	for (i = 0; i < CHE_N; i++)
		if ((fuori & 1U << i) != 0)
			scarta(l, (enum che)i);
}

/* ---- words ---- */

/* What was gathered with the same marks. */
static void
flush(struct linea *x)
{
	struct arena *a = x->l->a;
	struct nodo *n = x->n;
	char *nfc;

	if (x->b.len == 0)
		return;
	if ((x->segni & SEGNO_B) != 0)
		n = nodo_elem(a, n, "b");
	if ((x->segni & SEGNO_I) != 0)
		n = nodo_elem(a, n, "i");
	nodo_text(a, n, utf8_nfc(&nfc, a, utf8_strip(a, x->b.data)) == 0 ?
	    nfc : "");
	buf_clear(&x->b);
}

static void
marks(struct linea *x, int segni)
{
	if (segni != x->segni)
		flush(x);
	x->segni = segni;
}

static void
words(struct linea *x, const char *s, int segni)
{
	marks(x, segni);
	for (; *s != '\0'; s++) {
		if (strchr(" \t\r\n", *s) == NULL) {
			buf_putc(&x->b, *s);
			x->spazio = false;
		} else if (!x->spazio) {
			buf_putc(&x->b, ' ');
			x->spazio = true;
		}
	}
}

static void
blanks(struct linea *x, const struct nodo *n, int segni)
{
	const char *c = nodo_attr(n, "text:c");
	int i, many = c != NULL ? rientro_numero(c) : 1;

	marks(x, segni);
	for (i = 0; i < many && i < BLANKS_MAX; i++)
		buf_putc(&x->b, ' ');
	x->spazio = false;
}

/* A paragraph in two is two of them; an item, a heading, a cell is one. */
static void
line_break(struct linea *x, int segni)
{
	if (!x->spezza) {
		scarta(x->l, CHE_A_CAPO);
		words(x, " ", segni);
		return;
	}
	flush(x);
	x->n = nodo_elem(x->l->a, x->padre, x->n->nome);
	x->spazio = true;
}

void
linea_stacca(struct linea *x)
{
	if (x->b.len > 0 || x->n->primo != NULL)
		words(x, " ", x->segni);
}

void
linea_fine(struct linea *x)
{
	flush(x);
	buf_free(&x->b);
}

/* ---- elements ---- */

static void inside(struct linea *x, const struct nodo *n, int segni);

static void
span(struct linea *x, const struct nodo *n, int segni)
{
	struct aspetto s = stili_testo(&x->l->stili,
	    nodo_attr(n, "text:style-name"));

	if (nodo_all_text(x->l->a, n)[0] != '\0')
		scarta_fuori(x->l, s.fuori);
	if (s.grassetto != -1)
		segni = s.grassetto ? segni | SEGNO_B : segni & ~SEGNO_B;
	if (s.corsivo != -1)
		segni = s.corsivo ? segni | SEGNO_I : segni & ~SEGNO_I;
	inside(x, n, segni);
}

/* All the text below, paragraph by paragraph. */
static void
flat(struct linea *x, const struct nodo *n, int segni)
{
	const struct nodo *c;

	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL)
			continue;
		if (strcmp(c->nome, "text:p") == 0 ||
		    strcmp(c->nome, "text:h") == 0) {
			linea_stacca(x);
			inside(x, c, segni);
		} else if (strncmp(c->nome, "svg:", 4) != 0) {
			flat(x, c, segni);
		}
	}
}

/* What stood apart is put where it was, in brackets. */
static void
aside(struct linea *x, const struct nodo *n, int segni, enum che che,
    const char *name)
{
	scarta(x->l, che);
	if (n == NULL || utf8_blank(nodo_all_text(x->l->a, n)))
		return;
	linea_stacca(x);
	words(x, "(", segni);
	words(x, name, segni);
	flat(x, n, segni);
	words(x, ")", segni);
}

static void
frame(struct linea *x, const struct nodo *n, int segni)
{
	const struct nodo *box = nodo_child(n, "draw:text-box");

	if (box != NULL)
		aside(x, box, segni, CHE_RIQUADRI, "riquadro:");
	else
		scarta(x->l, nodo_child(n, "draw:image") != NULL ?
		    CHE_IMMAGINI : CHE_OGGETTI);
}

/* Elements without words of the text. */
static bool
is_silent(const char *nome)
{
	static const char *const names[] = { "office:annotation-end",
	    "text:soft-page-break", "text:tracked-changes",
	    "text:change-end", "text:ruby-text", "office:forms" };
	size_t i;

	for (i = 0; i < NELEM(names); i++)
		if (strcmp(nome, names[i]) == 0)
			return true;
	return false;
}

static void
element(struct linea *x, const struct nodo *n, int segni)
{
	const char *nome = n->nome;

	if (strcmp(nome, "text:span") == 0) {
		span(x, n, segni);
	} else if (strcmp(nome, "text:s") == 0) {
		blanks(x, n, segni);
	} else if (strcmp(nome, "text:tab") == 0) {
		scarta(x->l, CHE_TABULAZIONI);
		words(x, " ", segni);
	} else if (strcmp(nome, "text:line-break") == 0) {
		line_break(x, segni);
	} else if (strcmp(nome, "text:a") == 0) {
		scarta(x->l, CHE_COLLEGAMENTI);
		inside(x, n, segni);
	} else if (strcmp(nome, "text:note") == 0) {
		aside(x, nodo_child(n, "text:note-body"), segni, CHE_NOTE,
		    "nota:");
	} else if (strcmp(nome, "office:annotation") == 0) {
		scarta(x->l, CHE_COMMENTI);
	} else if (strcmp(nome, "text:change") == 0 ||
	    strcmp(nome, "text:change-start") == 0) {
		scarta(x->l, CHE_REVISIONI);
	} else if (strcmp(nome, "draw:frame") == 0) {
		frame(x, n, segni);
	} else if (strncmp(nome, "draw:", 5) == 0) {
		aside(x, n, segni, CHE_OGGETTI, "disegno:");
	} else if (!is_silent(nome)) {
		inside(x, n, segni);	/* fields, bookmarks, … */
	}
}

static void
inside(struct linea *x, const struct nodo *n, int segni)
{
	const struct nodo *c;

	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL)
			words(x, c->testo, segni);
		else
			element(x, c, segni);
	}
}

void
linea_leggi(struct linea *x, const struct nodo *p, int segni)
{
	if (x->n->primo == NULL && x->b.len == 0)
		x->spazio = true;
	inside(x, p, segni);
}
