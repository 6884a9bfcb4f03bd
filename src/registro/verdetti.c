/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/verdetti.h"

#include "registro/query.h"

int
registro_verdetti_n(int *out, struct registro *r, const struct numero *n)
{
	int64_t last;
	int e;

	if ((e = db_int(&last, r->db, Q_VERDETTI_N, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	*out = (int)last;
	return 0;
}

int
registro_verdetti_sotto(int *out, struct registro *r, const char *cartella,
    const char *dir)
{
	int64_t last;
	int e;

	if ((e = db_int(&last, r->db, Q_VERDETTI_SOTTO, "ss", cartella,
	    dir)) != 0)
		return e;
	*out = (int)last;
	return 0;
}

int
registro_verdetti_percorsi(const char ***out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *dir)
{
	const char **list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_VERDETTI_PERCORSI, "ss", cartella,
	    dir)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = stmt_dup(a, s, 0);
	}
	*out = list;
	*n = used;
	return e;
}

static void
add(struct nodo *vista, struct arena *a, struct stmt *s)
{
	static const char *const names[] = { "impronta", "su", "ora",
	    "operatore", "formato", "esito", "riga", "cartella", "percorso" };
	const struct numero n = { SERIE_PROTOCOLLO, (int)stmt_int(s, 0),
	    (int)stmt_int(s, 1) };
	struct nodo *v = nodo_elem(a, vista, "verdetto");
	int i;

	nodo_set(a, v, "protocollo", numero_text(a, &n));
	nodo_set(a, v, "ordine", stmt_text(s, 2));
	/* of the content that was taken out */
	nodo_set(a, v, "distrutto", stmt_dup(a, s, 12));
	nodo_set(a, v, "file", stmt_text(s, 13));
	for (i = 0; i < (int)NELEM(names); i++)
		if (i != 6 && !stmt_null(s, 3 + i))
			nodo_set(a, v, names[i], stmt_text(s, 3 + i));
	nodo_text(a, v, stmt_text(s, 3 + 6));
}

static int
add_all(struct nodo *vista, struct arena *a, struct stmt *s)
{
	int e;

	while ((e = stmt_step(s)) == 1)
		add(vista, a, s);
	return e;
}

int
registro_vista_verdetti(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	static const int both[] = { Q_VERDETTI_DI, Q_VERDETTI_COPIE };
	size_t i;
	int e;

	for (i = 0; i < NELEM(both); i++) {
		AUTO_STMT s = NULL;

		if ((e = db_query(&s, r->db, both[i], "ssdd", o->utente,
		    o->atto, n->anno, n->progressivo)) != 0 ||
		    (e = add_all(vista, a, s)) != 0)
			return e;
	}
	return 0;
}

int
registro_verdetti_impronta(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const char *impronta)
{
	static const int both[] = { Q_VERDETTI_IMPRONTA, Q_VERDETTI_SU };
	size_t i;
	int e;

	for (i = 0; i < NELEM(both); i++) {
		AUTO_STMT s = NULL;

		if ((e = db_query(&s, r->db, both[i], "sss", o->utente,
		    o->atto, impronta)) != 0 ||
		    (e = add_all(vista, a, s)) != 0)
			return e;
	}
	return 0;
}
