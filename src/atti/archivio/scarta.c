/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scarta.c - what was authorised is destroyed: the rows that are named, or the
 * next of the list, so many at a time that nobody waits long for the lock.
 *
 * Refuses: a list without authorisation; a row left out or not authorised, held
 * (also since), open again, not handed over, whose time is not over by the
 * massimario of today; one destroyed before; a confidential one that the
 * Ministero dell'interno has not authorised.  Warns: of what a conservatore
 * has.  Keeps: registrations, repertories,
 * the chain; a case nobody names whose state has changed is passed over and
 * told.  Norm: D.lgs 42/2004 artt. 21, 169; DPR 37/2001 art. 8.
 */
#include <string.h>

#include "atti/archivio/scartare.h"
#include "atti/table.h"

#define UNA_VOLTA 25		/* cases in one act */

struct scelta {
	struct scarto_elenco e;
	struct scarto_voce *voci;
	const struct scarto_voce *v[UNA_VOLTA];
	int n_voci, n;
	const char *perche_no;	/* of the first that was passed over */
};

/* Confidential now: only what was so in the list, and the Ministero has
 * authorised. */
static int
confidential(struct impedimento *no, struct op *op, const struct scelta *c,
    const struct scarto_voce *v)
{
	const char *perche;
	int r;

	if ((r = scarto_riservata(&perche, op, &v->n)) != 0)
		return r;
	if (perche == NULL || (v->riservata != NULL &&
	    c->e.ministero != NULL))
		return 0;
	*no = (struct impedimento){ "manca-ministero", "è riservata: senza "
	    "l'autorizzazione del Ministero dell'interno non si distrugge; si "
	    "propone con un altro elenco" };
	return 1;
}

/* Can this row not go now?  1: `no` says why; 0: it can. */
static int
hindered(struct impedimento *no, struct op *op, const struct scelta *c,
    const struct scarto_voce *v)
{
	struct occhio occhio = op_occhio(op);
	struct scartabile s;
	int r;

	r = registro_scartabile(&s, op->a, op->st->registro, &occhio, &v->n);
	if (r < 0)
		return r;
	if (scarto_impedito(no, op->a, &s))
		return 1;
	if (strcmp(s.chiuso, v->chiuso) != 0) {
		*no = (struct impedimento){ "riaperto", "è stato riaperto dopo "
		    "che si era proposto lo scarto" };
		return 1;
	}
	return confidential(no, op, c, v);
}

static const struct scarto_voce *
row_of(const struct scelta *c, const struct numero *n)
{
	int i;

	for (i = 0; i < c->n_voci; i++)
		if (numero_equal(&c->voci[i].n, n))
			return &c->voci[i];
	return NULL;
}

/* A row that somebody names: why not is a rilievo. */
static int
named(struct scelta *c, struct op *op, const char *numero)
{
	const struct scarto_voce *v;
	struct impedimento no;
	struct numero n;
	int r, i;

	if ((r = numero_parse(&n, numero)) != 0)
		return r;
	if ((v = row_of(c, &n)) == NULL) {
		op_errore(op, "unita", "non-in-elenco", ART21, "%s non è "
		    "nell'elenco di scarto %d", numero, c->e.numero);
		return 0;
	}
	for (i = 0; i < c->n; i++)
		if (c->v[i] == v)
			op_errore(op, "unita", "doppio", NULL, "%s è detto "
			    "due volte", numero);
	if ((r = hindered(&no, op, c, v)) < 0)
		return r;
	if (strcmp(v->stato, "escluso") == 0)
		op_errore(op, "unita", "escluso", ART21, "%s è escluso "
		    "dall'elenco, o non è stato autorizzato", numero);
	else if (r == 1)
		op_errore(op, "unita", no.codice, ART21, "%s %s", numero,
		    no.testo);
	else if (c->n < UNA_VOLTA)
		c->v[c->n++] = v;
	return 0;
}

