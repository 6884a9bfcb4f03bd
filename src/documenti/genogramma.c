/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/genogramma.h"

#include <assert.h>
#include <string.h>

#define NESSUNO (-1)

/* ---- couples ---- */

static struct coppia *
couple(struct genogramma *g, int a, int b, bool affido)
{
	struct coppia *c;
	int i;

	if (b != NESSUNO && b < a) {
		i = a;
		a = b;
		b = i;
	}
	for (i = 0; i < g->n_coppie; i++) {
		c = &g->coppie[i];
		if (c->a == a && c->b == b && c->affido == affido)
			return c;
	}
	assert(g->n_coppie < g->posti);
	c = &g->coppie[g->n_coppie++];
	c->a = a;
	c->b = b;
	c->affido = affido;
	return c;
}

static bool
has_child(const struct coppia *c, int figlio)
{
	int i;

	for (i = 0; i < c->n; i++)
		if (c->figli[i] == figlio)
			return true;
	return false;
}

/* ---- parents: who is whose, one bit a pair ---- */

struct parenti {
	unsigned char di[FAMIGLIA_MAX][FAMIGLIA_MAX];	/* [child][parent] */
	bool detto[FAMIGLIA_MAX];	/* somebody said who his parents are */
};
enum { NATURALE = 1, AFFIDO = 2 };

static int
parents_of(const struct parenti *p, int n, int figlio, int kind, int out[2])
{
	int i, count = 0;

	for (i = 0; i < n && count < 2; i++)
		if (p->di[figlio][i] & kind)
			out[count++] = i;
	return count;
}

/* ---- what the documents say ---- */

/* Who bears that sigla, in the same document if he is in it. */
static int
named(const struct genogramma *g, const struct membro *m, const char *sigla)
{
	const struct membro *x;
	const char *s;
	int i, found = NESSUNO;

	if (strcmp(sigla, "interessato") == 0)
		return 0;
	for (i = 0; i < g->n; i++) {
		x = &g->f->membri[i];
		s = x->detto != NULL ? nodo_value(g->a, x->detto, "sigla") :
		    NULL;
		if (s == NULL || strcmp(s, sigla) != 0)
			continue;
		if (x->ultima == m->ultima)
			return i;
		found = i;
	}
	return found;
}

static bool
in_force(const struct genogramma *g, const struct nodo *rel)
{
	const char *dal = nodo_value(g->a, rel, "dal");
	const char *al = nodo_value(g->a, rel, "al");

	return (dal == NULL || strcmp(dal, g->al) <= 0) &&
	    (al == NULL || strcmp(al, g->al) >= 0);
}

static void
say_couple(struct genogramma *g, int a, int b, const char *tipo)
{
	static const char *const tipi[] = { NULL, "convivenza", "coniuge",
	    "separazione", "divorzio" };
	struct coppia *c = couple(g, a, b, false);
	int k;

	for (k = C_CONVIVENZA; k <= C_DIVORZIO; k++)
		if (strcmp(tipo, tipi[k]) == 0 && (int)c->tipo < k)
			c->tipo = (enum legame_coppia)k;
}

static void
said(struct genogramma *g, struct parenti *p, int i)
{
	const struct membro *m = &g->f->membri[i];
	const struct nodo *rel;
	const char *tipo;
	int con;

	for (rel = m->detto != NULL ? nodo_child(m->detto, "relazione") : NULL;
	    rel != NULL; rel = nodo_next(rel, "relazione")) {
		tipo = nodo_value(g->a, rel, "tipo");
		con = named(g, m, nodo_value(g->a, rel, "con"));
		if (con == NESSUNO || con == i)
			continue;
		if (strcmp(tipo, "genitore") == 0) {
			p->di[con][i] |= NATURALE;
			p->detto[con] = true;
		} else if (!in_force(g, rel))
			continue;
		else if (strcmp(tipo, "affidatario") == 0)
			p->di[con][i] |= AFFIDO;
		else
			say_couple(g, i, con, tipo);
	}
}

/* ---- what the words of kinship let guess ---- */

/* The mother or the father of the person; of no side, of two the one he lives
 * with. */
static int
parent_of_side(const struct genogramma *g, enum lato lato)
{
	const struct membro *m;
	int i, found = NESSUNO;

	for (i = 1; i < g->n; i++) {
		m = &g->f->membri[i];
		if (m->p.grado != P_GENITORE)
			continue;
		if (lato != L_NESSUNO && m->p.lato == lato)
			return i;
		if (lato == L_NESSUNO && (found == NESSUNO ||
		    famiglia_convive(g->f, m)))
			found = i;
	}
	return found;
}

