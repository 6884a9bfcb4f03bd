/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * elenco.c - pages of a search and the list of a day.
 *
 * Keeps: the index proposes, the permission of each row disposes; what is not
 * in clear is shown masked, and nothing is counted that is not shown.
 */
#include <string.h>

#include "registro/query.h"
#include "registro/trova.h"

/* ---- a row ---- */

static void
add_party(struct nodo *riga, struct arena *a, struct nodo **first, int *more,
    struct stmt *s)
{
	if (*first == NULL)
		*first = nodo_elem_text(a, riga, stmt_text(s, 0),
		    stmt_text(s, 1));
	else
		nodo_set(a, *first, "altri", arena_printf(a, "%d", ++*more));
}

/* The first of the senders and of the addressees, and how many more. */
static int
add_parties(struct nodo *riga, struct arena *a, struct registro *r,
    const struct numero *n)
{
	struct nodo *first[2] = { NULL, NULL };
	int more[2] = { 0, 0 }, e, i;
	AUTO_STMT s = NULL;

	if ((e = db_query(&s, r->db, Q_SOGGETTI, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		i = strcmp(stmt_text(s, 0), "mittente") != 0;
		add_party(riga, a, &first[i], &more[i], s);
	}
	return e;
}

static int
add_row(struct nodo *elenco, struct arena *a, struct registro *r,
    struct stmt *s)
{
	struct numero n = { SERIE_PROTOCOLLO, (int)stmt_int(s, 0),
	    (int)stmt_int(s, 1) };
	struct nodo *riga = nodo_elem(a, elenco, "registrazione");

	if (stmt_int(s, 6) == 1)
		nodo_set(a, riga, "riservata", "si");
	if (stmt_int(s, 5) == 1)
		nodo_set(a, riga, "annullata", "si");
	nodo_elem_text(a, riga, "numero", numero_text(a, &n));
	nodo_elem_text(a, riga, "ora", stmt_text(s, 2));
	nodo_elem_text(a, riga, "flusso", stmt_text(s, 3));
	nodo_elem_text(a, riga, "classifica", stmt_text(s, 4));
	if (stmt_null(s, 7)) {
		nodo_set(a, riga, "oscurata", "si");
		return 0;
	}
	nodo_elem_text(a, riga, "oggetto", stmt_text(s, 7));
	return add_parties(riga, a, r, &n);
}

/* ---- search ---- */

/* The bound that a day puts to the keys: the key of the first registration
 * from it on, or of the last up to it; `none` when there is none. */
static int
day_key(int64_t *out, struct registro *r, int query, const char *giorno,
    int64_t none)
{
	int e = db_int(out, r->db, query, "s", giorno);

	if (e != ERR_ABSENT)
		return e;
	*out = none;
	return 0;
}

static void
narrow(int64_t range[2], int64_t from, int64_t to)
{
	if (from > range[0])
		range[0] = from;
	if (to < range[1])
		range[1] = to;
}

static int
bounds(int64_t range[2], struct registro *r, const struct criteri *c)
{
	struct numero n = { SERIE_PROTOCOLLO, c->anno, 0 };
	int64_t max = (int64_t)9999 * 10000000 + PROGRESSIVO_MAX, key = 0;
	int e;

	range[0] = 0;
	range[1] = max;
	if (c->anno != 0)
		narrow(range, ricerca_chiave(&n),
		    ricerca_chiave(&n) + PROGRESSIVO_MAX);
	if (c->dopo.progressivo != 0)
		narrow(range, 0, ricerca_chiave(&c->dopo) - 1);
	if (c->dal != NULL) {
		if ((e = day_key(&key, r, Q_CHIAVE_DAL, c->dal, max + 1)) != 0)
			return e;
		narrow(range, key, max);
	}
	if (c->al != NULL) {
		if ((e = day_key(&key, r, Q_CHIAVE_AL, c->al, -1)) != 0)
			return e;
		narrow(range, 0, key);
	}
	return 0;
}

static int
start(struct stmt **s, struct registro *r, const struct occhio *o,
    const struct criteri *c, const char *match)
{
	int clear = trova_nel_contenuto(c), e;
	int64_t range[2];

	if ((e = bounds(range, r, c)) != 0)
		return e;
	/* one more than asked for, to know whether there is more */
	if (c->impronta != NULL)
		return db_query(s, r->db, Q_TROVA_FILE, "sssiiddss", o->utente,
		    o->atto, match, range[0], range[1], clear, c->limite + 1,
		    c->ufficio, c->impronta);
	return db_query(s, r->db, Q_TROVA, "sssiidds", o->utente, o->atto,
	    match, range[0], range[1], clear, c->limite + 1, c->ufficio);
}

int
ricerca_trova(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct criteri *c)
{
	struct nodo *elenco = nodo_new(a, "elenco");
	AUTO_BUF match = { 0 };
	AUTO_STMT s = NULL;
	int e, n = 0;

	e = trova_espressione(&match, a, r, o, c);
	if (e == ERR_ABSENT) {
		err_clear();
		*out = elenco;
		return 0;
	}
	if (e != 0 || (e = start(&s, r, o, c, buf_str(&match))) != 0)
		return e;
	while ((e = stmt_step(s)) == 1 && n++ < c->limite)
		if ((e = add_row(elenco, a, r, s)) != 0)
			return e;
	if (e < 0)
		return e;
	if (n > c->limite)
		nodo_set(a, elenco, "altri", "si");
	*out = elenco;
	return 0;
}

/* ---- the list of a day ---- */

static void
add_totals(struct nodo *elenco, struct arena *a)
{
	static const char *const flussi[] = { "entrata", "uscita", "interna" };
	int count[3] = { 0 }, total = 0, annullate = 0, riservate = 0;
	const struct nodo *riga;
	struct nodo *totali;
	size_t i;

	for (riga = nodo_child(elenco, "registrazione"); riga != NULL;
	    riga = nodo_next(riga, "registrazione")) {
		total++;
		annullate += nodo_attr(riga, "annullata") != NULL;
		riservate += nodo_attr(riga, "riservata") != NULL;
		for (i = 0; i < NELEM(flussi); i++)
			count[i] += strcmp(nodo_value(a, riga, "flusso"),
			    flussi[i]) == 0;
	}
	totali = nodo_elem(a, elenco, "totali");
	nodo_elem_printf(a, totali, "tutte", "%d", total);
	for (i = 0; i < NELEM(flussi); i++)
		nodo_elem_printf(a, totali, flussi[i], "%d", count[i]);
	nodo_elem_printf(a, totali, "annullate", "%d", annullate);
	nodo_elem_printf(a, totali, "riservate", "%d", riservate);
}

int
ricerca_giorno(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *giorno)
{
	struct nodo *elenco = nodo_new(a, "elenco");
	AUTO_STMT s = NULL;
	int e;

	nodo_set(a, elenco, "giorno", giorno);
	if ((e = db_query(&s, r->db, Q_ELENCO_GIORNO, "sss", o->utente,
	    o->atto, giorno)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		if ((e = add_row(elenco, a, r, s)) != 0)
			return e;
	if (e < 0)
		return e;
	add_totals(elenco, a);
	*out = elenco;
	return 0;
}