/* The next that can go; the others are passed over. */
static int
next_ones(struct scelta *c, struct op *op)
{
	struct impedimento no;
	int r, i;

	for (i = 0; i < c->n_voci && c->n < UNA_VOLTA; i++) {
		const struct scarto_voce *v = &c->voci[i];

		if (strcmp(v->stato, "escluso") == 0 ||
		    strcmp(v->stato, "distrutto") == 0)
			continue;
		r = hindered(&no, op, c, v);
		if (r == ERR_ABSENT) {
			err_clear();
			continue;
		}
		if (r < 0)
			return r;
		if (r == 0)
			c->v[c->n++] = v;
		else if (c->perche_no == NULL)
			c->perche_no = arena_printf(op->a, "; %s %s",
			    numero_text(op->a, &v->n), no.testo);
	}
	return 0;
}

static int
choose(struct scelta *c, struct op *op)
{
	const struct nodo *x = nodo_child(op->in, "unita");
	int r;

	c->n = 0;
	c->perche_no = NULL;
	if ((r = registro_scarto_voci(&c->voci, &c->n_voci, op->a,
	    op->st->registro, c->e.numero)) != 0)
		return r;
	if (x == NULL)
		return next_ones(c, op);
	for (; x != NULL; x = nodo_next(x, "unita"))
		if ((r = named(c, op, nodo_all_text(op->a, x))) != 0)
			return r;
	return 0;
}

/* What a conservatore has of all that goes. */
static int
warn_handed(struct op *op, const struct scelta *c)
{
	struct versato *all = NULL, *list;
	int r, i, k, n, used = 0, cap = 0;

	for (i = 0; i < c->n; i++) {
		if ((r = registro_scarto_versati(&list, &n, op->a,
		    op->st->registro, &c->v[i]->n)) != 0)
			return r;
		for (k = 0; k < n; k++) {
			all = arena_more(op->a, all, used, &cap, sizeof *all);
			all[used++] = list[k];
		}
	}
	scarto_avvisa_versati(op, all, used);
	return 0;
}

static int
esamina(struct op *op)
{
	static const char *const ready[] = { "autorizzato", "in-corso", NULL };
	struct scelta c;
	int r;

	if ((r = scarto_find(&c.e, op)) != 0)
		return r;
	scarto_in_stato(op, &c.e, ready);
	if (op->ril.errori > 0)
		return 0;
	if ((r = choose(&c, op)) != 0)
		return r;
	if (c.n == 0 && op->ril.errori == 0)
		op_errore(op, "elenco", "niente-da-distruggere", ART21,
		    "dell'elenco %d ora non si può distruggere niente%s",
		    c.e.numero, c.perche_no != NULL ? c.perche_no : "");
	return op->ril.errori > 0 ? 0 : warn_handed(op, &c);
}

/* The folders of each, one list behind the other. */
static int
folders(struct da_scartare *all, struct op *op, const struct scelta *c)
{
	const char **list = NULL;
	int r, i, k, used = 0, cap = 0;

	for (i = 0; i < c->n; i++) {
		const char **mine;

		if ((r = registro_scarto_cartelle(&mine, &all[i].n, op->a,
		    op->st->registro, &c->v[i]->n)) != 0)
			return r;
		all[i].cartelle = mine;
		for (k = 0; k < all[i].n; k++) {
			list = arena_more(op->a, list, used, &cap,
			    sizeof *list);
			list[used++] = mine[k];
		}
	}
	for (i = 0; i < c->n; i++) {
		all[i].elenco = &c->e;
		all[i].voce = c->v[i];
		all[i].tutte = list;
		all[i].n_tutte = used;
	}
	return 0;
}

static int
applica(struct op *op)
{
	struct da_scartare all[UNA_VOLTA];
	struct scelta c;
	int r, i;

	if ((r = scarto_find(&c.e, op)) != 0 || (r = choose(&c, op)) != 0 ||
	    (r = folders(all, op, &c)) != 0)
		return r;
	op->casa = "ente";
	op->fatto = arena_printf(op->a, "elenco di scarto %d: %d",
	    c.e.numero, c.n);
	for (i = 0; i < c.n; i++)
		if ((r = scartare(op, &all[i])) != 0)
			return r;
	return 0;
}

const struct atto atto_scarta = {
	.nome = "scarta",
	.sommario = "distrugge per sempre ciò che fu autorizzato",
	.norma = "art. 21 D.lgs 42/2004; art. 8 DPR 37/2001",
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};
