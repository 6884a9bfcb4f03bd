/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * db.h - SQLite made safe: the only room that includes sqlite3.h.
 *
 * Connections are WAL, synchronous=FULL, foreign keys on, trusted_schema off,
 * defensive, no extension loading.  Statements are prepared from a table the
 * room above declares (struct query), so that every SQL text of the program
 * can be listed and its plan checked by a test.  They may call oggi(), today's
 * civil date; a schema may not (it must open in any SQLite).
 */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"

struct db;
struct stmt;

struct query {
	const char *name;	/* for errors and the plan test */
	const char *text;
};

enum {
	DB_CREATE = 1, DB_READONLY = 2, DB_MEMORY = 4,
	DB_BARE = 8,		/* to be filled by db_copy: not set up, not synced */
	DB_PROVVISORIO = 16	/* nobody else opens it, and it may be lost */
};

/*
 * absent: no such file (without DB_CREATE).  DB_READONLY also works where
 * nothing at all can be written.
 * `queries` (n of them) are prepared at first use; must outlive the db.
 */
int db_open(struct db **out, const char *path, int flags,
    const struct query *queries, int n) MUST;
void db_close(struct db *db);
AUTO_DEFINE(db, db_close)

/*
 * Every page of it as it is at this moment, or at that of the read transaction
 * it is in, into a file that is not there yet; writers go on meanwhile.  fault:
 * a page cannot be read.
 */
int db_copy(struct db *db, const char *path) MUST;

/* From now on oggi() answers this day, "2026-11-20". */
void db_oggi(struct db *db, const char *giorno);

/* A script of our own (DDL, PRAGMA, BEGIN IMMEDIATE …). */
int db_exec(struct db *db, const char *sql) MUST;
bool db_in_transaction(struct db *db);	/* sqlite3_get_autocommit() == 0 */
bool db_readonly(struct db *db);	/* opened with DB_READONLY */
int64_t db_changes(struct db *db);

/*
 * Runs a query that returns no row we want.  `types` says what follows:
 * 's' const char * (NULL binds NULL), 'i' int64_t, 'd' int, 'b' const void *
 * and size_t, 'n' nothing (NULL).  Bound as ?1, ?2 …
 */
int db_run(struct db *db, int query, const char *types, ...) MUST;

/*
 * Starts a query; rows come from stmt_step.  The stmt belongs to the db and is
 * reused: finish with stmt_reset (AUTO_STMT does) before the same query is
 * started again; starting it twice is a bug (asserted).
 */
int db_query(struct stmt **out, struct db *db, int query, const char *types,
    ...) MUST;
/* An ad hoc text (comparison of tables, checks); freed by stmt_reset. */
int db_query_text(struct stmt **out, struct db *db, const char *sql) MUST;
int stmt_step(struct stmt *s) MUST;	/* 1 row, 0 end, <0 error */
void stmt_reset(struct stmt *s);
#define AUTO_STMT AUTO(stmt)
AUTO_DEFINE(stmt, stmt_reset)

int stmt_columns(struct stmt *s);
const char *stmt_column_name(struct stmt *s, int col);
bool stmt_null(struct stmt *s, int col);
int64_t stmt_int(struct stmt *s, int col);
/* Valid until the next step or reset; NULL when NULL. */
const char *stmt_text(struct stmt *s, int col);
/* The same for as long as the arena lives. */
char *stmt_dup(struct arena *a, struct stmt *s, int col);
const void *stmt_blob(struct stmt *s, int col, size_t *len);
/* Do the rows of two statements hold the same values, of the same types? */
bool stmt_same_row(struct stmt *x, struct stmt *y);

/* The one integer of a one-row query; absent: no row. */
int db_int(int64_t *out, struct db *db, int query, const char *types, ...)
    MUST;

/*
 * Compares sqlite_schema word for word with what the script `ddl` makes;
 * appends one Italian line a difference.
 */
int db_schema_check(struct buf *differences, struct db *db, const char *ddl)
    MUST;
/* The same with what an attached database has, made by its script just now. */
int db_schema_check_attached(struct buf *differences, struct db *db,
    const char *name) MUST;

#endif
