/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * genogramma_disegno.c - the lines and symbols of a genogramma, with their
 * places in pixels; what they look like is the sheet's business.
 */
#include "documenti/genogramma.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "documenti/scheda.h"

#define MARGINE 30
#define TITOLO 50		/* above the first row */
#define SIMBOLO 46		/* side of a square */
#define RIGA 190		/* from row to row */
#define SCRITTE 50		/* below a symbol: two lines and the years */
#define SBARRA 34		/* above a row: where brothers hang from */

struct tela {			/* what is drawn on */
	struct genogramma *g;
	struct nodo *vista;
	bool iniziali;
	int sbarre[FAMIGLIA_MAX];	/* in each row, drawn so far */
};

static int
x_of(const struct tela *t, int who)
{
	return MARGINE + (int)t->g->chi[who].x;
}

/* Of the middle of the symbols of a row. */
static int
y_of(int riga)
{
	return TITOLO + SBARRA + RIGA * riga + SIMBOLO / 2;
}

static void
set_int(const struct tela *t, struct nodo *n, const char *attr, int v)
{
	nodo_set(t->g->a, n, attr, arena_printf(t->g->a, "%d", v));
}

static void
line(const struct tela *t, const char *tipo, int x1, int y1, int x2, int y2)
{
	struct nodo *n = nodo_elem(t->g->a, t->vista, "linea");

	nodo_set(t->g->a, n, "tipo", tipo);
	set_int(t, n, "x1", x1);
	set_int(t, n, "y1", y1);
	set_int(t, n, "x2", x2);
	set_int(t, n, "y2", y2);
}

/* ---- couples ---- */

static const char *const tipi[] = { "genitori", "convivenza", "coniuge",
    "separazione", "divorzio" };

/* One stroke through the line for a separation, two for a divorce. */
static void
strokes(const struct tela *t, enum legame_coppia tipo, int x, int y)
{
	int i, n = tipo == C_DIVORZIO ? 2 : tipo == C_SEPARAZIONE ? 1 : 0;

	for (i = 0; i < n; i++)
		line(t, "taglio", x + 6 * i - 4, y + 9, x + 6 * i + 4, y - 9);
}

static bool
side_by_side(const struct tela *t, const struct coppia *c)
{
	int d = x_of(t, c->a) - x_of(t, c->b), i, k;

	for (i = 0; i < t->g->n; i++) {
		k = x_of(t, i) - x_of(t, c->b);
		if (t->g->chi[i].riga == t->g->chi[c->a].riga &&
		    i != c->a && i != c->b && (k > 0) == (d > 0) && k != 0 &&
		    abs(k) < abs(d))
			return false;
	}
	return true;
}

/* From the one to the other; over the heads of who stands between.  Returns
 * where the children hang from; *x the middle. */
static int
couple_line(const struct tela *t, const struct coppia *c, int *x)
{
	int x1 = x_of(t, c->a), x2 = x_of(t, c->b), y, half = SIMBOLO / 2;
	const char *tipo = c->affido ? "affido" : tipi[c->tipo];
	int quarter;

	if (x1 > x2) {
		x1 = x2;
		x2 = x_of(t, c->a);
	}
	y = y_of(t->g->chi[c->a].riga);
	*x = (x1 + x2) / 2;
	quarter = x1 + half + (*x - x1 - half) / 2;
	if (side_by_side(t, c)) {
		line(t, tipo, x1 + half, y, x2 - half, y);
		strokes(t, c->tipo, quarter, y);
		return y;
	}
	line(t, tipo, x1, y - half, x1, y - half - 14);
	line(t, tipo, x1, y - half - 14, x2, y - half - 14);
	line(t, tipo, x2, y - half - 14, x2, y - half);
	strokes(t, c->tipo, quarter, y - half - 14);
	return y - half - 14;
}

/* A parent alone: past his name. */
static int
single_line(const struct tela *t, const struct coppia *c, const char *tipo,
    int *x)
{
	int y = y_of(t->g->chi[c->a].riga) + SIMBOLO / 2;

	*x = x_of(t, c->a);
	line(t, tipo, *x, y, *x, y + 6);
	return y + SCRITTE;
}

