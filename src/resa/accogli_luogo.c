/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli_luogo.c - where in a model something stands, in the words of who
 * sees it in Writer: page, paragraph and how it begins.
 *
 * Pages are known when Writer has written where they end; without, paragraphs
 * are counted from the beginning of the text.
 */
#include "resa/accogli.h"

#include <stdlib.h>
#include <string.h>

#define INIZIO_LEN 40		/* bytes of a paragraph that are quoted */

struct giro {
	bool pagine;		/* is it known where pages end? */
	int pagina, paragrafo;
};

/* ---- the styles that begin a page ---- */

static bool
breaks(const struct nodo *style)
{
	const char *m = nodo_attr(style, "style:master-page-name"), *b;
	const struct nodo *c;

	if (m != NULL && m[0] != '\0')
		return true;
	for (c = nodo_child(style, NULL); c != NULL; c = nodo_next(c, NULL))
		if ((b = nodo_attr(c, "fo:break-before")) != NULL &&
		    strcmp(b, "page") == 0)
			return true;
	return false;
}

static void
find_breaking(struct nomi *out, struct arena *a, const struct nodo *root)
{
	const struct nodo *g, *s;

	for (g = nodo_child(root, NULL); g != NULL; g = nodo_next(g, NULL))
		for (s = nodo_child(g, "style:style"); s != NULL;
		    s = nodo_next(s, "style:style"))
			if (nodo_attr(s, "style:name") != NULL && breaks(s))
				nomi_add(out, a, nodo_attr(s, "style:name"));
}

static bool
has_pages(const struct nodo *n)
{
	const struct nodo *c;

	if (accogli_is(n, "text:soft-page-break"))
		return true;
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		if (has_pages(c))
			return true;
	return false;
}

/* ---- looking at each paragraph once ---- */

/* Its text as far as it is needed: one may stand in another, many deep. */
static void
first_words(struct buf *b, const struct nodo *n)
{
	const struct nodo *c;
	const char *s;

	for (c = n->primo; c != NULL && b->len <= INIZIO_LEN; c = c->succ) {
		if (c->nome != NULL) {
			first_words(b, c);
			continue;
		}
		s = b->len == 0 ? c->testo + strspn(c->testo, " \t\n") :
		    c->testo;
		buf_append(b, s, strnlen(s, 2 * INIZIO_LEN));
	}
}

/* Its first words, in the arena, cut between two characters. */
static const char *
beginning(struct arena *a, const struct nodo *p)
{
	AUTO_BUF b = { 0 };
	const char *s;
	size_t n;

	first_words(&b, p);
	s = buf_str(&b);
	if (b.len <= INIZIO_LEN)
		return arena_strdup(a, s);
	for (n = INIZIO_LEN; n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80; )
		n--;
	return arena_printf(a, "%.*s…", (int)n, s);
}

static void
put_place(struct accogli *ac, const struct giro *g, const struct nodo *p,
    int paragrafo)
{
	ac->luoghi = arena_more(ac->a, ac->luoghi, ac->n_luoghi,
	    &ac->cap_luoghi, sizeof *ac->luoghi);
	ac->luoghi[ac->n_luoghi++] = (struct luogo){ .p = p,
	    .pagina = g->pagine ? g->pagina : 0, .paragrafo = paragrafo,
	    .inizio = beginning(ac->a, p) };
}

static void
next_page(struct giro *g)
{
	if (!g->pagine)
		return;
	g->pagina++;
	g->paragrafo = 0;
}

/* What is not counted with the paragraphs of the page. */
static bool
apart(const struct nodo *n)
{
	return accogli_is(n, "table:table") || accogli_is(n, "text:note") ||
	    strncmp(n->nome, "draw:", 5) == 0;
}

static void
visit(struct accogli *ac, struct giro *g, const struct nodo *n, bool flow)
{
	const char *style = nodo_attr(n, accogli_is(n, "table:table") ?
	    "table:style-name" : "text:style-name");
	const struct nodo *c;

	if (accogli_is(n, "text:soft-page-break"))
		next_page(g);
	if ((accogli_paragraph(n) || accogli_is(n, "table:table")) &&
	    style != NULL && ac->n_luoghi > 0 && nomi_has(&ac->salti, style))
		next_page(g);
	if (accogli_paragraph(n))
		put_place(ac, g, n, flow ? ++g->paragrafo : 0);
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		visit(ac, g, c, flow && !apart(n));
}

static int
by_pointer(const void *x, const void *y)
{
	const struct luogo *p = x, *q = y;

	return p->p < q->p ? -1 : p->p > q->p;
}

void
accogli_places(struct accogli *ac)
{
	struct giro g = { .pagine = has_pages(ac->contenuto), .pagina = 1 };
	const struct nodo *body = nodo_child(ac->contenuto, "office:body");

	find_breaking(&ac->salti, ac->a, ac->contenuto);
	find_breaking(&ac->salti, ac->a, ac->stili);
	nomi_sort(&ac->salti);
	if (body != NULL)
		visit(ac, &g, body, true);
	g.pagine = false;
	visit(ac, &g, ac->stili, false);
	if (ac->n_luoghi > 0)
		qsort(ac->luoghi, (size_t)ac->n_luoghi, sizeof *ac->luoghi,
		    by_pointer);
}

