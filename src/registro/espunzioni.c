/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/espunzioni.h"

#include <assert.h>

#include "registro/query.h"

int
registro_espunto_qualcosa(struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ESPUNTO_QUALCOSA, "")) != 0)
		return e;
	return stmt_step(s);
}

int
registro_espunzione_sospesa(struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ESPUNZIONE_SOSPESA, "")) != 0)
		return e;
	return stmt_step(s);
}

int
registro_espunzioni_sospese(const char ***out, int *n, struct arena *a,
    struct registro *r)
{
	const char **list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_ESPUNZIONI_SOSPESE, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = stmt_dup(a, s, 0);
	}
	*out = list;
	*n = used;
	return e;
}

/* The first text of a query about two; NULL: no row. */
static int
one_text(const char **out, struct arena *a, struct registro *r, int query,
    const char *x, const char *y)
{
	AUTO_STMT s = NULL;
	int e;

	*out = NULL;
	if ((e = db_query(&s, r->db, query, "ss", x, y)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 1)
		*out = stmt_dup(a, s, 0);
	return 0;
}

int
registro_riservato_di(const char **out, struct arena *a, struct registro *r,
    const char *cartella, const char *percorso)
{
	return one_text(out, a, r, Q_RISERVATO_DI, cartella, percorso);
}

int
registro_riportato(const char **out, struct arena *a, struct registro *r,
    const char *cartella, const char *tipo)
{
	return one_text(out, a, r, Q_RIPORTATO, cartella, tipo);
}

int
registro_blocco_vigente(struct blocco_vigente *out, struct arena *a,
    struct registro *r, const char *cartella)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_BLOCCO_DI, "s", cartella)) != 0 ||
	    (e = stmt_step(s)) != 1)
		return e;
	*out = (struct blocco_vigente){ stmt_dup(a, s, 0), stmt_dup(a, s, 1),
	    stmt_dup(a, s, 2) };
	return 1;
}

static int
places(struct posto **out, int *n, struct arena *a, struct registro *r,
    int query, const char *cartella)
{
	struct posto *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, query, "s", cartella)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct posto){ stmt_int(s, 0),
		    stmt_dup(a, s, 1) };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_posti(struct posto **out, int *n, struct arena *a,
    struct registro *r, const char *cartella)
{
	return places(out, n, a, r, Q_POSTI, cartella);
}

int
registro_posti_prima(struct posto **out, int *n, struct arena *a,
    struct registro *r, const char *cartella)
{
	return places(out, n, a, r, Q_POSTI_PRIMA, cartella);
}

/* The trigger, word for word as the schema has it: verifica looks at that. */
static int
trigger(const char **out, struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_POSTO_SCATTO, "")) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_FAULT, "nel registro manca il vincolo di "
		    "posto: eseguire «cartella verifica»");
	*out = stmt_dup(a, s, 0);
	return 0;
}

int
registro_posti_sposta(struct registro *r, const char *cartella,
    const struct posto *p, int n)
{
	AUTO(arena) a = arena_new();
	const char *ddl = NULL;
	int e, i;

	assert(registro_in_transaction(r));
	if ((e = trigger(&ddl, a, r)) != 0 ||
	    (e = db_exec(r->db, "DROP TRIGGER posto_update")) != 0)
		return e;
	for (i = 0; i < n; i++)
		if ((e = db_run(r->db, Q_POSTO_SPOSTA, "iss", p[i].seq,
		    cartella, p[i].commit)) != 0)
			return e;
	return db_exec(r->db, ddl);
}