/* Whose companion: of whom the word says, else of the parent of the other
 * sex. */
static enum lato
companion_side(const struct membro *m)
{
	return m->p.lato != L_NESSUNO ? m->p.lato :
	    m->sesso == 'M' ? L_MATERNO : L_PATERNO;
}

static void
same_parents(const struct genogramma *g, struct parenti *p, int of, int i)
{
	int k;

	for (k = 0; k < g->n; k++)
		p->di[i][k] |= p->di[of][k] & NATURALE;
}

/* Needs the parents of the person: second go. */
static void
guess_near(struct genogramma *g, struct parenti *p, int i)
{
	const struct membro *m = &g->f->membri[i];
	int k;

	switch (m->p.grado) {
	case P_FRATELLO:
		if (!p->detto[i])
			same_parents(g, p, 0, i);
		break;
	case P_FRATELLASTRO:
		k = parent_of_side(g, m->p.lato);
		if (!p->detto[i] && k != NESSUNO)
			p->di[i][k] |= NATURALE;
		break;
	case P_NONNO:
		k = m->p.lato == L_NESSUNO ? NESSUNO :
		    parent_of_side(g, m->p.lato);
		if (k != NESSUNO && !p->detto[k])
			p->di[k][i] |= NATURALE;
		break;
	case P_COMPAGNO:
		k = parent_of_side(g, companion_side(m));
		if (k != NESSUNO)
			say_couple(g, i, k, "convivenza");
		break;
	default:
		break;
	}
}

static void
guess_own(struct genogramma *g, struct parenti *p, int i)
{
	const struct membro *m = &g->f->membri[i];
	const char *affidatario = m->detto == NULL ? NULL :
	    nodo_value(g->a, m->detto, "affidatario");

	if (m->p.grado == P_GENITORE && !p->detto[0])
		p->di[0][i] |= NATURALE;
	if (m->p.grado == P_FIGLIO && !p->detto[i])
		p->di[i][0] |= NATURALE;
	if (m->p.grado == P_CONIUGE)
		say_couple(g, 0, i, "coniuge");
	if (m->p.grado == P_CONVIVENTE)
		say_couple(g, 0, i, "convivenza");
	if (m->p.grado == P_AFFIDATARIO ||
	    (affidatario != NULL && strcmp(affidatario, "si") == 0))
		p->di[0][i] |= AFFIDO;
}

/* An uncle is a child of those grandparents: third go. */
static void
guess_far(struct genogramma *g, struct parenti *p, int i)
{
	const struct membro *m = &g->f->membri[i];
	int k;

	if (m->p.grado != P_ZIO || m->p.lato == L_NESSUNO || p->detto[i])
		return;
	k = parent_of_side(g, m->p.lato);
	if (k != NESSUNO)
		same_parents(g, p, k, i);
}

static void
make_couples(struct genogramma *g, const struct parenti *p)
{
	struct coppia *c;
	int i, n, who[2], kind;

	for (kind = NATURALE; kind <= AFFIDO; kind++)
		for (i = 0; i < g->n; i++) {
			if ((n = parents_of(p, g->n, i, kind, who)) == 0)
				continue;
			c = couple(g, who[0], n == 2 ? who[1] : NESSUNO,
			    kind == AFFIDO);
			if (!has_child(c, i))
				c->figli[c->n++] = i;
		}
}

/* ---- generations ---- */

static bool
raise_to(struct individuo *x, int riga)
{
	if (x->riga >= riga)
		return false;
	x->riga = riga;
	return true;
}

/* One look at all couples: beside each other, above their children. */
static bool
push_down(struct genogramma *g)
{
	const struct coppia *c;
	bool moved = false;
	int i, k, top;

	for (i = 0; i < g->n_coppie; i++) {
		c = &g->coppie[i];
		top = g->chi[c->a].riga;
		if (c->b != NESSUNO) {
			moved |= raise_to(&g->chi[c->b], top);
			top = g->chi[c->b].riga;
			moved |= raise_to(&g->chi[c->a], top);
		}
		for (k = 0; k < c->n; k++)
			moved |= raise_to(&g->chi[c->figli[k]], top + 1);
	}
	return moved;
}

