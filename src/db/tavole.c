/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tavole.c - the tables of a database, their rows and what hangs on them.
 *
 * Keeps: the order of the keys, so that the same rows come in the same order
 * whatever made the file, and nothing has to be sorted.
 */
#include "db/tavole.h"

#include <string.h>

/* Of virtual tables FTS5 makes tables of its own: shadow ones. */
#define TAVOLE "SELECT s.name, s.sql FROM sqlite_schema s " \
	"JOIN pragma_table_list l ON l.name = s.name AND l.schema = 'main' " \
	"WHERE s.type = 'table' AND l.type = 'table' " \
	"AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY s.name"

/* Triggers last: they would refuse rows. */
#define RESTO "SELECT sql FROM sqlite_schema " \
	"WHERE type IN ('index', 'view', 'trigger') AND sql IS NOT NULL " \
	"ORDER BY type = 'trigger', type = 'view', name"

const char tavole_prima[] = "-- sqlite3 registro.db < registro.sql\n"
    "PRAGMA foreign_keys = OFF;\nBEGIN;\n";
const char tavole_dopo[] = "COMMIT;\n";

int
tavole_guarda(struct db **out, const char *path)
{
	AUTO(db) db = NULL;
	AUTO_STMT s = NULL;		/* ends before its connection */
	int r;

	if ((r = db_open(&db, path, DB_READONLY, NULL, 0)) != 0 ||
	    (r = db_exec(db, "BEGIN")) != 0 ||
	    (r = db_query_text(&s, db, "SELECT 1 FROM sqlite_schema")) != 0 ||
	    (r = stmt_step(s)) < 0)
		return r;
	stmt_reset(MOVE(s));
	*out = MOVE(db);
	return 0;
}

static int
read_columns(struct tavola *t, struct arena *a, struct db *db)
{
	AUTO_STMT s = NULL;
	int cap = 0, icap = 0, r;

	if ((r = db_query_text(&s, db, arena_printf(a, "SELECT name, type "
	    "FROM pragma_table_info('%s') ORDER BY cid", t->nome))) != 0)
		return r;
	while ((r = stmt_step(s)) == 1) {
		t->colonna = arena_more(a, t->colonna, t->n, &cap,
		    sizeof *t->colonna);
		t->intera = arena_more(a, t->intera, t->n, &icap,
		    sizeof *t->intera);
		t->colonna[t->n] = stmt_dup(a, s, 0);
		t->intera[t->n++] = strcmp(stmt_text(s, 1), "INTEGER") == 0;
	}
	return r;
}

/* The columns of the key in their order; all of them when there is none. */
static int
read_order(struct tavola *t, struct arena *a, struct db *db)
{
	AUTO_STMT s = NULL;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = db_query_text(&s, db, arena_printf(a, "SELECT name FROM "
	    "pragma_table_info('%s') i WHERE pk > 0 OR NOT EXISTS (SELECT 1 "
	    "FROM pragma_table_info('%s') k WHERE k.pk > 0) ORDER BY pk, cid",
	    t->nome, t->nome))) != 0)
		return r;
	while ((r = stmt_step(s)) == 1)
		buf_printf(&b, "%s\"%s\"", b.len > 0 ? ", " : "",
		    stmt_text(s, 0));
	t->ordine = arena_strdup(a, buf_str(&b));
	return r;
}

int
tavola_leggi(struct tavola *out, struct arena *a, struct db *db,
    const char *nome)
{
	struct tavola t = { .nome = nome };
	int r;

	if ((r = read_columns(&t, a, db)) != 0 ||
	    (r = read_order(&t, a, db)) != 0)
		return r;
	if (t.n == 0)
		return err_set(ERR_ABSENT, "non c'è una tabella «%s»", nome);
	*out = t;
	return 0;
}

int
tavole_leggi(struct tavola **out, int *n, struct arena *a, struct db *db)
{
	struct tavola *list = NULL, *t;
	AUTO_STMT s = NULL;
	int cap = 0, count = 0, r;
	const char *nome;

	if ((r = db_query_text(&s, db, TAVOLE)) != 0)
		return r;
	while ((r = stmt_step(s)) == 1) {
		list = arena_more(a, list, count, &cap, sizeof *list);
		t = &list[count++];
		nome = stmt_dup(a, s, 0);
		if ((r = tavola_leggi(t, a, db, nome)) != 0)
			return r;
		t->sql = stmt_dup(a, s, 1);
	}
	*out = list;
	*n = count;
	return r;
}

int
tavola_righe(struct stmt **out, struct db *db, const struct tavola *t)
{
	AUTO(arena) a = arena_new();

	return db_query_text(out, db, arena_printf(a,
	    "SELECT * FROM \"%s\" ORDER BY %s", t->nome, t->ordine));
}

static void
put_text(struct buf *out, const char *s)
{
	const char *p;

	buf_putc(out, '\'');
	for (; (p = strchr(s, '\'')) != NULL; s = p + 1) {
		buf_append(out, s, (size_t)(p - s));
		buf_puts(out, "''");
	}
	buf_puts(out, s);
	buf_putc(out, '\'');
}

void
tavola_insert(struct buf *out, const struct tavola *t, struct stmt *s)
{
	int i;

	buf_printf(out, "INSERT INTO \"%s\" VALUES (", t->nome);
	for (i = 0; i < t->n; i++) {
		buf_puts(out, i > 0 ? "," : "");
		if (stmt_null(s, i))
			buf_puts(out, "NULL");
		else if (t->intera[i])
			buf_puts(out, stmt_text(s, i));
		else
			put_text(out, stmt_text(s, i));
	}
	buf_puts(out, ");\n");
}

int
tavole_resto(struct stmt **out, struct db *db)
{
	return db_query_text(out, db, RESTO);
}
