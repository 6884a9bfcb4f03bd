/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta_tabelle.c - the register as text: SQL that any sqlite3 loads, and a
 * CSV and an XML a table.
 *
 * Keeps: every row of every table but those that only find words again (they
 * hold nothing of their own) and the moves not yet made, which are about one
 * machine.  Memory does not grow with the rows.
 */
#include <string.h>

#include "base/buf.h"
#include "db/tavole.h"
#include "servizio/esporta.h"
#include "xml/righe.h"

struct fogli {
	struct foglio *sql, *csv, *xml;	/* any may be NULL */
};

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

void
csv_riga(struct foglio *f, const char *const *valore, int n)
{
	int i;

	for (i = 0; i < n; i++) {
		foglio_puts(f, i > 0 ? "," : "");
		csv_campo(f, valore[i]);
	}
	foglio_puts(f, "\r\n");
}

/* valore: room for its columns. */
static void
write_row(const struct fogli *f, const struct tavola *t, struct stmt *s,
    const char **valore)
{
	AUTO_BUF b = { 0 };
	int i;

	for (i = 0; i < t->n; i++)
		valore[i] = stmt_null(s, i) ? NULL : stmt_text(s, i);
	if (f->csv != NULL)
		csv_riga(f->csv, valore, t->n);
	if (f->xml != NULL) {
		righe_riga(&b, t->colonna, valore, t->n);
		foglio_put(f->xml, b.data, b.len);
		buf_clear(&b);
	}
	if (f->sql != NULL) {
		tavola_insert(&b, t, s);
		foglio_put(f->sql, b.data, b.len);
	}
}

static int
write_rows(const struct fogli *f, const struct tavola *t, struct db *db)
{
	AUTO(arena) a = arena_new();
	const char **valore = arena_alloc(a, (size_t)t->n * sizeof *valore);
	AUTO_BUF head = { 0 }, tail = { 0 };
	AUTO_STMT s = NULL;
	int r;

	righe_apri(&head, t->nome);
	righe_chiudi(&tail);
	if (f->csv != NULL)
		csv_riga(f->csv, t->colonna, t->n);
	if (f->xml != NULL)
		foglio_put(f->xml, head.data, head.len);
	if ((r = tavola_righe(&s, db, t)) != 0)
		return r;
	while ((r = stmt_step(s)) == 1)
		write_row(f, t, s, valore);
	if (f->xml != NULL)
		foglio_put(f->xml, tail.data, tail.len);
	return r;
}

static int
write_table(struct uscita *u, struct foglio *sql, const struct tavola *t,
    struct db *db)
{
	AUTO(arena) a = arena_new();
	AUTO(foglio) csv = NULL, *xml = NULL;
	int r;

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
write_the_rest(struct foglio *sql, struct db *db)
{
	AUTO_STMT s = NULL;
	int r;

	if ((r = tavole_resto(&s, db)) != 0)
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

	if ((r = tavole_leggi(&t, &n, a, db)) != 0 ||
	    (r = foglio_open(&sql, u, "registro/registro.sql")) != 0)
		return r;
	foglio_puts(sql, tavole_prima);
	for (i = 0; i < n; i++)
		if ((r = write_table(u, sql, &t[i], db)) != 0)
			return r;
	if ((r = write_the_rest(sql, db)) != 0)
		return r;
	foglio_puts(sql, tavole_dopo);
	return foglio_end(&sql);
}

int
esporta_csv(struct uscita *u, const char *rel, struct db *db,
    const char *tabella)
{
	AUTO(arena) a = arena_new();
	AUTO(foglio) csv = NULL;
	struct tavola t;
	int r;

	if ((r = tavola_leggi(&t, a, db, tabella)) != 0 ||
	    (r = foglio_open(&csv, u, rel)) != 0 ||
	    (r = write_rows(&(struct fogli){ .csv = csv }, &t, db)) != 0)
		return r;
	return foglio_end(&csv);
}
