/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * db.c - connections and statements.  Refuses: extensions, schemas that call
 * functions we did not write, double-quoted strings, writes to the schema.
 */
#include "db/db.h"

#include <assert.h>
#include <errno.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"

struct stmt {
	struct db *db;
	sqlite3_stmt *s;
	bool busy;		/* started and not yet reset */
	bool adhoc;		/* of db_query_text: freed by stmt_reset */
};

struct db {
	sqlite3 *h;
	const struct query *queries;
	struct stmt *stmts;	/* one for each query, prepared when needed */
	int n;
	char oggi[GIORNO_LEN + 1];	/* "": by the clock */
};

/* The disk's own words for an error of reading or writing.  SQLite keeps the
 * errno of a call that may not be the one that failed: only those of a disk are
 * believed. */
static int
err_disk(struct db *db, const char *what)
{
	int number = sqlite3_system_errno(db->h);

	switch (number) {
	case ENOSPC:
	case EDQUOT:
	case EROFS:
		errno = number;
		break;
	default:
		errno = EIO;
	}
	err_sys("registro (%s)", what);
	return ERR_FAULT;
}

static int
err_sql(struct db *db, const char *what)
{
	int rc = db->h != NULL ? sqlite3_errcode(db->h) : SQLITE_NOMEM;
	const char *text = db->h != NULL ? sqlite3_errmsg(db->h) : "memoria";

	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(ERR_BUSY, "registro occupato (%s): %s", what,
		    text);
	case SQLITE_READONLY:
	case SQLITE_PERM:
		/* also what is left when a file beside it did not open */
		return err_set(ERR_FAULT, "il registro si può solo leggere "
		    "(%s): permessi dei file, o il disco dà errore", what);
	case SQLITE_FULL:
		return err_set(ERR_FAULT, "il disco è pieno (%s): fare spazio e "
		    "riprovare", what);
	case SQLITE_CANTOPEN:
		/* SQLite then tries to read only: errno is of that attempt */
		return err_set(ERR_FAULT, "un file del registro non si apre o "
		    "non si può creare (%s): permessi, o disco pieno", what);
	case SQLITE_IOERR:
		return err_disk(db, what);
	}
	return err_set(ERR_FAULT, "SQLite (%s): %s", what, text);
}

/* oggi(): the civil date, by the clock of the program, or the day that was
 * set. */
static void
today(sqlite3_context *ctx, int n, sqlite3_value **args)
{
	const struct db *db = sqlite3_user_data(ctx);
	char day[GIORNO_LEN + 1];

	(void)n;
	(void)args;
	if (db->oggi[0] != '\0')
		memcpy(day, db->oggi, sizeof day);
	else
		clock_day(day, clock_now());
	sqlite3_result_text(ctx, day, -1, SQLITE_TRANSIENT);
}

void
db_oggi(struct db *db, const char *giorno)
{
	assert(strlen(giorno) == GIORNO_LEN);
	memcpy(db->oggi, giorno, sizeof db->oggi);
}

static int
configure(struct db *db, int flags)
{
	int ignored, r;

	if (flags & DB_BARE)
		return db_exec(db, "PRAGMA synchronous = OFF;");
	sqlite3_extended_result_codes(db->h, 1);
	sqlite3_busy_timeout(db->h, 20000);
	sqlite3_db_config(db->h, SQLITE_DBCONFIG_DEFENSIVE, 1, &ignored);
	sqlite3_db_config(db->h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &ignored);
	sqlite3_db_config(db->h, SQLITE_DBCONFIG_DQS_DDL, 0, &ignored);
	sqlite3_db_config(db->h, SQLITE_DBCONFIG_DQS_DML, 0, &ignored);
	if (sqlite3_create_function_v2(db->h, "oggi", 0,
	    SQLITE_UTF8 | SQLITE_DIRECTONLY, db, today, NULL, NULL,
	    NULL) != SQLITE_OK)
		return err_sql(db, "oggi");
	/* temp_store: nothing of the register goes to /var/tmp */
	if ((r = db_exec(db, "PRAGMA foreign_keys = ON;"
	    "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;")) != 0)
		return r;
	if (flags & (DB_READONLY | DB_MEMORY))
		return 0;
	if (flags & DB_PROVVISORIO)
		return db_exec(db, "PRAGMA locking_mode = EXCLUSIVE;"
		    "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
		    "PRAGMA cache_size = -32768;");
	return db_exec(db, "PRAGMA journal_mode = WAL;");
}

/*
 * On a read-only disk a file closed cleanly has no log beside it and none can
 * be made: it is whole by itself, and SQLite must be told so.
 */
