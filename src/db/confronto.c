/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * confronto.c - is the schema of a database still, word for word, what our
 * script makes?  A dropped trigger, an added column or index is found here.
 */
#include "db/db.h"

#include <string.h>

#include "base/buf.h"

#define LIST "SELECT type, name, coalesce(sql, '') FROM %s.sqlite_schema " \
	"WHERE name NOT LIKE 'sqlite_stat%%' ORDER BY type, name"

/* Advances one of the two sorted lists; *more tells whether a row stands. */
static int
advance(struct stmt *s, bool *more)
{
	int r = stmt_step(s);

	if (r < 0)
		return r;
	*more = r == 1;
	return 0;
}

static int
order(struct stmt *a, struct stmt *b)
{
	int c = strcmp(stmt_text(a, 0), stmt_text(b, 0));

	return c != 0 ? c : strcmp(stmt_text(a, 1), stmt_text(b, 1));
}

static void
tell(struct buf *out, const char *what, struct stmt *s)
{
	buf_printf(out, "%s: %s %s\n", what, stmt_text(s, 0), stmt_text(s, 1));
}

static int
compare(struct buf *out, struct stmt *is, struct stmt *ought)
{
	bool has = false, wants = false;
	int r, c;

	if ((r = advance(is, &has)) != 0 || (r = advance(ought, &wants)) != 0)
		return r;
	while (has || wants) {
		c = !has ? 1 : !wants ? -1 : order(is, ought);
		if (c < 0)
			tell(out, "in più nello schema", is);
		else if (c > 0)
			tell(out, "manca nello schema", ought);
		else if (strcmp(stmt_text(is, 2), stmt_text(ought, 2)) != 0)
			tell(out, "diverso nello schema", is);
		if (c <= 0 && (r = advance(is, &has)) != 0)
			return r;
		if (c >= 0 && (r = advance(ought, &wants)) != 0)
			return r;
	}
	return 0;
}

/* All that the schema of the database `name` of this connection holds. */
static int
list(struct stmt **out, struct db *db, const char *name)
{
	AUTO_BUF sql = { 0 };

	buf_printf(&sql, LIST, name);
	return db_query_text(out, db, sql.data);
}

int
db_schema_check(struct buf *differences, struct db *db, const char *ddl)
{
	AUTO(db) model = NULL;
	AUTO_STMT is = NULL;
	AUTO_STMT ought = NULL;
	int r;

	if ((r = db_open(&model, NULL, DB_MEMORY, NULL, 0)) != 0 ||
	    (r = db_exec(model, ddl)) != 0 ||
	    (r = list(&is, db, "main")) != 0 ||
	    (r = list(&ought, model, "main")) != 0)
		return r;
	r = compare(differences, is, ought);
	/* the statement must go before its connection does */
	stmt_reset(MOVE(ought));
	return r;
}

int
db_schema_check_attached(struct buf *differences, struct db *db,
    const char *name)
{
	AUTO_STMT is = NULL;
	AUTO_STMT ought = NULL;
	int r;

	if ((r = list(&is, db, "main")) != 0 ||
	    (r = list(&ought, db, name)) != 0)
		return r;
	return compare(differences, is, ought);
}
