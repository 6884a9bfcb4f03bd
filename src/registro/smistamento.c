/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/smistamento.h"

#include <string.h>

#include "registro/query.h"

static int
count(int *out, struct registro *r, int query, const struct numero *n)
{
	int64_t v = 0;
	int e = db_int(&v, r->db, query, "dd", n->anno, n->progressivo);

	if (e == 0)
		*out = (int)v;
	return e;
}

int
registro_smistamenti(int *out, struct registro *r, const struct numero *n)
{
	return count(out, r, Q_SEGUITI, n);
}

int
registro_visioni(int *out, struct registro *r, const struct numero *n)
{
	return count(out, r, Q_VISIONI, n);
}

int
registro_competenti(int *out, struct registro *r, const struct numero *n)
{
	return count(out, r, Q_COMPETENTI, n);
}

int
registro_in_carico(int *out, struct registro *r, const struct numero *n)
{
	return count(out, r, Q_IN_CARICO, n);
}

int
registro_passi(int *out, struct registro *r, const struct numero *n,
    const char *che)
{
	int64_t v = 0;
	int e = db_int(&v, r->db, Q_PASSI_DI, "dds", n->anno, n->progressivo,
	    che);

	if (e == 0)
		*out = (int)v;
	return e;
}

int
registro_smistabile(struct registro *r, const struct numero *n)
{
	int v = 0, e = count(&v, r, Q_ANNULLATA_ORA, n);

	return e != 0 ? e : v == 0;
}

/* ---- to whom ---- */

/* The first column of the first row; absent: no row. */
static int
first(const char **out, struct arena *a, struct stmt *s,
    const struct numero *n, const char *utente)
{
	int e;

	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s non è stata smistata a un "
		    "ufficio di %s", numero_text(a, n), utente);
	*out = stmt_dup(a, s, 0);
	return 0;
}

int
registro_smistata_a(const char **out, struct arena *a, struct registro *r,
    const struct numero *n, const char *utente, const char *titolo)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_SMISTATA_A, "ddss", n->anno,
	    n->progressivo, utente, titolo)) != 0)
		return e;
	return first(out, a, s, n, utente);
}

int
registro_competente_vista(const char **out, struct arena *a,
    struct registro *r, const struct numero *n, const char *utente)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_COMPETENTE_VISTA, "dds", n->anno,
	    n->progressivo, utente)) != 0)
		return e;
	return first(out, a, s, n, utente);
}

int
registro_destinatario(const char **out, struct arena *a, struct registro *r,
    const struct numero *n, const char *utente)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_DESTINATARIO_DI, "dds", n->anno,
	    n->progressivo, utente)) != 0)
		return e;
	return first(out, a, s, n, utente);
}

#define UFFICI_MAX 50	/* of a user: nomina.xsd */

int
registro_smistata_uffici(const char ***out, struct arena *a,
    struct registro *r, const struct numero *n, const char *utente)
{
	const char **list = arena_alloc(a, (UFFICI_MAX + 1) * sizeof *list);
	AUTO_STMT s = NULL;
	int e, used = 0;

	if ((e = db_query(&s, r->db, Q_UFFICI_DI, "dds", n->anno,
	    n->progressivo, utente)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1 && used < UFFICI_MAX)
		list[used++] = stmt_dup(a, s, 0);
	*out = list;
	return e < 0 ? e : 0;
}

/* 1 when the query of (year, number, who) has a row, else 0. */
static int
exists(struct registro *r, int query, const struct numero *n, const char *who)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query, "dds", n->anno, n->progressivo,
	    who)) != 0)
		return e;
	return stmt_step(s);
}

int
registro_visione_di(struct registro *r, const struct numero *n,
    const char *utente)
{
	return exists(r, Q_VISIONE_DI, n, utente);
}

int
registro_visione_serve(struct registro *r, const struct numero *n,
    const char *utente)
{
	return exists(r, Q_VISIONE_SERVE, n, utente);
}

