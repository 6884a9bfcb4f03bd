/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * termini.c - tables of terms, and what a term is counted from.
 *
 * A table is known by its impronta: one read once is good for ever, also when
 * the act that adopted it is undone.
 */
#include "registro/termini.h"

#include <stdlib.h>
#include <string.h>

#include "registro/query.h"
#include "xml/xml.h"

/* ---- tables ---- */

struct tabella {
	char *impronta;
	struct arena *a;
	struct termini t;
	struct tabella *succ;
};

struct tabelle {
	struct tabella *prima;
};

void
tabelle_free(struct tabelle *t)
{
	struct tabella *x, *next;

	if (t == NULL)
		return;
	for (x = t->prima; x != NULL; x = next) {
		next = x->succ;
		arena_free(x->a);
		free(x);
	}
	free(t);
}

static struct tabella *
known(const struct registro *r, const char *impronta)
{
	struct tabella *x = r->tabelle != NULL ? r->tabelle->prima : NULL;

	while (x != NULL && strcmp(x->impronta, impronta) != 0)
		x = x->succ;
	return x;
}

static int
parse_table(struct termini *out, struct arena *a, struct registro *r,
    int64_t seq)
{
	AUTO_STMT s = NULL;
	struct nodo *doc;
	const char *text;
	int e;

	if ((e = db_query(&s, r->db, Q_TABELLA_TERMINI_TESTO, "i", seq)) != 0)
		return e;
	if ((e = stmt_step(s)) <= 0)
		return e < 0 ? e : err_set(ERR_FAULT, "manca una tabella dei "
		    "termini");
	text = stmt_text(s, 0);
	if ((e = xml_parse(&doc, a, text, strlen(text), XML_OURS)) != 0)
		return e;
	termini_read(out, a, doc);
	return 0;
}

static int
remember(struct tabella **out, struct registro *r, int64_t seq,
    const char *impronta)
{
	AUTO(arena) a = arena_new();
	struct tabella *x;
	struct termini t;
	int e;

	if ((e = parse_table(&t, a, r, seq)) != 0)
		return e;
	if (r->tabelle == NULL)
		r->tabelle = calloc(1, sizeof *r->tabelle);
	x = calloc(1, sizeof *x);
	if (r->tabelle == NULL || x == NULL)
		abort();
	x->impronta = arena_strdup(a, impronta);
	x->t = t;
	x->a = MOVE(a);
	x->succ = r->tabelle->prima;
	r->tabelle->prima = x;
	*out = x;
	return 0;
}

int
tabella_termini(const struct termini **out, int64_t *adottata,
    struct registro *r, int64_t seq)
{
	AUTO_STMT s = NULL;
	struct tabella *x;
	int e;

	e = seq != 0 ? db_query(&s, r->db, Q_TABELLA_TERMINI_NOME, "i", seq) :
	    db_query(&s, r->db, Q_TABELLA_TERMINI_ULTIMA, "");
	if (e != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "non c'è una tabella dei termini: "
		    "il responsabile la adotta con «adotta-termini»");
	*adottata = stmt_int(s, 0);
	x = known(r, stmt_text(s, 1));
	if (x == NULL && (e = remember(&x, r, *adottata,
	    stmt_text(s, 1))) != 0)
		return e;
	*out = &x->t;
	return 0;
}

int
registro_tabella_termini(const struct termini **out, struct registro *r)
{
	int64_t seq;

	return tabella_termini(out, &seq, r, 0);
}

int
registro_calendario(struct calendario *out, struct registro *r)
{
	const struct termini *t;
	int e = registro_tabella_termini(&t, r);

	if (e == ERR_ABSENT) {
		err_clear();
		*out = (struct calendario){ .n = 0 };
		return 0;
	}
	if (e == 0)
		*out = t->cal;
	return e;
}

/* ---- one term ---- */

void
termine_riga(struct termine *out, struct arena *a, struct stmt *s)
{
	*out = (struct termine){
		.cartella = { SERIE_CARTELLA, (int)stmt_int(s, 0),
		    (int)stmt_int(s, 1) },
		.ordine = (int)stmt_int(s, 2), .chiave = stmt_dup(a, s, 3),
		.nome = stmt_dup(a, s, 4), .origine = stmt_dup(a, s, 5),
		.percorso = stmt_dup(a, s, 6), .tipo = stmt_dup(a, s, 7),
		.tabella = stmt_int(s, 8), .inizio = stmt_dup(a, s, 9),
		.aperto = stmt_null(s, 10),
	};
}

static int
one_term(struct termine *out, struct arena *a, struct stmt *s,
    const struct numero *cartella, int ordine)
{
	int e;

	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "la cartella %s non ha un termine "
		    "n. %d", numero_text(a, cartella), ordine);
	termine_riga(out, a, s);
	return 0;
}

