/* SPDX-License-Identifier: EUPL-1.2 */
#include "accesso/letture.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accesso/interno.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/resource.h"
#include "db/db.h"

enum { Q_ULTIMA, Q_AGGIUNGI, Q_TUTTE, Q_FINE_GIORNO, Q_UNA, Q_DI,
    Q_FRA, Q_N };

static const struct query queries[Q_N] = {
	[Q_ULTIMA] = { "ULTIMA",
	    "SELECT n, impronta FROM lettura ORDER BY n DESC LIMIT 1" },
	[Q_AGGIUNGI] = { "AGGIUNGI",
	    "INSERT INTO lettura VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)" },
	[Q_TUTTE] = { "TUTTE", "SELECT n, ora, operatore, per, atto, oggetto, "
	    "esito, precedente, impronta FROM lettura ORDER BY n" },
	[Q_FINE_GIORNO] = { "FINE_GIORNO", "SELECT n, impronta FROM lettura "
	    "WHERE n > ?1 AND substr(ora, 1, 10) <= ?2 "
	    "ORDER BY n DESC LIMIT 1" },
	/* ?1 a number, ?2 ?3 days, ?4 the row behind which to go on */
	[Q_DI] = { "DI", "SELECT n, ora, operatore, per, atto, oggetto, esito "
	    "FROM lettura WHERE oggetto >= ?1 AND oggetto < ?1 || '<' "
	    "AND (oggetto = ?1 OR oggetto >= ?1 || ';') "
	    "AND (?2 IS NULL OR substr(ora, 1, 10) >= ?2) "
	    "AND (?3 IS NULL OR substr(ora, 1, 10) <= ?3) "
	    "AND (?4 = 0 OR n < ?4) ORDER BY n DESC" },
	[Q_FRA] = { "FRA", "SELECT n, ora, operatore, per, atto, oggetto, "
	    "esito, precedente, impronta FROM lettura "
	    "WHERE n > ?1 AND n <= ?2 ORDER BY n" },
	[Q_UNA] = { "UNA", "SELECT n, impronta FROM lettura WHERE n = ?1" },
};

struct letture {
	struct db *db;
};

int
letture_open(struct letture **out, const char *path, int flags)
{
	AUTO(letture) l = calloc(1, sizeof *l);
	const struct resource *ddl = resource_find("schema/letture.sql");
	bool create = flags & LETTURE_CREATE;
	int mode = create ? DB_CREATE : 0, e;

	assert(ddl != NULL);
	if (l == NULL)
		abort();
	if (flags & LETTURE_READONLY)
		mode |= DB_READONLY;
	if ((e = db_open(&l->db, path, mode, queries, Q_N)) != 0 ||
	    (create && (e = db_exec(l->db, ddl->data)) != 0))
		return e;
	*out = MOVE(l);
	return 0;
}

void
letture_close(struct letture *l)
{
	if (l == NULL)
		return;
	db_close(l->db);
	free(l);
}

static void
compute(char out[IMPRONTA_LEN + 1], int64_t n, const struct lettura *x,
    const char *esito, const char *precedente)
{
	AUTO_BUF b = { 0 };

	buf_printf(&b, "%lld %s %s %s %s %s %s %s\n", (long long)n, x->ora,
	    x->operatore, x->per != NULL ? x->per : "-", x->atto, x->oggetto,
	    esito, precedente);
	hash_hex(out, b.data, b.len);
}

static int
add(struct letture *l, const struct lettura *x)
{
	const char *esito = x->negato ? "negato" : "mostrato";
	char last[IMPRONTA_LEN + 1], impronta[IMPRONTA_LEN + 1];
	int64_t n;
	int e;

	if ((e = legate_ultima(&n, last, l->db, Q_ULTIMA)) != 0)
		return e;
	compute(impronta, ++n, x, esito, last);
	return db_run(l->db, Q_AGGIUNGI, "issssssss", n, x->ora, x->operatore,
	    x->per, x->atto, x->oggetto, esito, last, impronta);
}

int
letture_add(struct letture *l, const struct lettura *x, int n)
{
	int e, i;

	if ((e = db_exec(l->db, "BEGIN IMMEDIATE")) != 0)
		return e;
	for (i = 0; i < n && e == 0; i++)
		e = add(l, &x[i]);
	if (e == 0)
		e = db_exec(l->db, "COMMIT");
	if (e != 0 && db_in_transaction(l->db) &&
	    db_exec(l->db, "ROLLBACK") != 0)
		return e;
	return e;
}

/* The text of a column; "" when there is none, whatever the schema says. */
static const char *
text(struct stmt *s, int col)
{
	const char *t = stmt_text(s, col);

	return t != NULL ? t : "";
}

