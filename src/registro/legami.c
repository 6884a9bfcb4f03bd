/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * legami.c - the documents of a case that somebody may read, and the acts that
 * wrote them.  Refuses by "absent": a hidden document and a missing one, a
 * hidden case and a missing one, are alike.
 */
#include "registro/legami.h"

#include <string.h>

#include "registro/consultazioni.h"
#include "registro/query.h"

static int
not_there(struct arena *a, const struct numero *n)
{
	return err_set(ERR_ABSENT, "%s non esiste, o non è fra le cose che "
	    "puoi vedere", numero_text(a, n));
}

/* The statement of a table for this series; -1: none. */
static int
of_series(const int query[SERIE_N], const struct numero *n)
{
	return (size_t)n->serie < SERIE_N && query[n->serie] != 0 ?
	    query[n->serie] : -1;
}

int
registro_vede_documento(struct registro *r, const struct occhio *o,
    const struct numero *n, const char *percorso)
{
	static const int query[SERIE_N] = {
		[SERIE_ACCESSO] = Q_VEDE_DOCUMENTO_AC,
		[SERIE_CARTELLA] = Q_VEDE_DOCUMENTO_CS,
		[SERIE_FASCICOLO] = Q_VEDE_DOCUMENTO_FA,
	};
	AUTO(arena) a = arena_new();
	AUTO_STMT s = NULL;
	int e, q = of_series(query, n);

	if ((e = registro_vede(r, o, n)) != 0)
		return e;
	if (q < 0)
		return not_there(a, n);
	if ((e = db_query(&s, r->db, q, "sssdds", o->utente, o->atto,
	    numero_folder(a, n), n->anno, n->progressivo, percorso)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	return e == 1 ? 0 : err_set(ERR_ABSENT, "il documento %s non c'è, o "
	    "non è fra le cose che puoi vedere", percorso);
}

int
registro_vede_sagoma(struct registro *r, const struct occhio *o,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if (n->serie != SERIE_CARTELLA && n->serie != SERIE_ACCESSO)
		return 0;
	if ((e = db_query(&s, r->db, n->serie == SERIE_CARTELLA ?
	    Q_VEDE_SAGOMA_CS : Q_VEDE_SAGOMA_AC, "ssdd", o->utente, o->atto,
	    n->anno, n->progressivo)) != 0)
		return e;
	return stmt_step(s);
}

static int
collect(struct attuale **out, int *n, struct arena *a, struct stmt *s)
{
	struct attuale *list = NULL;
	int e, used = 0, cap = 0;

	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct attuale){ stmt_dup(a, s, 0),
		    stmt_dup(a, s, 1),
		    stmt_dup(a, s, 2), stmt_dup(a, s, 3), stmt_int(s, 4),
		    stmt_dup(a, s, 5), stmt_dup(a, s, 6) };
	}
	*out = list;
	*n = used;
	return e;
}

static int
seen(struct attuale **out, int *n, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *num, int q)
{
	AUTO_STMT s = NULL;
	int e;

	if (q < 0)
		return not_there(a, num);
	if ((e = db_query(&s, r->db, q, "sssdd", o->utente, o->atto,
	    numero_folder(a, num), num->anno, num->progressivo)) != 0 ||
	    (e = collect(out, n, a, s)) != 0)
		return e;
	return *n > 0 ? 0 : not_there(a, num);
}

int
registro_attuali_visti(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *num)
{
	static const int query[SERIE_N] = {
		[SERIE_ACCESSO] = Q_ATTUALI_AC,
		[SERIE_CARTELLA] = Q_ATTUALI_CS,
		[SERIE_FASCICOLO] = Q_ATTUALI_FA,
	};

	return seen(out, n, a, r, o, num, of_series(query, num));
}

int
registro_attuali_senza_diario(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *num)
{
	static const int query[SERIE_N] = {
		[SERIE_ACCESSO] = Q_ATTUALI_AC,
		[SERIE_CARTELLA] = Q_SENZA_DIARIO_CS,
		[SERIE_FASCICOLO] = Q_ATTUALI_FA,
	};

	return seen(out, n, a, r, o, num, of_series(query, num));
}

int
registro_attuali_per_altri(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *num)
{
	static const int query[SERIE_N] = {
		[SERIE_ACCESSO] = Q_PER_ALTRI_AC,
		[SERIE_CARTELLA] = Q_PER_ALTRI_CS,
		[SERIE_FASCICOLO] = Q_ATTUALI_FA,
	};

	return seen(out, n, a, r, o, num, of_series(query, num));
}

int
registro_riporta(struct registro *r, const char *cartella,
    const char *percorso, const char *tipo)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_RIPORTA_DI, "sss", cartella, percorso,
	    tipo);

	return e != 0 ? e : stmt_step(s);
}

int
registro_attuali_per_consulta(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *num,
    const char *percorso)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_PER_CONSULTA, "sssdds", o->utente,
	    o->atto, numero_folder(a, num), num->anno, num->progressivo,
	    percorso)) != 0 || (e = collect(out, n, a, s)) != 0)
		return e;
	return *n > 0 ? 0 : err_set(ERR_ABSENT, "di %s non c'è una "
	    "consultazione in vigore che dia copia di qualcosa: %s",
	    numero_text(a, num), percorso);
}

/* ---- history ---- */

static int
written(struct nodo *atto, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n, int64_t seq)
{
	static const int query[SERIE_N] = {
		[SERIE_ACCESSO] = Q_STORIA_DOCUMENTI_AC,
		[SERIE_CARTELLA] = Q_STORIA_DOCUMENTI_CS,
		[SERIE_FASCICOLO] = Q_STORIA_DOCUMENTI_FA,
	};
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, query[n->serie], "sssddi", o->utente,
	    o->atto, numero_folder(a, n), n->anno, n->progressivo, seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, atto, "documento");
		nodo_set(a, x, "percorso", stmt_text(s, 0));
		nodo_set(a, x, "tipo", stmt_text(s, 1));
		if (stmt_int(s, 2) != 0)
			nodo_set(a, x, "sagoma", "si");
	}
	return e;
}

static int
add_act(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n, struct stmt *s)
{
	struct nodo *x = nodo_elem(a, out, "atto");

	nodo_set(a, x, "seq", stmt_text(s, 0));
	nodo_set(a, x, "ora", stmt_text(s, 1));
	nodo_set(a, x, "atto", stmt_text(s, 2));
	nodo_set(a, x, "operatore", stmt_text(s, 3));
	nodo_set(a, x, "per", stmt_text(s, 4));
	nodo_set(a, x, "commit", stmt_text(s, 5));
	return written(x, a, r, o, n, stmt_int(s, 0));
}

int
registro_storia(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n)
{
	static const int query[SERIE_N] = {
		[SERIE_ACCESSO] = Q_STORIA_AC,
		[SERIE_CARTELLA] = Q_STORIA_CS,
		[SERIE_FASCICOLO] = Q_STORIA_FA,
	};
	int e, q = of_series(query, n), acts = 0;
	AUTO_STMT s = NULL;

	if (q < 0)
		return not_there(a, n);
	if ((e = db_query(&s, r->db, q, "sssdd", o->utente, o->atto,
	    numero_folder(a, n), n->anno, n->progressivo)) != 0)
		return e;
	for (; (e = stmt_step(s)) == 1; acts++)
		if ((e = add_act(out, a, r, o, n, s)) != 0)
			return e;
	if (e != 0)
		return e;
	return acts > 0 ? 0 : not_there(a, n);
}