static int
open_file(struct db *db, const char *path, int mode, int flags)
{
	AUTO_BUF log = { 0 };
	AUTO_BUF uri = { 0 };
	struct stat st;
	const char *p;

	buf_printf(&log, "%s-wal", path);
	if ((flags & DB_READONLY) && stat(buf_str(&log), &st) != 0) {
		buf_printf(&uri, "file:");
		for (p = path; *p != '\0'; p++)
			buf_printf(&uri, strchr("%?#", *p) ? "%%%02x" : "%c",
			    (unsigned char)*p);
		buf_printf(&uri, "?immutable=1");
		path = buf_str(&uri);
		mode |= SQLITE_OPEN_URI;
	}
	return sqlite3_open_v2(path, &db->h, mode, NULL);
}

int
db_open(struct db **out, const char *path, int flags,
    const struct query *queries, int n)
{
	int mode = SQLITE_OPEN_READWRITE, r;
	AUTO(db) db = calloc(1, sizeof *db);
	struct stat st;

	if (db == NULL)
		abort();
	if (flags & DB_READONLY)
		mode = SQLITE_OPEN_READONLY;
	if (flags & (DB_CREATE | DB_MEMORY))
		mode |= SQLITE_OPEN_CREATE;
	if (flags & DB_MEMORY)
		path = ":memory:";
	else if (!(flags & DB_CREATE) && stat(path, &st) != 0)
		return err_sys("%s", path);
	db->queries = queries;
	db->n = n;
	db->stmts = calloc((size_t)n + 1, sizeof *db->stmts);
	if (db->stmts == NULL)
		abort();
	if (open_file(db, path, mode, flags) != SQLITE_OK)
		return err_sql(db, path);
	if ((r = configure(db, flags)) != 0)
		return r;
	*out = MOVE(db);
	return 0;
}

void
db_close(struct db *db)
{
	int i;

	if (db == NULL)
		return;
	for (i = 0; i < db->n; i++)
		sqlite3_finalize(db->stmts[i].s);
	free(db->stmts);
	sqlite3_close(db->h);
	free(db);
}

int
db_copy(struct db *db, const char *path)
{
	AUTO(db) to = NULL;
	sqlite3_backup *b;
	int r;

	if ((r = db_open(&to, path, DB_CREATE | DB_BARE, NULL, 0)) != 0)
		return r;
	assert(to != NULL);
	b = sqlite3_backup_init(to->h, "main", db->h, "main");
	if (b == NULL)
		return err_sql(to, "copia");
	r = sqlite3_backup_step(b, -1);
	sqlite3_backup_finish(b);
	if (r == SQLITE_DONE)
		return 0;
	err_sql(to, "copia");
	return ERR_FAULT;
}

int
db_exec(struct db *db, const char *sql)
{
	if (sqlite3_exec(db->h, sql, NULL, NULL, NULL) != SQLITE_OK)
		return err_sql(db, "script");
	return 0;
}

bool
db_in_transaction(struct db *db)
{
	return sqlite3_get_autocommit(db->h) == 0;
}

bool
db_readonly(struct db *db)
{
	return sqlite3_db_readonly(db->h, "main") == 1;
}

int64_t
db_changes(struct db *db)
{
	return sqlite3_changes64(db->h);
}

static int
prepare(struct stmt *s, struct db *db, const char *name, const char *text)
{
	if (sqlite3_prepare_v3(db->h, text, -1, SQLITE_PREPARE_PERSISTENT,
	    &s->s, NULL) != SQLITE_OK)
		return err_sql(db, name);
	s->db = db;
	return 0;
}

/* keep: as SQLite says who keeps the bytes until the statement is reset. */
static int
bind(struct stmt *s, sqlite3_destructor_type keep, const char *types,
    va_list ap)
{
	const char *text;
	const void *p;
	int i, rc = SQLITE_OK;

	for (i = 1; *types != '\0' && rc == SQLITE_OK; types++, i++) {
		switch (*types) {
		case 's':
			text = va_arg(ap, const char *);
			rc = sqlite3_bind_text(s->s, i, text, -1, keep);
			break;
		case 'i':
			rc = sqlite3_bind_int64(s->s, i, va_arg(ap, int64_t));
			break;
		case 'd':
			rc = sqlite3_bind_int(s->s, i, va_arg(ap, int));
			break;
		case 'b':
			p = va_arg(ap, const void *);
			rc = sqlite3_bind_blob64(s->s, i, p,
			    va_arg(ap, size_t), keep);
			break;
		case 'n':
			rc = sqlite3_bind_null(s->s, i);
			break;
		default:
			assert(!"tipo di parametro ignoto");
		}
	}
	if (rc != SQLITE_OK)
		return err_sql(s->db, "parametri");
	return 0;
}

