/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta_tabelle.c - the register as text: SQL that any sqlite3 loads, and a
 * CSV and an XML a table.
 *
 * Keeps: every row of every table but those that only find words again (they
 * hold nothing of their own) and the moves not yet made, which are about one
 * machine; the order of the keys, so that the same register gives the same
 * bytes.  Memory does not grow with the rows.
 */
#include <string.h>

#include "base/buf.h"
#include "servizio/esporta.h"

/* Of virtual tables FTS5 makes tables of its own: shadow ones. */
#define TABELLE "SELECT s.name, s.sql FROM sqlite_schema s " \
	"JOIN pragma_table_list l ON l.name = s.name AND l.schema = 'main' " \
	"WHERE s.type = 'table' AND l.type = 'table' " \
	"AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY s.name"

/* What is made when the rows are in, triggers last. */
#define IL_RESTO "SELECT sql FROM sqlite_schema " \
	"WHERE type IN ('index', 'view', 'trigger') AND sql IS NOT NULL " \
	"ORDER BY type = 'trigger', type = 'view', name"

struct tavola {
	const char *nome, *sql;
	const char **colonna;
	bool *intera;			/* of each column: INTEGER */
	int n;
	const char *ordine;		/* its key, or all its columns */
};

struct fogli {
	struct foglio *sql, *csv, *xml;	/* any may be NULL */
};

/* ---- what a table is ---- */

static int
columns(struct tavola *t, struct arena *a, struct db *db)
{
	AUTO_STMT s = NULL;
	AUTO_BUF all = { 0 }, key = { 0 };
	int cap = 0, r;

	if ((r = db_query_text(&s, db, arena_printf(a, "SELECT name, type, pk "
	    "FROM pragma_table_info('%s')", t->nome))) != 0)
		return r;
	while ((r = stmt_step(s)) == 1) {
		t->colonna = arena_more(a, t->colonna, t->n, &cap,
		    sizeof *t->colonna);
		t->colonna[t->n++] = stmt_dup(a, s, 0);
		buf_printf(&all, "%s\"%s\"", all.len > 0 ? ", " : "",
		    stmt_text(s, 0));
	}
	if (r < 0)
		return r;
	t->intera = arena_alloc(a, (size_t)t->n * sizeof *t->intera);
	stmt_reset(MOVE(s));
	if ((r = db_query_text(&s, db, arena_printf(a, "SELECT cid, type, pk, "
	    "name FROM pragma_table_info('%s') ORDER BY pk", t->nome))) != 0)
		return r;
	while ((r = stmt_step(s)) == 1) {
		t->intera[stmt_int(s, 0)] = strcmp(stmt_text(s, 1),
		    "INTEGER") == 0;
		if (stmt_int(s, 2) > 0)
			buf_printf(&key, "%s\"%s\"", key.len > 0 ? ", " : "",
			    stmt_text(s, 3));
	}
	t->ordine = arena_strdup(a, buf_str(key.len > 0 ? &key : &all));
	return r;
}

/* ---- its rows ---- */

void
csv_campo(struct foglio *f, const char *s)
{
	const char *p;

	if (s == NULL)
		return;
	if (s[0] != '\0' && strpbrk(s, "\",\r\n") == NULL && s[0] != ' ' &&
	    s[strlen(s) - 1] != ' ') {
		foglio_puts(f, s);
		return;
	}
	foglio_puts(f, "\"");
	for (; (p = strchr(s, '"')) != NULL; s = p + 1) {
		foglio_put(f, s, (size_t)(p - s));
		foglio_puts(f, "\"\"");
	}
	foglio_puts(f, s);
	foglio_puts(f, "\"");
}

static void
sql_value(struct foglio *f, const char *s, bool number)
{
	const char *p;

	if (s == NULL || number) {
		foglio_puts(f, s == NULL ? "NULL" : s);
		return;
	}
	foglio_puts(f, "'");
	for (; (p = strchr(s, '\'')) != NULL; s = p + 1) {
		foglio_put(f, s, (size_t)(p - s));
		foglio_puts(f, "''");
	}
	foglio_puts(f, s);
	foglio_puts(f, "'");
}

static void
xml_value(struct foglio *f, const char *nome, const char *s)
{
	size_t n;

	if (s == NULL)
		return;
	foglio_printf(f, "<%s>", nome);
	while (*s != '\0') {
		n = strcspn(s, "<>&\r");
		foglio_put(f, s, n);
		s += n;
		if (*s == '\0')
			break;
		foglio_puts(f, *s == '<' ? "&lt;" : *s == '>' ? "&gt;" :
		    *s == '&' ? "&amp;" : "&#13;");
		s++;
	}
	foglio_printf(f, "</%s>", nome);
}