/* All of a couple and its children, as soon as one of them is in the group:
 * beside, or one row below. */
static bool
draw_in(struct genogramma *g, const struct coppia *c, int gruppo)
{
	struct individuo *x = g->chi;
	int who[2 + FIGLI_MAX], n = 0, k, children, base = 0;
	bool any = false, moved = false;

	who[n++] = c->a;
	if (c->b != NESSUNO)
		who[n++] = c->b;
	children = n;
	for (k = 0; k < c->n; k++)
		who[n++] = c->figli[k];
	for (k = 0; k < n && !any; k++)
		if (x[who[k]].gruppo == gruppo) {
			any = true;
			base = x[who[k]].riga - (k >= children);
		}
	for (k = 0; any && k < n; k++)
		if (x[who[k]].gruppo == 0) {
			x[who[k]].gruppo = gruppo;
			x[who[k]].riga = base + (k >= children);
			moved = true;
		}
	return moved;
}

static bool
in_couple(const struct genogramma *g, int who)
{
	int i;

	for (i = 0; i < g->n_coppie; i++)
		if (g->coppie[i].a == who || g->coppie[i].b == who ||
		    has_child(&g->coppie[i], who))
			return true;
	return false;
}

/* The groups, each from one of its people outwards: a first guess at the rows,
 * which is right unless generations cross.  Returns how many there are. */
static int
spread(struct genogramma *g)
{
	int i, k, groups = 0;
	bool more;

	for (i = 0; i < g->n; i++) {
		if (g->chi[i].gruppo != 0 || !in_couple(g, i))
			continue;
		g->chi[i].gruppo = ++groups;
		do {
			for (k = 0, more = false; k < g->n_coppie; k++)
				more |= draw_in(g, &g->coppie[k], groups);
		} while (more);
	}
	return groups;
}

/* A group begins at row `top`; returns the row below it. */
static int
stand(struct genogramma *g, int gruppo, int top)
{
	int i, low = 0, below = top;
	bool first = true;

	for (i = 0; i < g->n; i++)
		if (g->chi[i].gruppo == gruppo &&
		    (first || g->chi[i].riga < low)) {
			low = g->chi[i].riga;
			first = false;
		}
	for (i = 0; i < g->n; i++)
		if (g->chi[i].gruppo == gruppo) {
			g->chi[i].riga += top - low;
			if (g->chi[i].riga >= below)
				below = g->chi[i].riga + 1;
		}
	return below;
}

static int
rows(struct genogramma *g)
{
	int i, groups = spread(g);

	for (i = 0; i <= 2 * g->n && push_down(g); i++)
		continue;
	if (i > 2 * g->n)
		return err_set(ERR_INVALID, "le relazioni girano in tondo: "
		    "qualcuno risulta antenato di se stesso; correggi le "
		    "relazioni nell'ultimo stato di famiglia");
	for (i = 1; i <= groups; i++)
		g->righe = stand(g, i, g->righe);
	/* who is linked to nobody */
	g->righe = stand(g, 0, g->righe);
	return 0;
}

/* As many couples as may be said, guessed (two ways) or made by a child of
 * either kind. */
static int
places(const struct famiglia *f)
{
	int i, n = 4 * f->n;

	for (i = 0; i < f->n; i++)
		if (f->membri[i].detto != NULL)
			n += nodo_count(f->membri[i].detto, "relazione");
	return n;
}

int
genogramma_build(struct genogramma *out, struct arena *a,
    const struct famiglia *f, const char *al)
{
	struct genogramma g = { .a = a, .f = f, .al = al, .n = f->n,
	    .posti = places(f) };
	struct parenti *p = arena_alloc(a, sizeof *p);
	int i, r;

	assert(f->n > 0);
	g.chi = arena_alloc(a, ((size_t)g.n + 1) * sizeof *g.chi);
	g.coppie = arena_alloc(a, ((size_t)g.posti + 1) * sizeof *g.coppie);
	for (i = 0; i < g.n; i++) {
		g.chi[i].m = &f->membri[i];
		said(&g, p, i);
	}
	for (i = 1; i < g.n; i++)
		guess_own(&g, p, i);
	for (i = 1; i < g.n; i++)
		guess_near(&g, p, i);
	for (i = 1; i < g.n; i++)
		guess_far(&g, p, i);
	make_couples(&g, p);
	if ((r = rows(&g)) != 0)
		return r;
	*out = g;
	return 0;
}
