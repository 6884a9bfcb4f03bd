/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * indicatori.c - the indicators of the body over a period: tables, CSV, a
 * drawing.
 *
 * Refuses: a day to come, a period that ends before it begins, one the body has
 * not adopted.  Keeps: a figure counts the cases its reader may count, and no
 * small count of people can be read from it or found from it; it cites its
 * statement and the place in the chain, so that it can be counted again.
 * Norm: GDPR artt. 5, 89; L. 328/2000 art. 21.
 */
#include "registro/indicatori.h"

#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "base/buf.h"
#include "documenti/indicatori.h"
#include "documenti/regole.h"
#include "xml/xml.h"

#define SOGLIA 5		/* when the table does not say */
#define OGNI_RESIDENTI 10000

struct conto_indicatori {
	struct op *op;
	const char *dal, *al;
	struct momento momento;
	const struct nodo *ente;	/* the table of the body */
	struct nodo *ind;		/* of the vista, being made */
	int64_t soglia;
};

static const char *
until(struct op *op)
{
	const char *al = op_campo(op, "al");

	return al != NULL ? al : op_oggi(op);
}

static const char *
from(struct op *op)
{
	const char *dal = op_campo(op, "dal");

	return dal != NULL ? dal : arena_printf(op->a, "%.4s-01-01",
	    until(op));
}

static int
esamina(struct op *op)
{
	const char *al = until(op);

	if (strcmp(al, op_oggi(op)) > 0)
		op_errore(op, "al", "data-futura", NULL, "il %s deve ancora "
		    "venire: si conta fino a oggi", al);
	if (strcmp(al, from(op)) < 0)
		op_errore(op, "dal", "data-anteriore", NULL, "%s viene prima "
		    "di %s", al, from(op));
	return 0;
}

/* ---- lines ---- */

/* "1234.5" as people write it. */
static const char *
comma(struct arena *a, int64_t tenths, int64_t ten)
{
	return arena_printf(a, ten == 10 ? "%lld,%lld" : "%lld,%02lld",
	    (long long)(tenths / ten), (long long)(tenths % ten));
}

static struct nodo *
line(struct conto_indicatori *k, const char *voce, const char *valore)
{
	struct nodo *n = nodo_elem(k->op->a, k->ind, "riga");

	nodo_elem_text(k->op->a, n, "voce", voce);
	if (valore != NULL)
		nodo_elem_text(k->op->a, n, "valore", valore);
	return n;
}

static void
note(struct conto_indicatori *k, const char *text)
{
	nodo_elem_text(k->op->a, k->ind, "nota", text);
}

static const char *
number(struct conto_indicatori *k, int64_t n)
{
	return arena_printf(k->op->a, "%lld", (long long)n);
}

static void
veiled_line(struct conto_indicatori *k, const struct cella *c)
{
	struct nodo *n = line(k, c->voce, c->velo == SCOPERTA ?
	    number(k, c->n) : NULL);

	if (c->velo != SCOPERTA)
		nodo_set(k->op->a, n, "velo", c->velo == SOTTO_SOGLIA ?
		    "soglia" : "complementare");
}

/* The parts of a total, without what would tell of few people. */
static enum tabella
told(struct conto_indicatori *k, struct cella *c, int n)
{
	enum tabella t = oscura(c, n, k->soglia);
	struct nodo *total;
	int i;

	for (i = 0; i < n && t == TABELLA_INTERA; i++)
		veiled_line(k, &c[i]);
	total = nodo_elem(k->op->a, k->ind, "totale");
	if (t == TABELLA_OSCURA)
		nodo_set(k->op->a, total, "velo", "soglia");
	else
		nodo_text(k->op->a, total, number(k, oscura_totale(c, n)));
	if (t != TABELLA_INTERA)
		note(k, "le righe non si mostrano: dicono di troppo poche "
		    "persone");
	return t;
}

/* ---- each indicator ---- */

struct nome_voce {
	const char *codice, *voce;
};

static int64_t
rows_of(const struct conteggio *v, int n, const char *codice)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(v[i].voce, codice) == 0)
			return v[i].n;
	return 0;
}

/* Lines that are always there, in their order. */
static enum tabella
fixed(struct conto_indicatori *k, struct cella *c,
    const struct nome_voce *nomi, int n_nomi, const struct conteggio *v,
    int n)
{
	int i;

	for (i = 0; i < n_nomi; i++)
		c[i] = (struct cella){ .voce = nomi[i].voce,
		    .n = rows_of(v, n, nomi[i].codice) };
	return told(k, c, n_nomi);
}

