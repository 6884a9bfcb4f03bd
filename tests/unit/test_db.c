/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * SQLite made safe: what a connection refuses, what a statement carries, what
 * is a bug and ends the process, what a changed schema is said to be.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "db/db.h"

enum { Q_ADD, Q_GET, Q_ALL, Q_COUNT, Q_BAD, Q_QUOTED, Q_N };

static const struct query queries[Q_N] = {
	[Q_ADD] = { "ADD", "INSERT INTO t VALUES (?1, ?2, ?3)" },
	[Q_GET] = { "GET", "SELECT b, c FROM t WHERE a = ?1" },
	[Q_ALL] = { "ALL", "SELECT a FROM t ORDER BY a" },
	[Q_COUNT] = { "COUNT", "SELECT count(*) FROM t" },
	[Q_BAD] = { "BAD", "SELECT x FROM nessuna" },
	[Q_QUOTED] = { "QUOTED", "SELECT a FROM t WHERE b = \"testo\"" },
};

#define DDL "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c BLOB) STRICT;" \
	"CREATE INDEX t_b ON t (b);" \
	"CREATE TABLE figlia (a INTEGER REFERENCES t) STRICT;"

struct esperimento {
	struct arena *a;
	char *dir;
	const char *path;
	struct db *db;
};

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct esperimento *p = arena_alloc(a, sizeof *p);

	p->a = a;
	assert_int_equal(dir_temporary(&p->dir, a), 0);
	p->path = arena_printf(a, "%s/prova.sqlite", p->dir);
	assert_int_equal(db_open(&p->db, p->path, DB_CREATE, queries, Q_N), 0);
	assert_int_equal(db_exec(p->db, DDL), 0);
	*state = p;
	return 0;
}

static int
teardown(void **state)
{
	struct esperimento *p = *state;
	int r;

	db_close(p->db);
	r = dir_remove(p->dir);
	arena_free(p->a);
	return r;
}

static void
opening(void **state)
{
	struct esperimento *p = *state;
	const char *none = arena_printf(p->a, "%s/altro.sqlite", p->dir);
	AUTO(db) db = NULL;

	assert_int_equal(db_open(&db, none, 0, queries, Q_N), ERR_ABSENT);
	assert_int_equal(db_open(&db, none, DB_READONLY, queries, Q_N),
	    ERR_ABSENT);
	assert_false(file_exists(none));
	assert_int_equal(file_put(none, "non è una base di dati, davvero", 32,
	    0600), 0);
	assert_int_not_equal(db_open(&db, none, 0, queries, Q_N), 0);
	assert_null(db);
	assert_int_equal(db_open(&db, p->path, DB_READONLY, queries, Q_N), 0);
	assert_int_equal(db_run(db, Q_ADD, "isn", (int64_t)1, "x"),
	    ERR_FAULT);
}

static void
values_go_and_come_back(void **state)
{
	struct esperimento *p = *state;
	const char bytes[] = { 'a', '\0', 'b' };
	AUTO_STMT s = NULL;
	const char *blob;
	size_t n;

	assert_int_equal(db_run(p->db, Q_ADD, "isb", (int64_t)1 << 40,
	    "perché no; DROP TABLE t", bytes, sizeof bytes), 0);
	assert_int_equal(db_run(p->db, Q_ADD, "dsn", 2, NULL), 0);
	assert_int_equal(db_changes(p->db), 1);
	assert_int_equal(db_query(&s, p->db, Q_GET, "i", (int64_t)1 << 40),
	    0);
	assert_int_equal(stmt_step(s), 1);
	assert_int_equal(stmt_columns(s), 2);
	assert_string_equal(stmt_column_name(s, 0), "b");
	assert_string_equal(stmt_text(s, 0), "perché no; DROP TABLE t");
	blob = stmt_blob(s, 1, &n);
	assert_int_equal(n, sizeof bytes);
	assert_memory_equal(blob, bytes, n);
	assert_int_equal(stmt_step(s), 0);
	stmt_reset(s);
	assert_int_equal(db_query(&s, p->db, Q_GET, "d", 2), 0);
	assert_int_equal(stmt_step(s), 1);
	assert_true(stmt_null(s, 0));
	assert_null(stmt_text(s, 0));
}

static void
one_integer(void **state)
{
	struct esperimento *p = *state;
	int64_t n = 7;

	assert_int_equal(db_int(&n, p->db, Q_ALL, ""), ERR_ABSENT);
	assert_int_equal(n, 7);
	assert_int_equal(db_int(&n, p->db, Q_COUNT, ""), 0);
	assert_int_equal(n, 0);
}

static void
transactions(void **state)
{
	struct esperimento *p = *state;
	int64_t n;

	assert_false(db_in_transaction(p->db));
	assert_int_equal(db_exec(p->db, "BEGIN IMMEDIATE"), 0);
	assert_true(db_in_transaction(p->db));
	assert_int_equal(db_run(p->db, Q_ADD, "dsn", 1, "x"), 0);
	assert_int_equal(db_exec(p->db, "ROLLBACK"), 0);
	assert_false(db_in_transaction(p->db));
	assert_int_equal(db_int(&n, p->db, Q_COUNT, ""), 0);
	assert_int_equal(n, 0);
}

