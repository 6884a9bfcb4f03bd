/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/utenti.h"

#include "registro/query.h"

/* The rows of one user as elements of that name. */
static int
add_each(struct nodo *to, struct arena *a, struct registro *r, int query,
    const char *nome)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query, "s", nodo_attr(to,
	    "codice"))) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		nodo_elem_text(a, to, nome, stmt_text(s, 0));
	return e;
}

int
registro_utenti_visti(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *utente)
{
	static const char *const name[] = {
		"codice", "cognome", "nome", "qualifica", "comune", "attivo",
	};
	AUTO_STMT s = NULL;
	struct nodo *x;
	size_t i;
	int e;

	if ((e = db_query(&s, r->db, Q_UTENTI_VISTI, "sss", o->utente,
	    o->atto, utente)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, out, "utente");
		for (i = 0; i < NELEM(name); i++)
			nodo_set(a, x, name[i], stmt_text(s, (int)i));
		if ((e = add_each(x, a, r, Q_PERSONA_RUOLI, "ruolo")) != 0 ||
		    (e = add_each(x, a, r, Q_PERSONA_UFFICI, "ufficio")) != 0 ||
		    (e = add_each(x, a, r, Q_PERSONA_LOGIN, "login")) != 0)
			return e;
	}
	return e;
}

int
registro_uffici_nomi(struct nodo *out, struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_UFFICI_NOMI, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem_text(a, out, "ufficio", stmt_text(s, 1));
		nodo_set(a, x, "codice", stmt_text(s, 0));
	}
	return e;
}