static void
in_charge(struct conto_indicatori *k, const struct conteggio *v, int n)
{
	static const struct nome_voce nomi[] = {
		{ "in-carico", "in carico" },
		{ "proposta-inviata", "proposta inviata" },
		{ "in-istruttoria", "in istruttoria" },
		{ "in-erogazione", "in erogazione" },
	};
	struct cella c[NELEM(nomi)];

	(void)fixed(k, c, nomi, NELEM(nomi), v, n);
}

static void
by_worker(struct conto_indicatori *k, const struct conteggio *v, int n)
{
	struct cella *c = arena_alloc(k->op->a, ((size_t)n + 1) * sizeof *c);
	int i;

	for (i = 0; i < n; i++)
		c[i] = (struct cella){ .voce = v[i].voce, .n = v[i].n };
	(void)told(k, c, n);
}

static void
teams(struct conto_indicatori *k, const struct conteggio *v, int n)
{
	static const struct nome_voce nomi[] = {
		{ "con", "con micro-équipe" }, { "senza", "senza" },
	};
	struct cella c[NELEM(nomi)];
	int64_t total;

	if (fixed(k, c, nomi, NELEM(nomi), v, n) != TABELLA_INTERA ||
	    c[0].velo != SCOPERTA || (total = oscura_totale(c, 2)) == 0)
		return;
	nodo_elem_printf(k->op->a, k->ind, "risultato", "%lld su %lld: %s%%",
	    (long long)c[0].n, (long long)total, comma(k->op->a,
	    (c[0].n * 1000 + total / 2) / total, 10));
}

static void
meetings(struct conto_indicatori *k, const struct conteggio *v, int n)
{
	static const struct nome_voce nomi[] = {
		{ "svolta", "effettuate" },
		{ "prevista", "previste, non ancora effettuate" },
		{ "annullata", "annullate" },
	};
	struct cella c[NELEM(nomi)];

	(void)fixed(k, c, nomi, NELEM(nomi), v, n);
}

static void
first_talk(struct conto_indicatori *k, const struct conteggio *v, int n)
{
	struct attesa_giorni *g = arena_alloc(k->op->a,
	    ((size_t)n + 1) * sizeof *g);
	struct cella c[FASCE];
	int64_t days;
	int i;

	for (i = 0; i < n; i++)
		g[i] = (struct attesa_giorni){ strtoll(v[i].voce, NULL, 10),
		    v[i].n };
	indicatori_fasce(c, g, n);
	if (told(k, c, FASCE) != TABELLA_INTERA)
		return;
	for (i = 0; i < FASCE; i++)
		if (c[i].velo != SCOPERTA)
			return;
	/* of few the middle one is somebody */
	if ((days = indicatori_mediana(g, n, 2 * k->soglia)) >= 0)
		nodo_elem_printf(k->op->a, k->ind, "risultato", "la metà "
		    "entro %lld giorni", (long long)days);
}

static void
workers(struct conto_indicatori *k, const struct conteggio *v, int n)
{
	const struct nodo *res = nodo_child(k->ente, "residenti");
	struct arena *a = k->op->a;
	int64_t workers_n = rows_of(v, n, "operatori"), people;

	people = strtoll(nodo_value(a, res, "numero"), NULL, 10);
	line(k, "assistenti sociali", number(k, workers_n));
	nodo_elem_printf(a, k->ind, "risultato", "%s ogni 10.000 residenti",
	    comma(a, (workers_n * 100 * OGNI_RESIDENTI + people / 2) / people,
	    100));
	note(k, arena_printf(a, "residenti %s al %s (%s)", nodo_value(a, res,
	    "numero"), giorno_in_cifre(a, nodo_value(a, res, "al")),
	    nodo_value(a, res, "fonte")));
}

static void
opening(struct conto_indicatori *k, const struct conteggio *v, int n)
{
	struct arena *a = k->op->a;
	const struct nodo *s;

	(void)v;
	(void)n;
	for (s = nodo_child(k->ente, "sede"); s; s = nodo_next(s, "sede"))
		line(k, nodo_value(a, s, "nome"), nodo_value(a, s, "ore"));
	note(k, "come le ha stabilite l'ente");
}

static const struct {
	const char *nome;
	void (*fill)(struct conto_indicatori *k, const struct conteggio *v,
	    int n);
} table[] = {
	{ IND_IN_CARICO, in_charge }, { IND_PER_OPERATORE, by_worker },
	{ IND_MICRO_EQUIPE, teams }, { IND_RIUNIONI, meetings },
	{ IND_PRIMO_COLLOQUIO, first_talk }, { IND_OPERATORI, workers },
	{ IND_APERTURA, opening },
};

/* ---- the vista ---- */