/* (n, impronta) of the one row of a query that has been started. */
static int
one_row(int64_t *n, char impronta[IMPRONTA_LEN + 1], struct stmt *s)
{
	int e = stmt_step(s);

	if (e < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessuna lettura");
	*n = stmt_int(s, 0);
	snprintf(impronta, IMPRONTA_LEN + 1, "%s", text(s, 1));
	return 0;
}

int
letture_fine_giorno(int64_t *n, char impronta[IMPRONTA_LEN + 1],
    struct letture *l, int64_t dopo, const char *giorno)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, l->db, Q_FINE_GIORNO, "is", dopo,
	    giorno)) != 0)
		return e;
	return one_row(n, impronta, s);
}

int
letture_impronta(char impronta[IMPRONTA_LEN + 1], struct letture *l, int64_t n)
{
	AUTO_STMT s = NULL;
	int64_t same;
	int e;

	if ((e = db_query(&s, l->db, Q_UNA, "i", n)) != 0)
		return e;
	return one_row(&same, impronta, s);
}

int
letture_di(struct letture *l, const char *riferimento, const char *dal,
    const char *al, int64_t dopo, letta_fn *fn, void *arg)
{
	AUTO_STMT s = NULL;
	struct letta x;
	int e, r;

	if ((e = db_query(&s, l->db, Q_DI, "sssi", riferimento, dal, al,
	    dopo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = (struct letta){ stmt_int(s, 0), text(s, 1), text(s, 2),
		    stmt_text(s, 3), text(s, 4), text(s, 5), text(s, 6) };
		if ((r = fn(arg, &x)) != 0)
			return r;
	}
	return e;
}

/* What is wrong with this row, given the one before; NULL: nothing. */
static const char *
fault_of(struct stmt *s, int64_t n, const char *last)
{
	struct lettura x = {
		.ora = text(s, 1), .operatore = text(s, 2),
		.per = stmt_text(s, 3), .atto = text(s, 4),
		.oggetto = text(s, 5),
	};
	char impronta[IMPRONTA_LEN + 1];

	if (stmt_int(s, 0) != n)
		return "manca la riga precedente";
	if (strcmp(text(s, 7), last) != 0)
		return "non segue la riga precedente";
	compute(impronta, n, &x, text(s, 6), last);
	if (strcmp(text(s, 8), impronta) != 0)
		return "la riga è stata modificata";
	return NULL;
}

int
letture_check(int64_t *n, struct letture *l, guasto_fn *fn, void *arg)
{
	char last[IMPRONTA_LEN + 1];
	AUTO_STMT s = NULL;
	const char *fault;
	int64_t count = 0;
	int e;

	if ((e = legate_schema(l->db, "schema/letture.sql", fn,
	    arg)) != 0)
		return e;
	memcpy(last, legate_genesi, sizeof last);
	if ((e = db_query(&s, l->db, Q_TUTTE, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		if ((fault = fault_of(s, ++count, last)) != NULL)
			fn(arg, stmt_int(s, 0), fault);
		snprintf(last, sizeof last, "%s", text(s, 8));
		count = stmt_int(s, 0);
	}
	*n = count;
	return e;
}

int
letture_quante(int64_t *n, struct letture *l)
{
	char last[IMPRONTA_LEN + 1];

	return legate_ultima(n, last, l->db, Q_ULTIMA);
}

static int
give_row(struct stmt *s, lettura_riga_fn *fn, void *arg)
{
	AUTO_BUF b = { 0 };
	int i;

	for (i = 0; i < 9; i++)
		buf_printf(&b, "%s%s", i > 0 ? " " : "", i == 3 &&
		    stmt_text(s, 3) == NULL ? "-" : text(s, i));
	buf_putc(&b, '\n');
	return fn(arg, b.data, b.len);
}

int
letture_righe(struct letture *l, int64_t dopo, int64_t fino,
    lettura_riga_fn *fn, void *arg)
{
	char last[IMPRONTA_LEN + 1];
	AUTO_STMT s = NULL;
	const char *fault;
	int e, r;

	memcpy(last, legate_genesi, sizeof last);
	if ((dopo > 0 && (e = letture_impronta(last, l, dopo)) != 0) ||
	    (e = db_query(&s, l->db, Q_FRA, "ii", dopo, fino)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		if ((fault = fault_of(s, ++dopo, last)) != NULL)
			return err_set(ERR_FAULT, "letture, riga %lld: %s: "
			    "eseguire «cartella verifica»", (long long)dopo,
			    fault);
		snprintf(last, sizeof last, "%s", text(s, 8));
		if ((r = give_row(s, fn, arg)) != 0)
			return r;
	}
	return e != 0 || dopo == fino ? e : err_set(ERR_FAULT, "letture: "
	    "mancano le righe dopo la %lld", (long long)dopo);
}