/* ---- saying where ---- */

static const struct luogo *
place_of(const struct accogli *ac, const struct nodo *n)
{
	const struct luogo key = { .p = n };

	return ac->n_luoghi == 0 ? NULL : bsearch(&key, ac->luoghi,
	    (size_t)ac->n_luoghi, sizeof key, by_pointer);
}

static const struct luogo *
first_below(const struct accogli *ac, const struct nodo *n)
{
	const struct luogo *l = place_of(ac, n);
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL && l == NULL;
	    c = nodo_next(c, NULL))
		l = first_below(ac, c);
	return l;
}

/* The paragraph n is in, or the first that is in it, or in its section. */
static const struct luogo *
paragraph_of(const struct accogli *ac, const struct nodo *n)
{
	const struct luogo *l = NULL;
	const struct nodo *x;

	for (x = n; x != NULL && l == NULL; x = x->padre)
		l = place_of(ac, x);
	if (l == NULL)
		l = first_below(ac, n);
	if (l == NULL && n->padre != NULL &&
	    accogli_is(n->padre, "text:section"))
		l = first_below(ac, n->padre);
	return l;
}

static int
row_number(const struct nodo *table, const struct nodo *cell)
{
	const struct nodo *row = accogli_around(cell, "table:table-row"), *g, *r;
	int n = 0;

	for (g = nodo_child(table, NULL); g != NULL; g = nodo_next(g, NULL)) {
		if (accogli_is(g, "table:table-row"))
			n++;
		if (g == row)
			return n;
		for (r = nodo_child(g, "table:table-row"); r != NULL;
		    r = nodo_next(r, "table:table-row")) {
			n++;
			if (r == row)
				return n;
		}
	}
	return n;
}

static const char *
name_of(const struct nodo *n, const char *attr)
{
	const char *s = n != NULL ? nodo_attr(n, attr) : NULL;

	return s != NULL ? s : "";
}

/* In what it is: a table, a frame, a head; NULL: in the text itself. */
static const char *
within(struct arena *a, const struct nodo *n)
{
	const struct nodo *x, *t;

	for (x = n; x != NULL; x = x->padre) {
		if (accogli_is(x, "table:table-row") &&
		    (t = accogli_around(x, "table:table")) != NULL)
			return arena_printf(a, "nella tabella «%s», riga %d",
			    name_of(t, "table:name"), row_number(t, n));
		if (accogli_is(x, "draw:frame"))
			return arena_printf(a, "nella cornice «%s»",
			    name_of(x, "draw:name"));
		if (accogli_is(x, "text:note"))
			return "in una nota";
		if (x->nome != NULL &&
		    strncmp(x->nome, "style:header", 12) == 0)
			return "nella testata";
		if (x->nome != NULL &&
		    strncmp(x->nome, "style:footer", 12) == 0)
			return "nel piè di pagina";
	}
	return NULL;
}

const char *
accogli_place(struct accogli *ac, const struct nodo *n)
{
	const struct luogo *l = paragraph_of(ac, n);
	const char *in = within(ac->a, l != NULL ? l->p : n);
	AUTO_BUF b = { 0 };

	if (l != NULL && l->pagina > 0)
		buf_printf(&b, "pagina %d", l->pagina);
	if (in != NULL)
		buf_printf(&b, "%s%s", b.len > 0 ? ", " : "", in);
	else if (l != NULL && l->paragrafo > 0)
		buf_printf(&b, "%sparagrafo %d", b.len > 0 ? ", " : "",
		    l->paragrafo);
	if (l != NULL && l->inizio[0] != '\0')
		buf_printf(&b, "%s(«%s»)", b.len > 0 ? " " : "", l->inizio);
	return arena_strdup(ac->a, buf_str(&b));
}

void
accogli_error(struct accogli *ac, const struct nodo *dove, const char *codice,
    const char *fmt, ...)
{
	const char *testo, *luogo;
	va_list ap;

	if (++ac->errori > ACCOGLI_ERRORI_MAX) {
		if (ac->errori == ACCOGLI_ERRORI_MAX + 1)
			rilievo_add(ac->ril, ERRORE, "", "altri-errori", NULL,
			    "ci sono altri errori: si correggano intanto "
			    "questi");
		return;
	}
	va_start(ap, fmt);
	testo = arena_vprintf(ac->a, fmt, ap);
	va_end(ap);
	luogo = dove != NULL ? accogli_place(ac, dove) : "";
	rilievo_add(ac->ril, ERRORE, "", codice, NULL, "%s",
	    accogli_plain(ac->a, arena_printf(ac->a, "%s%s%s", luogo,
	    luogo[0] != '\0' ? ": " : "", testo)));
}

void
accogli_warn(struct accogli *ac, const char *codice, const char *fmt, ...)
{
	const char *testo;
	va_list ap;

	va_start(ap, fmt);
	testo = arena_vprintf(ac->a, fmt, ap);
	va_end(ap);
	rilievo_add(ac->ril, AVVISO, "", codice, NULL, "%s",
	    accogli_plain(ac->a, testo));
}