static void
children(struct tela *t, const struct coppia *c, const char *tipo, int x,
    int y)
{
	int i, row = t->g->chi[c->figli[0]].riga, bar, low = x, high = x, k;

	for (i = 1; i < c->n; i++)
		if (t->g->chi[c->figli[i]].riga < row)
			row = t->g->chi[c->figli[i]].riga;
	bar = y_of(row) - SIMBOLO / 2 - SBARRA + 6 +
	    7 * (t->sbarre[row]++ % 3);
	line(t, tipo, x, y, x, bar);
	for (i = 0; i < c->n; i++) {
		/* beside the line from his own parents */
		k = x_of(t, c->figli[i]);
		if (c->affido)
			k += x < k ? -10 : 10;
		low = k < low ? k : low;
		high = k > high ? k : high;
		line(t, tipo, k, bar, k,
		    y_of(t->g->chi[c->figli[i]].riga) - SIMBOLO / 2);
	}
	if (low < high)
		line(t, tipo, low, bar, high, bar);
}

static void
draw_couple(struct tela *t, const struct coppia *c)
{
	const char *tipo = c->affido ? "affido" : "filiazione";
	int x, y;

	y = c->b >= 0 ? couple_line(t, c, &x) : single_line(t, c, tipo, &x);
	if (c->n > 0)
		children(t, c, tipo, x, y);
}

/* ---- people ---- */

static bool
unknown(const struct membro *m)
{
	return strcasecmp(m->nome, "ignoto") == 0 ||
	    strcasecmp(m->nome, "ignota") == 0 ||
	    strcasecmp(m->nome, "sconosciuto") == 0 ||
	    strcasecmp(m->nome, "sconosciuta") == 0;
}

/* Whole years from day to day. */
static int
years(const char *da, const char *a)
{
	int n = (int)(strtol(a, NULL, 10) - strtol(da, NULL, 10));

	return strcmp(a + 4, da + 4) < 0 ? n - 1 : n;
}

static bool
dead(const struct genogramma *g, const struct membro *m)
{
	return m->decesso != NULL && strcmp(m->decesso, g->al) <= 0;
}

static const char *
age(const struct genogramma *g, const struct membro *m)
{
	const char *to = dead(g, m) ? m->decesso : g->al;

	if (m->nascita == NULL || strcmp(m->nascita, to) > 0)
		return NULL;
	return arena_printf(g->a, "%d", years(m->nascita, to));
}

/* "2018", "1950-2020" */
static const char *
life(const struct genogramma *g, const struct membro *m)
{
	const char *years = age(g, m);

	if (!dead(g, m))
		return m->nascita != NULL ? arena_printf(g->a, "%.4s",
		    m->nascita) : NULL;
	/* two documents may put the death before the birth */
	return arena_printf(g->a, "%.4s-%.4s%s", m->nascita != NULL ?
	    m->nascita : "", m->decesso, years == NULL ? "" :
	    arena_printf(g->a, " (%s)", years));
}

static void
draw_person(const struct tela *t, int who)
{
	struct arena *a = t->g->a;
	const struct membro *m = t->g->chi[who].m;
	struct nodo *n = nodo_elem(a, t->vista, "persona");

	set_int(t, n, "x", x_of(t, who));
	set_int(t, n, "y", y_of(t->g->chi[who].riga));
	set_int(t, n, "lato", SIMBOLO);
	nodo_set(a, n, "sesso", m->sesso == 'F' ? "F" : m->sesso == 'M' ?
	    "M" : "ignoto");
	if (m->p.grado == P_INTERESSATO)
		nodo_set(a, n, "interessato", "si");
	if (dead(t->g, m))
		nodo_set(a, n, "deceduto", "si");
	nodo_elem_text(a, n, "dentro", unknown(m) ? "?" :
	    dead(t->g, m) ? NULL : age(t->g, m));
	nodo_elem_text(a, n, "nome", t->iniziali ?
	    persona_iniziali(a, m->nome, m->cognome) : m->nome);
	if (!t->iniziali)
		nodo_elem_text(a, n, "cognome", m->cognome);
	nodo_elem_text(a, n, "anni", life(t->g, m));
}

/* ---- who lives together ---- */

struct tratto {			/* of a row */
	int riga, da, a;	/* pixels */
};