static void
write_row(const struct fogli *f, const struct tavola *t, struct stmt *s)
{
	const char *v;
	int i;

	if (f->sql != NULL)
		foglio_printf(f->sql, "INSERT INTO \"%s\" VALUES (", t->nome);
	if (f->xml != NULL)
		foglio_puts(f->xml, "  <riga>");
	for (i = 0; i < t->n; i++) {
		v = stmt_null(s, i) ? NULL : stmt_text(s, i);
		if (f->sql != NULL) {
			foglio_puts(f->sql, i > 0 ? "," : "");
			sql_value(f->sql, v, t->intera[i]);
		}
		if (f->csv != NULL) {
			foglio_puts(f->csv, i > 0 ? "," : "");
			csv_campo(f->csv, v);
		}
		if (f->xml != NULL)
			xml_value(f->xml, t->colonna[i], v);
	}
	if (f->sql != NULL)
		foglio_puts(f->sql, ");\n");
	if (f->csv != NULL)
		foglio_puts(f->csv, "\r\n");
	if (f->xml != NULL)
		foglio_puts(f->xml, "</riga>\n");
}

static void
write_head(const struct fogli *f, const struct tavola *t)
{
	int i;

	for (i = 0; i < t->n && f->csv != NULL; i++) {
		foglio_puts(f->csv, i > 0 ? "," : "");
		csv_campo(f->csv, t->colonna[i]);
	}
	if (f->csv != NULL)
		foglio_puts(f->csv, "\r\n");
	if (f->xml != NULL)
		foglio_printf(f->xml, "<?xml version=\"1.0\" "
		    "encoding=\"UTF-8\"?>\n<tabella nome=\"%s\">\n", t->nome);
}

static int
write_rows(const struct fogli *f, const struct tavola *t, struct db *db)
{
	AUTO(arena) a = arena_new();
	AUTO_STMT s = NULL;
	int r;

	if ((r = db_query_text(&s, db, arena_printf(a,
	    "SELECT * FROM \"%s\" ORDER BY %s", t->nome, t->ordine))) != 0)
		return r;
	write_head(f, t);
	while ((r = stmt_step(s)) == 1)
		write_row(f, t, s);
	if (f->xml != NULL)
		foglio_puts(f->xml, "</tabella>\n");
	return r;
}

/* ---- all of them ---- */

static int
write_table(struct uscita *u, struct foglio *sql, struct tavola *t,
    struct db *db)
{
	AUTO(arena) a = arena_new();
	AUTO(foglio) csv = NULL, *xml = NULL;
	int r;

	if ((r = columns(t, a, db)) != 0)
		return r;
	foglio_printf(sql, "%s;\n", t->sql);
	/* the moves not yet made are of a machine, not of the office */
	if (strcmp(t->nome, "mossa") == 0)
		return 0;
	if ((r = foglio_open(&csv, u, arena_printf(a, "registro/csv/%s.csv",
	    t->nome))) != 0 ||
	    (r = foglio_open(&xml, u, arena_printf(a, "registro/xml/%s.xml",
	    t->nome))) != 0 ||
	    (r = write_rows(&(struct fogli){ sql, csv, xml }, t, db)) != 0 ||
	    (r = foglio_end(&csv)) != 0)
		return r;
	return foglio_end(&xml);
}

static int
list_tables(struct tavola **out, int *n, struct arena *a, struct db *db)
{
	AUTO_STMT s = NULL;
	int cap = 0, r;

	*out = NULL;
	*n = 0;
	if ((r = db_query_text(&s, db, TABELLE)) != 0)
		return r;
	while ((r = stmt_step(s)) == 1) {
		*out = arena_more(a, *out, *n, &cap, sizeof **out);
		(*out)[(*n)++] = (struct tavola){ .nome = stmt_dup(a, s, 0),
		    .sql = stmt_dup(a, s, 1) };
	}
	return r;
}

static int
write_the_rest(struct foglio *sql, struct db *db)
{
	AUTO_STMT s = NULL;
	int r;

	if ((r = db_query_text(&s, db, IL_RESTO)) != 0)
		return r;
	while ((r = stmt_step(s)) == 1)
		foglio_printf(sql, "%s;\n", stmt_text(s, 0));
	return r;
}

int
esporta_registro(struct uscita *u, struct db *db)
{
	AUTO(arena) a = arena_new();
	AUTO(foglio) sql = NULL;
	struct tavola *t;
	int i, n, r;

	if ((r = list_tables(&t, &n, a, db)) != 0 ||
	    (r = foglio_open(&sql, u, "registro/registro.sql")) != 0)
		return r;
	foglio_puts(sql, "-- sqlite3 registro.db < registro.sql\n"
	    "PRAGMA foreign_keys = OFF;\nBEGIN;\n");
	for (i = 0; i < n; i++)
		if ((r = write_table(u, sql, &t[i], db)) != 0)
			return r;
	if ((r = write_the_rest(sql, db)) != 0)
		return r;
	foglio_puts(sql, "COMMIT;\n");
	return foglio_end(&sql);
}

int
esporta_csv(struct uscita *u, const char *rel, struct db *db,
    const char *tabella)
{
	struct tavola t = { .nome = tabella };
	AUTO(arena) a = arena_new();
	AUTO(foglio) csv = NULL;
	int r;

	if ((r = columns(&t, a, db)) != 0 ||
	    (r = foglio_open(&csv, u, rel)) != 0 ||
	    (r = write_rows(&(struct fogli){ .csv = csv }, &t, db)) != 0)
		return r;
	return foglio_end(&csv);
}
