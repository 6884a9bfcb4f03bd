/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casi_prova.h - one act that casi.c tries: its istanza, what the model says
 * will come of it, and whether it did.
 *
 * Refuses nothing by itself: an outcome or a rilievo other than the one
 * foretold is printed and counted in `wrong`.
 */
#ifndef CASI_PROVA_H
#define CASI_PROVA_H

#include <stdio.h>
#include <stdlib.h>

#include "casi_modello.h"

#include "atti/atto.h"
#include "atti/runner.h"
#include "base/random.h"

enum fine { COMPIUTO, VIETATO, ASSENTE, RIFIUTATO };
static const char *const fine_nome[] = { "compiuto", "vietato", "assente",
	"rifiutato" };

#define CODICI 16
#define SALTO (5 * (int64_t)86400 - 1800)	/* of the clock guard */
#define NON_C_E "CS-2026-9999999"

static struct store *st;
static struct arena *keep;
static int64_t adesso, last_done;
static int done, refused, wrong, letters, n_deeds;
static int tally[NELEM(poteri)][2];	/* refused, done */

/* ---- chance ---- */

static uint64_t chance;

static int
draw(int n)
{
	chance = chance * 6364136223846793005u + 1442695040888963407u;
	return (int)((chance >> 33) % (uint64_t)n);
}

static bool
once_in(int n)
{
	return draw(n) == 0;
}

/* ---- the clock ---- */

static void
clock_set(int64_t t)
{
	char ora[ORA_LEN + 1];

	adesso = t;
	clock_iso(ora, t);
	clock_day(oggi, t);
	if (setenv("CARTELLA_ORA", ora, 1) != 0)
		abort();
}

/* Minutes, sometimes days: never more than the guard of the clock lets. */
static void
clock_on(void)
{
	int days = once_in(18) ? 1 + draw(4) : 0;

	if (adesso + days * (int64_t)86400 < last_done + SALTO)
		clock_set(adesso + days * (int64_t)86400 + draw(1800));
}

static void
days_from(giorno out, int n)
{
	clock_day(out, adesso + n * (int64_t)86400);
}

/* ---- an act that is tried, and what the model says of it ---- */

struct esperimento {
	struct arena *a;
	struct nodo *ist, *in;
	const char *atto;
	struct caso *c;
	int u;				/* NESSUNO: the responsible of the
					 * register */
	bool conferma;			/* of all that may be confirmed */
	enum fine fine;
	const char *codici[CODICI];
	int n;
	const char *fatto;		/* first number of the answer */
};

static void
confirm(struct esperimento *p)
{
	/* those the model does not know; then those it does */
	static const char *const codici[] = { "senza-documento",
	    "persona-nota", "termini-aperti", "non-inattiva", "sovrapposto",
	    "gia-passato", "ora-doppia", "senza-liberatoria",
	    "senza-stato-di-famiglia", "senza-progetto", "istruttoria-aperta",
	    "senza-comunicazione", "ricezione-non-provata",
	    "osservazioni-tardive", "fuori-dai-lettori", "spostata" };
	size_t i, n = p->conferma ? NELEM(codici) : 7;
	struct nodo *c = nodo_elem(p->a, p->ist, "conferme");

	for (i = 0; i < n; i++)
		nodo_set(p->a, nodo_elem(p->a, c, "conferma"), "codice",
		    codici[i]);
}

static void
begin(struct esperimento *p, struct arena *a, const char *atto, int u,
    struct caso *c)
{
	char id[ID_LEN + 1];

	*p = (struct esperimento){ .a = a, .atto = atto, .u = u, .c = c,
	    .conferma = !once_in(8) };
	random_id(id);
	p->ist = nodo_new(a, "istanza");
	nodo_set(a, p->ist, "atto", atto);
	nodo_set(a, p->ist, "id", id);
	nodo_set(a, p->ist, "versione", "1");
	confirm(p);
	p->in = nodo_elem(a, p->ist, atto);
}

static void
field(struct esperimento *p, const char *nome, const char *v)
{
	nodo_elem_text(p->a, p->in, nome, v);
}

static void
prose(struct esperimento *p, const char *nome, const char *v)
{
	nodo_elem_text(p->a, nodo_elem(p->a, p->in, nome), "p", v);
}

static void
path(struct esperimento *p, const char *nome, const char *dir, int n)
{
	nodo_elem_printf(p->a, p->in, nome, "%s/%04d.xml", dir, n);
}

/* Whoever has not the atto, or does not see the case, learns nothing more. */
static void
may(struct esperimento *p, bool cartella)
{
	if (p->fine == COMPIUTO && ambiti(p->u, p->atto) == 0)
		p->fine = VIETATO;
	else if (p->fine == COMPIUTO && !vede(p->c, cartella, p->u, p->atto))
		p->fine = ASSENTE;
}

static void
also_sees(struct esperimento *p, const struct caso *c, bool cartella)
{
	if (p->fine == COMPIUTO && !vede(c, cartella, p->u, p->atto))
		p->fine = ASSENTE;
}