int
registro_destinazione(struct destinazione *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_DESTINAZIONE_MIA, "ssdd", o->utente,
	    o->atto, n->anno, n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessuna");
	*out = (struct destinazione){ (int)stmt_int(s, 0), stmt_dup(a, s, 1),
	    stmt_dup(a, s, 2), stmt_dup(a, s, 3) };
	return 0;
}

int
registro_in_carico_a(const char **utente, const char **ora, struct arena *a,
    struct registro *r, const struct numero *n, const struct destinazione *d)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ULTIMA_PRESA, "dddss", n->anno,
	    n->progressivo, d->ordine, d->ufficio, d->utente)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessuno");
	*utente = stmt_dup(a, s, 0);
	*ora = stmt_dup(a, s, 1);
	return 0;
}

int
registro_gia_destinata(struct registro *r, const struct numero *n,
    const char *ufficio, const char *utente, const char *titolo)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_GIA_DESTINATA, "ddsss", n->anno,
	    n->progressivo, ufficio, utente, titolo)) != 0)
		return e;
	return stmt_step(s);
}

/* ---- the course, as it is shown ---- */

static int
add_destinations(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *n, const char *solo)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_SMISTAMENTI, "dds", n->anno,
	    n->progressivo, solo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, out, "smistamento");
		nodo_set(a, x, "ufficio", stmt_text(s, 0));
		nodo_set(a, x, "titolo", stmt_text(s, 2));
		if (stmt_text(s, 3)[0] != '\0')
			nodo_set(a, x, "utente", stmt_text(s, 3));
		nodo_set(a, x, "stato", stmt_text(s, 4));
		nodo_set(a, x, "dal", stmt_text(s, 5));
		nodo_text(a, x, stmt_null(s, 1) ? stmt_text(s, 0) :
		    stmt_text(s, 1));
	}
	return e;
}

static int
add_views(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_PRESE, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, out, "presa-visione");
		nodo_set(a, x, "utente", stmt_text(s, 0));
		nodo_set(a, x, "ora", stmt_text(s, 1));
		nodo_set(a, x, "operatore", stmt_text(s, 2));
	}
	return e;
}

static int
add_steps(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *n, const char *solo, bool motivi)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_PASSI, "dds", n->anno, n->progressivo,
	    solo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, out, stmt_text(s, 0));
		nodo_set(a, x, "ufficio", stmt_text(s, 1));
		nodo_set(a, x, "utente", stmt_text(s, 2));
		nodo_set(a, x, "ora", stmt_text(s, 3));
		nodo_set(a, x, "operatore", stmt_text(s, 5));
		if (motivi && !stmt_null(s, 4))
			nodo_text(a, x, stmt_text(s, 4));
	}
	return e;
}

int
registro_percorso(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *n, const char *solo, bool motivi)
{
	int e;

	if ((e = add_destinations(out, a, r, n, solo)) != 0 ||
	    (solo == NULL && (e = add_views(out, a, r, n)) != 0))
		return e;
	return add_steps(out, a, r, n, solo, motivi);
}

/* ---- to whom ---- */

static void
add_person(struct nodo *ufficio, struct arena *a, struct stmt *s)
{
	static const char *const what[] = { "utente", "cognome", "nome",
	    "qualifica", "ruoli" };
	struct nodo *n;
	size_t i;

	if (stmt_null(s, 2))
		return;
	n = nodo_elem(a, ufficio, "persona");
	for (i = 0; i < NELEM(what); i++)
		nodo_set(a, n, what[i], stmt_text(s, (int)i + 2));
}

int
registro_uffici(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o)
{
	struct nodo *v = nodo_new(a, "uffici"), *n = NULL;
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_UFFICI, "ss", o->utente, o->atto)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		if (n == NULL || strcmp(nodo_attr(n, "codice"),
		    stmt_text(s, 0)) != 0) {
			n = nodo_elem(a, v, "ufficio");
			nodo_set(a, n, "codice", stmt_text(s, 0));
			nodo_set(a, n, "denominazione", stmt_text(s, 1));
		}
		add_person(n, a, s);
	}
	*out = v;
	return e;
}