static void
what_sqlite_refuses(void **state)
{
	struct esperimento *p = *state;

	assert_int_equal(db_run(p->db, Q_ADD, "dsn", 1, "x"), 0);
	/* a key again; a value of another type in a STRICT table */
	assert_int_equal(db_run(p->db, Q_ADD, "dsn", 1, "x"), ERR_FAULT);
	assert_int_equal(db_run(p->db, Q_ADD, "ssn", "uno", "x"), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "SQLite"));
	/* and the statement can be used again */
	assert_int_equal(db_run(p->db, Q_ADD, "dsn", 2, "x"), 0);
	assert_int_equal(db_run(p->db, Q_BAD, ""), ERR_FAULT);
	/* a string in double quotes is a name that does not exist */
	assert_int_equal(db_run(p->db, Q_QUOTED, ""), ERR_FAULT);
	assert_int_equal(db_exec(p->db, "INSERT INTO figlia VALUES (99)"),
	    ERR_FAULT);
	assert_int_equal(db_exec(p->db, "NON È SQL"), ERR_FAULT);
	/* defensive: the schema is not written by hand */
	assert_int_not_equal(db_exec(p->db, "PRAGMA writable_schema = ON; "
	    "UPDATE sqlite_schema SET sql = '' WHERE name = 't'"), 0);
	assert_int_not_equal(db_exec(p->db,
	    "SELECT load_extension('libm.so.6')"), 0);
}

/* ---- bugs end the process ---- */

typedef void bug_fn(struct esperimento *p);

/* In a child, that nothing is left of it: 1 when it was aborted. */
static int
aborts(struct esperimento *p, bug_fn *fn)
{
	const struct rlimit no_core = { 0, 0 };
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		setrlimit(RLIMIT_CORE, &no_core);
		signal(SIGABRT, SIG_DFL);
		if (close(2) == 0)
			fn(p);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void
started_twice(struct esperimento *p)
{
	struct stmt *s, *again;

	if (db_query(&s, p->db, Q_ALL, "") != 0 ||
	    db_query(&again, p->db, Q_ALL, "") != 0)
		_exit(1);
}

static void
too_few(struct esperimento *p)
{
	if (db_run(p->db, Q_ADD, "is", (int64_t)1, "x") != 0)
		_exit(1);
}

static void
too_many(struct esperimento *p)
{
	if (db_run(p->db, Q_COUNT, "d", 1) != 0)
		_exit(1);
}

static void
unknown_kind(struct esperimento *p)
{
	if (db_run(p->db, Q_GET, "z", 1) != 0)
		_exit(1);
}

static void
unknown_query(struct esperimento *p)
{
	if (db_run(p->db, Q_N, "") != 0)
		_exit(1);
}

static void
used_well(struct esperimento *p)
{
	int64_t n;

	if (db_int(&n, p->db, Q_COUNT, "") != 0)
		_exit(1);
}

static void
misuse_is_a_bug(void **state)
{
	struct esperimento *p = *state;

	assert_false(aborts(p, used_well));
	assert_true(aborts(p, started_twice));
	assert_true(aborts(p, too_few));
	assert_true(aborts(p, too_many));
	assert_true(aborts(p, unknown_kind));
	assert_true(aborts(p, unknown_query));
}

/* ---- schema ---- */

static void
differs(struct esperimento *p, const char *change, const char *said)
{
	AUTO_BUF b = { 0 };

	assert_int_equal(db_exec(p->db, "BEGIN"), 0);
	assert_int_equal(db_exec(p->db, change), 0);
	assert_int_equal(db_schema_check(&b, p->db, DDL), 0);
	assert_string_equal(buf_str(&b), said);
	assert_int_equal(db_exec(p->db, "ROLLBACK"), 0);
}

static void
schema_word_for_word(void **state)
{
	struct esperimento *p = *state;

	differs(p, "SELECT 1", "");
	differs(p, "DROP INDEX t_b", "manca nello schema: index t_b\n");
	differs(p, "CREATE INDEX t_c ON t (c)",
	    "in più nello schema: index t_c\n");
	differs(p, "DROP TABLE figlia", "manca nello schema: table figlia\n");
	differs(p, "ALTER TABLE figlia ADD COLUMN z TEXT",
	    "diverso nello schema: table figlia\n");
	differs(p, "CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END",
	    "in più nello schema: trigger x\n");
	differs(p, "DROP INDEX t_b; CREATE INDEX t_b ON t (c)",
	    "diverso nello schema: index t_b\n");
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(opening), T(values_go_and_come_back), T(one_integer),
		T(transactions), T(what_sqlite_refuses), T(misuse_is_a_bug),
		T(schema_word_for_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