static bool
errs(struct esperimento *p, bool yes, const char *codice)
{
	int i;

	if (!yes)
		return false;
	for (i = 0; i < p->n; i++)
		if (strcmp(p->codici[i], codice) == 0)
			return true;
	p->codici[p->n++] = codice;
	return true;
}

static void
warns(struct esperimento *p, bool yes, const char *codice)
{
	errs(p, yes && !p->conferma, codice);
}

static const char *
who(const struct esperimento *p)
{
	return p->u == NESSUNO ? "resp" : utente[p->u].nome;
}

static enum fine
foretold(const struct esperimento *p)
{
	return p->fine == COMPIUTO && p->n > 0 ? RIFIUTATO : p->fine;
}

/* The cartella as target, which may be one that is not there. */
static void
target(struct esperimento *p)
{
	field(p, "cartella", p->c->cs != NULL ? p->c->cs : NON_C_E);
	may(p, true);
}

/* Nothing is written in a closed one, and only the table's steps are made. */
static const struct passo *
step_of(struct esperimento *p, const char *esito)
{
	const struct passo *s;

	if (p->c->cs == NULL || errs(p, p->c->cartella == CHIUSO,
	    "cartella-chiusa"))
		return NULL;
	s = passo(passi_cartella, p->c->cartella, p->atto, esito);
	errs(p, s == NULL, "stato");
	return s;
}

/* ---- trying it ---- */

static bool
confirmed(const struct esperimento *p, const char *codice)
{
	const struct nodo *c = nodo_child(nodo_child(p->ist, "conferme"),
	    "conferma");

	for (; c != NULL; c = nodo_next(c, "conferma"))
		if (strcmp(nodo_attr(c, "codice"), codice) == 0)
			return true;
	return false;
}

static bool
expected(const struct esperimento *p, const char *codice)
{
	int i;

	for (i = 0; i < p->n; i++)
		if (strcmp(p->codici[i], codice) == 0)
			return true;
	return false;
}

/* The same rilievi, no more and no fewer? */
static bool
same_reasons(const struct esperimento *p, const struct op *op)
{
	const struct rilievo *r;
	int i;

	for (r = op->ril.primo; r != NULL; r = r->succ)
		if ((r->grado == ERRORE || !confirmed(p, r->codice)) &&
		    !expected(p, r->codice))
			return false;
	for (i = 0; i < p->n; i++)
		if (rilievo_find(&op->ril, p->codici[i]) == NULL)
			return false;
	return true;
}

static enum fine
outcome(const struct op *op, int r)
{
	if (r == ERR_FORBIDDEN)
		return VIETATO;
	if (r == ERR_ABSENT)
		return ASSENTE;
	if (r != 0)
		return (enum fine)-1;
	return op->stato == OP_FATTO ? COMPIUTO : RIFIUTATO;
}

static void
differs(const struct esperimento *p, const struct op *op, enum fine was)
{
	const struct rilievo *r;
	int i;

	wrong++;
	printf("%s %s di %s su %s %s (%s, %s): %s, e doveva essere %s\n",
	    oggi, p->atto, who(p), p->c ? p->c->ac : "-",
	    p->c && p->c->cs ? p->c->cs : "-",
	    p->c ? stato_nome[p->c->accesso] : "-",
	    p->c && p->c->cs ? stato_nome[p->c->cartella] : "-",
	    was == (enum fine)-1 ? err_msg() : fine_nome[was],
	    fine_nome[foretold(p)]);
	for (i = 0; i < p->n; i++)
		printf("  previsto: %s\n", p->codici[i]);
	for (r = op->ril.primo; r != NULL; r = r->succ)
		printf("  trovato: %s: %s\n", r->codice, r->testo);
}

static void
count(const char *atto, bool yes)
{
	size_t i;

	for (i = 0; i < NELEM(poteri); i++)
		if (strcmp(poteri[i].atto, atto) == 0)
			tally[i][yes]++;
}

/* True: done, as the model said; the model then does it too. */
static bool
try(struct esperimento *p)
{
	struct op *op = op_new(st, atto_find(p->atto), p->ist, who(p),
	    NULL);
	int r = runner_esegui(op);
	enum fine was = outcome(op, r);

	n_deeds++;
	was == COMPIUTO ? done++ : refused++;
	if (was == COMPIUTO && !(op->atto->flags & LETTURA))
		last_done = adesso;
	count(p->atto, was == COMPIUTO);
	if (was != foretold(p) ||
	    (was == RIFIUTATO && !same_reasons(p, op)))
		differs(p, op, was);
	else if (was == COMPIUTO && op->fatto != NULL)
		p->fatto = arena_strdup(keep, op->fatto);
	err_clear();
	op_free(op);
	return wrong == 0 && was == COMPIUTO;
}

/* The same for what makes a paper, as long as papers may be made. */
static bool
try_paper(struct esperimento *p)
{
	if (foretold(p) != COMPIUTO)
		return try(p);
	if (letters == 0)
		return false;
	letters--;
	return try(p);
}

#endif
