/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * misure.c - what stands over a case: conflicts of interest, seals, links to
 * other cartelle, temporary accesses.
 */
#include "registro/legami.h"

#include <string.h>

#include "registro/query.h"

/* (folder, path) of the first row; absent: no row. */
static int
place(struct luogo *out, struct arena *a, struct stmt *s)
{
	int e;

	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessuno");
	*out = (struct luogo){ arena_strdup(a, stmt_text(s, 0)),
	    arena_strdup(a, stmt_text(s, 1)) };
	return 0;
}

int
registro_conflitto(struct luogo *out, struct arena *a, struct registro *r,
    const struct numero *n, const char *utente)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CONFLITTO_DI, "sdds",
	    numero_sigla(n->serie), n->anno, n->progressivo, utente)) != 0)
		return e;
	return place(out, a, s);
}

int
registro_secretazione(struct luogo *out, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_SECRETAZIONE_DI, "sdd",
	    numero_sigla(n->serie), n->anno, n->progressivo)) != 0)
		return e;
	return place(out, a, s);
}

int
registro_collegamento(struct luogo *out, struct arena *a, struct registro *r,
    const struct numero *una, const struct numero *altra)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_COLLEGAMENTO_DI, "dddd", una->anno,
	    una->progressivo, altra->anno, altra->progressivo)) != 0)
		return e;
	return place(out, a, s);
}

int
registro_straordinari(struct straordinario **out, int *n, struct arena *a,
    struct registro *r, const struct numero *cartella)
{
	struct straordinario *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_STRAORDINARI_DI, "dd", cartella->anno,
	    cartella->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct straordinario){
		    arena_strdup(a, stmt_text(s, 0)),
		    arena_strdup(a, stmt_text(s, 1)) };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_straordinario_giorni(int *out, struct registro *r)
{
	int64_t v = 1;
	int e = db_int(&v, r->db, Q_STRAORDINARIO_GIORNI, "");

	if (e != 0 && e != ERR_ABSENT)
		return e;
	if (e == ERR_ABSENT)
		err_clear();
	*out = (int)v;
	return 0;
}

int
registro_vista_collegate(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	struct numero altra = { .serie = SERIE_CARTELLA };
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_COLLEGATE, "ssdd", o->utente, o->atto,
	    n->anno, n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		altra.anno = (int)stmt_int(s, 0);
		altra.progressivo = (int)stmt_int(s, 1);
		x = nodo_elem(a, vista, "collegata");
		nodo_set(a, x, "numero", numero_text(a, &altra));
		nodo_set(a, x, "legame", stmt_text(s, 2));
		nodo_set(a, x, "dal", stmt_text(s, 3));
		if (!stmt_null(s, 4))
			nodo_set(a, x, "al", stmt_text(s, 4));
	}
	return e;
}