/* The longest bar, for the drawing. */
static void
longest(struct conto_indicatori *k)
{
	struct arena *a = k->op->a;
	const char *v, *max = "0";
	const struct nodo *n;

	for (n = nodo_child(k->ind, "riga"); n; n = nodo_next(n, "riga"))
		if ((v = nodo_value(a, n, "valore")) != NULL &&
		    strtod(v, NULL) > strtod(max, NULL))
			max = v;
	nodo_set(a, k->ind, "massimo", max);
}

static int
one(struct conto_indicatori *k, const struct nodo *def)
{
	const char *nome = nodo_value(k->op->a, def, "nome");
	const char *soglia = nodo_value(k->op->a, def, "soglia");
	struct occhio occhio = op_occhio(k->op);
	struct arena *a = k->op->a;
	struct interrogazione q;
	struct conteggio *v;
	int r, n;
	size_t i;

	if ((r = registro_indicatore(&v, &n, &q, a, k->op->st->registro,
	    &occhio, nome, &k->momento, k->dal, k->al)) != 0)
		return r;
	k->soglia = soglia != NULL ? strtoll(soglia, NULL, 10) : SOGLIA;
	k->ind = nodo_elem(a, k->op->vista, "indicatore");
	nodo_set(a, k->ind, "nome", nome);
	nodo_set(a, k->ind, "soglia", number(k, k->soglia));
	nodo_set(a, k->ind, "interrogazione", q.nome);
	nodo_set(a, k->ind, "impronta", q.impronta);
	nodo_elem_text(a, k->ind, "etichetta", nodo_value(a, def,
	    "etichetta"));
	nodo_elem_text(a, k->ind, "unita", nodo_value(a, def, "unita"));
	nodo_elem_text(a, k->ind, "fonte", nodo_value(a, def, "fonte"));
	nodo_elem_text(a, k->ind, "atteso", nodo_value(a, def, "atteso"));
	nodo_elem_text(a, k->ind, "su", nodo_value(a, def, "su"));
	for (i = 0; i < NELEM(table); i++)
		if (strcmp(table[i].nome, nome) == 0)
			table[i].fill(k, v, n);
	longest(k);
	return 0;
}

static int
each(struct conto_indicatori *k)
{
	const char *only = op_campo(k->op, "nome");
	const struct nodo *d;
	int r;

	for (d = nodo_child(k->ente, "indicatore"); d != NULL;
	    d = nodo_next(d, "indicatore"))
		if ((only == NULL || strcmp(only, nodo_value(k->op->a, d,
		    "nome")) == 0) && (r = one(k, d)) != 0)
			return r;
	return nodo_child(k->op->vista, "indicatore") != NULL ? 0 :
	    err_set(ERR_ABSENT, "al %s «%s» non era fra gli indicatori "
	    "dell'ente: si adotta con «adotta-indicatori»", k->al, only);
}

/* As a file, by the sheet of that name. */
static int
as_file(struct op *op, const char *foglio)
{
	AUTO_BUF b = { 0 };
	int r;

	if ((r = xml_transform(&b, foglio, op->vista, NULL)) != 0)
		return r;
	op->bytes = arena_memdup(op->a, b.data, b.len);
	op->n_bytes = b.len;
	op->vista = nodo_new(op->a, "indicatori");
	return 0;
}

static int
applica(struct op *op)
{
	struct conto_indicatori k = { .op = op, .dal = from(op),
	    .al = until(op) };
	const char *uscita = op_campo(op, "uscita");
	struct nodo *ente;
	int64_t adottati;
	int r;

	if ((r = registro_momento(&k.momento, op->a, op->st->registro,
	    k.al)) != 0 ||
	    (r = registro_indicatori_tabella(&ente, &adottati, op->a,
	    op->st->registro, &k.momento)) != 0)
		return r;
	k.ente = ente;
	op->letto = arena_printf(op->a, "indicatori;dal=%s;al=%s", k.dal,
	    k.al);
	op->vista = nodo_new(op->a, "indicatori");
	nodo_set(op->a, op->vista, "dal", k.dal);
	nodo_set(op->a, op->vista, "al", k.al);
	nodo_set(op->a, op->vista, "seq", number(&k, k.momento.seq));
	nodo_set(op->a, op->vista, "anello", k.momento.impronta);
	nodo_set(op->a, op->vista, "adottati", number(&k, adottati));
	if ((r = each(&k)) != 0)
		return r;
	if (uscita == NULL || strcmp(uscita, "testo") == 0)
		return 0;
	return as_file(op, strcmp(uscita, "svg") == 0 ? "indicatori" :
	    "indicatori-csv");
}

const struct atto atto_indicatori = {
	.nome = "indicatori",
	.sommario = "gli indicatori dell'ente: tabelle, CSV, grafico (SVG)",
	.norma = "art. 21 L. 328/2000; art. 89 GDPR",
	.flags = LETTURA | PERSONALE,
	.esamina = esamina,
	.applica = applica,
};
