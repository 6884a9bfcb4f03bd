/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto_rese.c - of a package: each document as PDF (pacchetto.h).
 *
 * A document that is a paper already (a letter, one that was signed as PDF) has
 * its PDF among the attachments; of every other a rendition is made.  Keeps: a
 * rendition says nothing of any document but its own, and only of those that go
 * there is one; what cannot be made is told in the index and loses nothing.
 */
#include <string.h>

#include "atti/carte/rese.h"
#include "atti/trasferimento/pacchetto.h"
#include "documenti/omissis.h"
#include "registro/firme.h"

#define DIR "data/pdf/"

/* The PDF of the package with that impronta; NULL: there is none. */
static const char *
attached(const struct pacchetto *p, const char *impronta)
{
	const char *nome = arena_printf(p->op->a, "data/allegati/%s.pdf",
	    impronta);

	return borsa_trova(&p->borsa, nome) != NULL ? nome : NULL;
}

static int
find_paper(struct pacchetto_carta *c, struct pacchetto *p)
{
	struct op *op = p->op;
	const char *impronta = stampare_impronta_tenuta(op, &c->s), *ora;
	int r;

	if (impronta != NULL && (c->pdf = attached(p, impronta)) != NULL)
		return 0;
	r = registro_resa_firmata(&impronta, &ora, op->a, op->st->registro,
	    c->s.id, c->s.impronta);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r == 0 && (c->pdf = attached(p, impronta)) != NULL)
		c->firmato = true;
	return r;
}

/* What goes in the place of a document is printed in its place too.  false: it
 * is no such copy, or one that came from others and is a document here. */
static bool
read_copy(struct pacchetto_carta *c, struct pacchetto *p,
    const struct attuale *d)
{
	const struct copia_omissis *x = pacchetto_copia(p, d->percorso);
	struct arena *a = p->op->a;

	if (x == NULL)
		return false;
	c->s = (struct stampando){ .n = p->n, .folder = p->folder,
	    .percorso = d->percorso, .tipo = OMISSIS, .id = d->id,
	    .impronta = d->impronta, .versione = 1, .ora = d->ora, .doc = x->doc,
	    .ufficio = x->ufficio,
	    .titolo = arena_printf(a, "%s (copia con omissis)",
	    nodo_value(a, x->doc, "titolo")) };
	return true;
}

static int
read_papers(struct pacchetto *p)
{
	int i, r;

	p->carta = arena_alloc(p->op->a, ((size_t)p->n_doc + 1) *
	    sizeof *p->carta);
	for (i = 0; i < p->n_doc; i++) {
		if (!rese_si_legge(p->doc[i].percorso, p->doc[i].tipo))
			continue;
		p->carta[i].letta = true;
		if (read_copy(&p->carta[i], p, &p->doc[i]))
			continue;
		if ((r = stampare_leggi(&p->carta[i].s, p->op, &p->n,
		    p->doc[i].percorso)) != 0 ||
		    (r = find_paper(&p->carta[i], p)) != 0)
			return r;
	}
	return 0;
}

/* ---- renditions ---- */

static int
put(struct pacchetto *p, struct pacchetto_carta *c, const struct resa_doc *x)
{
	const char *percorso = c->s.percorso;
	struct arena *a = p->op->a;
	struct nodo *e;
	int r;

	c->pdf = arena_printf(a, DIR "%.*s.pdf",
	    (int)(strlen(percorso) - strlen(".xml")), percorso);
	if ((r = borsa_metti(&p->borsa, c->pdf, x->p, x->n)) != 0)
		return r;
	e = pacchetto_voce(p, "pdf", &p->borsa.file[p->borsa.n - 1]);
	nodo_set(a, e, "documento", arena_printf(a, "data/documenti/%s",
	    percorso));
	return 0;
}

static void
tell(struct pacchetto *p, struct nodo *rese, const struct resa_doc *x)
{
	struct nodo *n = nodo_elem_text(p->op->a, rese, "manca", x->manca);

	nodo_set(p->op->a, n, "documento", arena_printf(p->op->a,
	    "data/documenti/%s", x->s->percorso));
}

static int
put_all(struct pacchetto *p, struct pacchetto_carta **of,
    const struct resa_doc *x, int n)
{
	struct nodo *rese = nodo_new(p->op->a, "rese");
	const char *why = NULL;
	int i, r, made = 0;

	for (i = 0; i < n; i++) {
		if (x[i].p == NULL) {
			tell(p, rese, &x[i]);
			if (why == NULL)
				why = x[i].manca;
			continue;
		}
		if ((r = put(p, of[i], &x[i])) != 0)
			return r;
		made++;
	}
	nodo_add_before(nodo_child(p->indice, "gruppo"), rese);
	nodo_set(p->op->a, rese, "fatte", arena_printf(p->op->a, "%d", made));
	if (made < n)
		p->nota = arena_printf(p->op->a, "di %d documenti su %d manca "
		    "il PDF, che non si è potuto fare (%s); LEGGIMI.txt dice "
		    "di quali", n - made, n, why);
	return 0;
}

int
pacchetto_rese(struct pacchetto *p)
{
	size_t most = (size_t)p->n_doc + 1;
	struct pacchetto_carta **of;
	struct resa_doc *x;
	int i, r, n = 0;

	if ((r = read_papers(p)) != 0 || p->senza_pdf)
		return r;
	of = arena_alloc(p->op->a, most * sizeof(struct pacchetto_carta *));
	x = arena_alloc(p->op->a, most * sizeof *x);
	for (i = 0; i < p->n_doc; i++)
		if (p->carta[i].letta && p->carta[i].pdf == NULL) {
			of[n] = &p->carta[i];
			x[n++] = (struct resa_doc){ .s = &p->carta[i].s };
		}
	rese_fai(x, n, p->op);
	return put_all(p, of, x, n);
}