int
registro_termine(struct termine *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *cartella, int ordine)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TERMINE_VISTO, "ssddd", o->utente,
	    o->atto, cartella->anno, cartella->progressivo, ordine)) != 0)
		return e;
	return one_term(out, a, s, cartella, ordine);
}

int
termine_trova(struct termine *out, struct arena *a, struct registro *r,
    const struct numero *cartella, int ordine)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TERMINE_UNO, "ddd", cartella->anno,
	    cartella->progressivo, ordine)) != 0)
		return e;
	return one_term(out, a, s, cartella, ordine);
}

int
termini_aperti(struct termine **out, int *n, struct arena *a,
    struct registro *r, const struct numero *cartella)
{
	AUTO_STMT s = NULL;
	int e, open;

	*n = 0;
	if ((e = registro_termini_aperti(r, cartella, &open)) != 0)
		return e;
	*out = arena_alloc(a, ((size_t)open + 1) * sizeof **out);
	if ((e = db_query(&s, r->db, Q_TERMINI_APERTI_DI, "dd",
	    cartella->anno, cartella->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		termine_riga(&(*out)[(*n)++], a, s);
	return e;
}

/* ---- what it is counted from ---- */

struct lista {
	struct sospensione_riga *v;
	int n, cap;
};

static struct sospensione_riga *
one_more(struct lista *l, struct arena *a)
{
	l->v = arena_more(a, l->v, l->n, &l->cap, sizeof *l->v);
	return &l->v[l->n++];
}

static int
suspensions(struct lista *out, struct arena *a, struct registro *r,
    const struct termine *t, int64_t seq)
{
	struct sospensione_riga *x;
	const struct termini *tab;
	const struct motivo *m;
	AUTO_STMT s = NULL;
	int64_t ignored;
	int e;

	*out = (struct lista){ .n = 0 };
	if ((e = db_query(&s, r->db, Q_SOSPENSIONI_AL, "dddi",
	    t->cartella.anno, t->cartella.progressivo, t->ordine, seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		if ((e = tabella_termini(&tab, &ignored, r,
		    stmt_int(s, 2))) != 0)
			return e;
		x = one_more(out, a);
		*x = (struct sospensione_riga){ stmt_dup(a, s, 0),
		    stmt_dup(a, s, 1),
		    stmt_dup(a, s, 3), stmt_dup(a, s, 4), NULL };
		if ((m = termini_motivo(tab, x->motivo)) != NULL)
			x->fine = sosta_fine(a, m, x->inizio, x->ripresa);
	}
	return e;
}

int
registro_sospensioni(struct sospensione_riga **out, int *n, struct arena *a,
    struct registro *r, const struct termine *t)
{
	struct lista l;
	int e = suspensions(&l, a, r, t, INT64_MAX);

	if (e == 0) {
		*out = l.v;
		*n = l.n;
	}
	return e;
}

static int
beginning(struct conto *out, struct arena *a, struct registro *r,
    const struct termine *t, int64_t seq)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TERMINE_INIZIO_AL, "dddi",
	    t->cartella.anno, t->cartella.progressivo, t->ordine, seq)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_FAULT, "un termine non ha inizio");
	out->inizio = stmt_dup(a, s, 0);
	out->fissata = stmt_dup(a, s, 1);
	out->mesi = (int)stmt_int(s, 2);
	out->giorni = (int)stmt_int(s, 3);
	return 0;
}

int
registro_termine_conto(struct conto *out, struct arena *a, struct registro *r,
    const struct termine *t, int64_t seq)
{
	const struct termini *tab;
	struct sosta *soste;
	struct lista l;
	int64_t ignored;
	int e, i;

	if ((e = beginning(out, a, r, t, seq)) != 0 ||
	    (e = tabella_termini(&tab, &ignored, r, t->tabella)) != 0 ||
	    (e = suspensions(&l, a, r, t, seq)) != 0)
		return e;
	soste = arena_alloc(a, ((size_t)l.n + 1) * sizeof *soste);
	for (i = 0; i < l.n; i++)
		soste[i] = (struct sosta){ l.v[i].inizio, l.v[i].fine };
	out->regola = termini_regola(tab, t->chiave);
	out->cal = &tab->cal;
	out->soste = soste;
	out->n = l.n;
	return out->regola != NULL ? 0 : err_set(ERR_FAULT,
	    "il termine %s non è nella sua tabella", t->chiave);
}

int
registro_termini_aperti(struct registro *r, const struct numero *cartella,
    int *out)
{
	int64_t n;
	int e;

	if ((e = db_int(&n, r->db, Q_TERMINI_APERTI_N, "dd", cartella->anno,
	    cartella->progressivo)) == 0)
		*out = (int)n;
	return e;
}
