/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/deleghe.h"

#include <string.h>

#include "registro/query.h"

/* 1 when the query of three texts has a row, else 0. */
static int
exists(struct registro *r, int query, const char *x, const char *y,
    const char *z)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query, "sss", x, y, z)) != 0)
		return e;
	return stmt_step(s);
}

int
registro_ambito(struct registro *r, const char *utente, const char *atto,
    const char *ambito)
{
	return exists(r, Q_AMBITO, utente, atto, ambito);
}

int
registro_utenti_ruoli(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o)
{
	struct nodo *x = NULL;
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_UTENTI_RUOLI, "ss", o->utente,
	    o->atto)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		if (x == NULL || strcmp(nodo_attr(x, "codice"),
		    stmt_text(s, 0)) != 0) {
			x = nodo_elem(a, out, "utente");
			nodo_set(a, x, "codice", stmt_text(s, 0));
			nodo_set(a, x, "cognome", stmt_text(s, 1));
			nodo_set(a, x, "nome", stmt_text(s, 2));
		}
		nodo_elem_text(a, x, "ruolo", stmt_text(s, 3));
	}
	return e;
}

int
registro_delega_copre(struct registro *r, const char *delegato,
    const char *delegante, const char *atto)
{
	return exists(r, Q_DELEGA_COPRE, delegato, delegante, atto);
}

int
registro_deleganti(const char ***out, struct arena *a, struct registro *r,
    const char *delegato)
{
	const char **list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_DELEGANTI, "s", delegato)) != 0)
		return e;
	do {
		list = arena_more(a, list, used, &cap, sizeof *list);
		if ((e = stmt_step(s)) == 1)
			list[used++] = arena_strdup(a, stmt_text(s, 0));
	} while (e == 1);
	list[used] = NULL;
	*out = list;
	return e;
}

int
registro_delega(struct delega *out, struct arena *a, struct registro *r,
    const struct occhio *o, int numero)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_DELEGA, "ssd", o->utente, o->atto,
	    numero)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "la delega %d non esiste, o non è "
		    "fra le cose che puoi vedere", numero);
	*out = (struct delega){
		.delegante = arena_strdup(a, stmt_text(s, 0)),
		.delegato = arena_strdup(a, stmt_text(s, 1)),
		.dal = arena_strdup(a, stmt_text(s, 2)),
		.al = arena_strdup(a, stmt_text(s, 3)),
		.revocata = stmt_int(s, 4) == 1,
	};
	return 0;
}

int
registro_deleghe_di(struct nodo *out, struct arena *a, struct registro *r,
    const char *utente)
{
	static const char *const name[] = {
		"numero", "delegante", "delegato", "dal", "al",
	};
	AUTO_STMT s = NULL;
	struct nodo *x;
	size_t i;
	int e;

	if ((e = db_query(&s, r->db, Q_DELEGHE_DI, "s", utente)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, out, "delega");
		for (i = 0; i < NELEM(name); i++)
			nodo_set(a, x, name[i], stmt_text(s, (int)i));
	}
	return e;
}

static int
add_acts(struct nodo *to, struct arena *a, struct registro *r, int numero)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_DELEGA_ATTI, "d", numero)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		nodo_elem_text(a, to, "atto", stmt_text(s, 0));
	return e;
}

int
registro_deleghe_viste(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *utente, bool tutte)
{
	static const char *const name[] = {
		"numero", "delegante", "delegato", "dal", "al", "stato",
	};
	AUTO_STMT s = NULL;
	struct nodo *x;
	size_t i;
	int e;

	if ((e = db_query(&s, r->db, Q_DELEGHE_VISTE, "ssss", o->utente,
	    o->atto, utente, tutte ? "si" : NULL)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, out, "delega");
		for (i = 0; i < NELEM(name); i++)
			nodo_set(a, x, name[i], stmt_text(s, (int)i));
		if ((e = add_acts(x, a, r, (int)stmt_int(s, 0))) != 0)
			return e;
	}
	return e;
}
