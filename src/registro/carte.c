/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/carte.h"

#include "registro/query.h"

int
registro_sottoscritto(struct registro *r, const char *documento_id)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_SOTTOSCRITTO, "s", documento_id)) != 0)
		return e;
	return stmt_step(s);
}

static struct tipo
row(struct arena *a, struct stmt *s)
{
	return (struct tipo){ arena_strdup(a, stmt_text(s, 0)),
	    arena_strdup(a, stmt_text(s, 1)), (int)stmt_int(s, 2) };
}

int
registro_tipo(struct tipo *out, struct arena *a, struct registro *r,
    const char *nome)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TIPO, "s", nome)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "non c'è il tipo di documento «%s»",
		    nome);
	*out = row(a, s);
	return 0;
}

int
registro_tipi(struct tipo **out, int *n, struct arena *a, struct registro *r)
{
	struct tipo *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_TIPI, "")) != 0)
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
registro_ebbe_testa(struct registro *r, const char *cartella,
    const char *commit)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_COMMIT_DI, "ss", cartella,
	    commit)) != 0)
		return e;
	return stmt_step(s);
}