/* The stretches of a row in which all live with the person. */
static int
stretches(struct tratto *out, const struct tela *t, int riga)
{
	const struct genogramma *g = t->g;
	int who[FAMIGLIA_MAX], n = 0, i, k, x, found = 0;
	bool open = false, lives;

	for (i = 0; i < g->n; i++) {
		if (g->chi[i].riga != riga)
			continue;
		for (k = n++; k > 0 && g->chi[who[k - 1]].x > g->chi[i].x; k--)
			who[k] = who[k - 1];
		who[k] = i;
	}
	for (i = 0; i < n; i++) {
		lives = famiglia_convive(g->f, g->chi[who[i]].m);
		x = x_of(t, who[i]);
		if (lives && !open)
			out[found++] = (struct tratto){ riga, x - 56, 0 };
		if (lives)
			out[found - 1].a = x + 56;
		open = lives;
	}
	return found;
}

static void
corner(struct buf *b, int x, int y)
{
	buf_printf(b, "%s%d,%d", b->len > 0 ? " " : "", x, y);
}

static int
top(const struct tratto *t)
{
	return y_of(t->riga) - SIMBOLO / 2 - 10;
}

static int
bottom(const struct tratto *t)
{
	return y_of(t->riga) + SIMBOLO / 2 + SCRITTE;
}

/* Down the right side of the stretches, and up the left one. */
static void
boundary(const struct tela *t, const struct tratto *s, int n)
{
	struct nodo *p = nodo_elem(t->g->a, t->vista, "perimetro");
	AUTO_BUF b = { 0 };
	int i;

	for (i = 0; i < n; i++) {
		corner(&b, s[i].a, top(&s[i]));
		corner(&b, s[i].a, bottom(&s[i]));
	}
	for (i = n - 1; i >= 0; i--) {
		corner(&b, s[i].da, bottom(&s[i]));
		corner(&b, s[i].da, top(&s[i]));
	}
	nodo_set(t->g->a, p, "punti", buf_str(&b));
}

/* One line around all, where each row has one stretch; else one a stretch. */
static void
household(const struct tela *t)
{
	struct tratto *s = arena_alloc(t->g->a, FAMIGLIA_MAX * sizeof *s);
	int i, riga, n = 0;
	bool one = true;

	for (riga = 0; riga < t->g->righe; riga++)
		n += stretches(&s[n], t, riga);
	if (n < 2 && famiglia_convive(t->g->f, t->g->chi[0].m) &&
	    t->g->f->n_fonti == 0)
		return;		/* nothing is known of whom he lives with */
	for (i = 1; i < n; i++)
		one = one && s[i].riga == s[i - 1].riga + 1;
	if (one && n > 0)
		boundary(t, s, n);
	for (i = 0; !one && i < n; i++)
		boundary(t, &s[i], 1);
}

/* ---- the whole ---- */

/* What the drawing says, for who does not see it. */
static void
describe(const struct tela *t, struct buf *b)
{
	const struct genogramma *g = t->g;
	const struct membro *m;
	int i;

	for (i = 0; i < g->n; i++) {
		m = g->chi[i].m;
		buf_printf(b, "%s%s (%s)%s%s", i > 0 ? "; " : "",
		    t->iniziali ? persona_iniziali(g->a, m->nome, m->cognome) :
		    arena_printf(g->a, "%s %s", m->nome, m->cognome),
		    m->p.grado == P_INTERESSATO ? "interessato" : m->parentela,
		    dead(g, m) ? ", deceduto" : "",
		    m->p.grado != P_INTERESSATO && famiglia_convive(g->f, m) ?
		    ", convive" : "");
	}
}

struct nodo *
genogramma_vista(struct genogramma *g, const char *titolo, bool iniziali)
{
	struct tela t = { g, nodo_new(g->a, "genogramma"), iniziali, { 0 } };
	AUTO_BUF b = { 0 };
	int i, width = 0;

	genogramma_disponi(g);
	for (i = 0; i < g->n; i++)
		width = x_of(&t, i) > width ? x_of(&t, i) : width;
	set_int(&t, t.vista, "larghezza", width + 65 + MARGINE < 420 ? 420 :
	    width + 65 + MARGINE);
	set_int(&t, t.vista, "altezza", y_of(g->righe - 1) +
	    SIMBOLO / 2 + SCRITTE + MARGINE);
	nodo_elem_text(g->a, t.vista, "titolo", titolo);
	describe(&t, &b);
	nodo_elem_text(g->a, t.vista, "descrizione", buf_str(&b));
	household(&t);
	for (i = 0; i < g->n_coppie; i++)
		draw_couple(&t, &g->coppie[i]);
	for (i = 0; i < g->n; i++)
		draw_person(&t, i);
	return t.vista;
}
