/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * consultazioni.c - what other bodies consult: one, a list, what goes into a
 * copy.  Whoever consults is told of his own and of no other (the query).
 */
#include "registro/consultazioni.h"

#include "registro/legami.h"
#include "registro/query.h"

int
registro_consultazione(struct consultazione *out, struct arena *a,
    struct registro *r, const char *cartella, const char *percorso)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CONSULTAZIONE_UNA, "ss", cartella,
	    percorso)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessuna consultazione %s",
		    percorso);
	*out = (struct consultazione){
		.ente = stmt_dup(a, s, 0), .dal = stmt_dup(a, s, 1),
		.al = stmt_dup(a, s, 2), .copia = stmt_int(s, 3) == 1,
		.finita = stmt_dup(a, s, 4),
	};
	return 0;
}

int
registro_consultazione_giorni(int *out, struct registro *r)
{
	int64_t v = CONSULTAZIONE_GIORNI;
	int e = db_int(&v, r->db, Q_CONSULTAZIONE_GIORNI_Q, "");

	if (e != 0 && e != ERR_ABSENT)
		return e;
	if (e == ERR_ABSENT)
		err_clear();
	*out = (int)v;
	return 0;
}

int
registro_legge_tipo(struct registro *r, const struct occhio *o,
    const struct numero *n, const char *tipo)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_LEGGE_TIPO_CS, "ssdds", o->utente,
	    o->atto, n->anno, n->progressivo, tipo)) != 0)
		return e;
	return stmt_step(s);
}

static int
add_each(struct nodo *x, struct arena *a, struct registro *r, int query,
    const char *cartella, const char *percorso, const char *const *names)
{
	AUTO_STMT s = NULL;
	int e, i;

	if ((e = db_query(&s, r->db, query, "ss", cartella, percorso)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		for (i = 0; names[i] != NULL; i++)
			if (stmt_text(s, i)[0] != '\0')
				nodo_elem_text(a, x, names[i],
				    stmt_text(s, i));
	return e;
}

static int
add_one(struct nodo *out, struct arena *a, struct registro *r,
    struct stmt *s)
{
	static const char *const cose[] = { "tipo", "documento", NULL };
	static const char *const utenti[] = { "utente", NULL };
	static const char *const attr[] = { "percorso", "ente", "dal", "al",
	    "copia", "finita", "da" };
	struct numero n = { SERIE_CARTELLA, (int)stmt_int(s, 0),
	    (int)stmt_int(s, 1) };
	struct nodo *x = nodo_elem(a, out, "consultazione");
	const char *folder = arena_strdup(a, stmt_text(s, 9));
	const char *percorso = arena_strdup(a, stmt_text(s, 2));
	int i, e;

	nodo_set(a, x, "riferimento", numero_text(a, &n));
	for (i = 0; i < (int)NELEM(attr); i++)
		if (!stmt_null(s, i + 2))
			nodo_set(a, x, attr[i], stmt_text(s, i + 2));
	nodo_set(a, x, "stato", stmt_text(s, 10));
	if ((e = add_each(x, a, r, Q_CONSULTAZIONE_UTENTI, folder, percorso,
	    utenti)) != 0)
		return e;
	return add_each(x, a, r, Q_CONSULTAZIONE_COSE, folder, percorso, cose);
}

int
registro_vista_consultazioni(struct nodo *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	e = n != NULL ? db_query(&s, r->db, Q_CONSULTAZIONI_DI, "sss",
	    o->utente, o->atto, numero_folder(a, n)) :
	    db_query(&s, r->db, Q_CONSULTAZIONI_TUTTE, "ss", o->utente,
	    o->atto);
	if (e != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		if ((e = add_one(out, a, r, s)) != 0)
			return e;
	return e;
}
