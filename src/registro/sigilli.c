/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/sigilli.h"

#include "registro/query.h"

int
registro_sigillato(int64_t *out, struct registro *r)
{
	return db_int(out, r->db, Q_ULTIMO_SIGILLATO_Q, "");
}

int
registro_sigillabile(struct registro *r, int64_t dopo)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_SIGILLABILE, "i", dopo)) != 0)
		return e;
	return stmt_step(s);
}

int
registro_anello_impronta(const char **out, struct arena *a,
    struct registro *r, int64_t seq)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ANELLO_IMPRONTA, "i", seq)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "la catena non ha l'anello %lld",
		    (long long)seq);
	*out = stmt_dup(a, s, 0);
	return 0;
}

int
sigilli_esito(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq)
{
	AUTO_STMT s = NULL;
	struct nodo *n;
	int e;

	if ((e = db_query(&s, r->db, Q_SIGILLO_DI, "i", seq)) != 0 ||
	    (e = stmt_step(s)) <= 0)
		return e;
	n = nodo_elem(a, esito, "sigillo");
	nodo_set(a, n, "ultimo", stmt_text(s, 0));
	nodo_set(a, n, "giorno", stmt_text(s, 1));
	nodo_set(a, n, "utente", stmt_text(s, 2));
	return 0;
}

static struct tag_riga
row(struct arena *a, struct stmt *s)
{
	return (struct tag_riga){
		.cartella = stmt_dup(a, s, 0), .nome = stmt_dup(a, s, 1),
		.oggetto = stmt_dup(a, s, 2), .commit = stmt_dup(a, s, 3),
		.utente = stmt_dup(a, s, 4), .chiave = stmt_dup(a, s, 5),
		.seq = stmt_int(s, 6), .ora = stmt_dup(a, s, 7),
	};
}

int
registro_tag(struct tag_riga **out, int *n, struct arena *a,
    struct registro *r, const char *cartella)
{
	struct tag_riga *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_TAG_DI, "s", cartella)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = row(a, s);
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_ogni_tag(struct registro *r, int64_t dopo, tag_fn *fn, void *arg)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_OGNI_TAG, "i", dopo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		AUTO(arena) a = arena_new();
		struct tag_riga t = row(a, s);

		if ((e = fn(arg, &t)) != 0)
			return e;
	}
	return e;
}