static int
start(struct stmt **out, struct db *db, int query,
    sqlite3_destructor_type keep, const char *types, va_list ap)
{
	struct stmt *s;
	int r;

	assert(query >= 0 && query < db->n);
	s = &db->stmts[query];
	if (s->s == NULL && (r = prepare(s, db, db->queries[query].name,
	    db->queries[query].text)) != 0)
		return r;
	assert(!s->busy);
	assert((int)strlen(types) == sqlite3_bind_parameter_count(s->s));
	if ((r = bind(s, keep, types, ap)) != 0)
		return r;
	s->busy = true;
	*out = s;
	return 0;
}

int
db_query(struct stmt **out, struct db *db, int query, const char *types, ...)
{
	va_list ap;
	int r;

	va_start(ap, types);
	r = start(out, db, query, SQLITE_TRANSIENT, types, ap);
	va_end(ap);
	return r;
}

int
db_query_text(struct stmt **out, struct db *db, const char *sql)
{
	struct stmt *s = calloc(1, sizeof *s);
	int r;

	if (s == NULL)
		abort();
	if ((r = prepare(s, db, "verifica", sql)) != 0) {
		free(s);
		return r;
	}
	s->adhoc = s->busy = true;
	*out = s;
	return 0;
}

int
stmt_step(struct stmt *s)
{
	switch (sqlite3_step(s->s)) {
	case SQLITE_ROW:
		return 1;
	case SQLITE_DONE:
		return 0;
	default:
		return err_sql(s->db, sqlite3_sql(s->s));
	}
}

void
stmt_reset(struct stmt *s)
{
	if (s == NULL || !s->busy)
		return;
	if (s->adhoc) {
		sqlite3_finalize(s->s);
		free(s);
		return;
	}
	sqlite3_reset(s->s);
	sqlite3_clear_bindings(s->s);
	s->busy = false;
}

int
db_run(struct db *db, int query, const char *types, ...)
{
	AUTO_STMT s = NULL;
	va_list ap;
	int r;

	va_start(ap, types);
	/* it is reset before who calls goes on */
	r = start(&s, db, query, SQLITE_STATIC, types, ap);
	va_end(ap);
	if (r != 0)
		return r;
	while ((r = stmt_step(s)) == 1)
		continue;
	return r;
}

int
db_int(int64_t *out, struct db *db, int query, const char *types, ...)
{
	AUTO_STMT s = NULL;
	va_list ap;
	int r;

	va_start(ap, types);
	r = start(&s, db, query, SQLITE_STATIC, types, ap);
	va_end(ap);
	if (r != 0)
		return r;
	if ((r = stmt_step(s)) < 0)
		return r;
	if (r == 0)
		return err_set(ERR_ABSENT, "non trovato");
	*out = stmt_int(s, 0);
	return 0;
}

int
stmt_columns(struct stmt *s)
{
	return sqlite3_column_count(s->s);
}

const char *
stmt_column_name(struct stmt *s, int col)
{
	return sqlite3_column_name(s->s, col);
}

bool
stmt_null(struct stmt *s, int col)
{
	return sqlite3_column_type(s->s, col) == SQLITE_NULL;
}

int64_t
stmt_int(struct stmt *s, int col)
{
	return sqlite3_column_int64(s->s, col);
}

const char *
stmt_text(struct stmt *s, int col)
{
	return (const char *)sqlite3_column_text(s->s, col);
}

char *
stmt_dup(struct arena *a, struct stmt *s, int col)
{
	const char *text = stmt_text(s, col);

	return text != NULL ? arena_strdup(a, text) : NULL;
}

const void *
stmt_blob(struct stmt *s, int col, size_t *len)
{
	const void *p = sqlite3_column_blob(s->s, col);

	*len = (size_t)sqlite3_column_bytes(s->s, col);
	return p;
}

static bool
same_value(sqlite3_value *x, sqlite3_value *y)
{
	int n;

	if (sqlite3_value_type(x) != sqlite3_value_type(y))
		return false;
	switch (sqlite3_value_type(x)) {
	case SQLITE_NULL:
		return true;
	case SQLITE_INTEGER:
		return sqlite3_value_int64(x) == sqlite3_value_int64(y);
	default:			/* a number with a point as its text */
		n = sqlite3_value_bytes(x);
		return n == sqlite3_value_bytes(y) && (n == 0 ||
		    memcmp(sqlite3_value_blob(x), sqlite3_value_blob(y),
		    (size_t)n) == 0);
	}
}

bool
stmt_same_row(struct stmt *x, struct stmt *y)
{
	int i, n = stmt_columns(x);

	if (n != stmt_columns(y))
		return false;
	for (i = 0; i < n; i++)
		if (!same_value(sqlite3_column_value(x->s, i),
		    sqlite3_column_value(y->s, i)))
			return false;
	return true;
}
