/* SPDX-License-Identifier: EUPL-1.2 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "accesso/interno.h"
#include "base/resource.h"

const char legate_genesi[IMPRONTA_LEN + 1] =
    "0000000000000000000000000000000000000000000000000000000000000000";

int
legate_schema(struct db *db, const char *ddl, legate_guasto_fn *fn, void *arg)
{
	const struct resource *ours = resource_find(ddl);
	AUTO_STMT s = NULL;
	AUTO_BUF b = { 0 };
	char *line, *next;
	int e;

	assert(ours != NULL);
	if ((e = db_schema_check(&b, db, ours->data)) != 0 ||
	    (e = db_query_text(&s, db, "PRAGMA integrity_check(20)")) != 0)
		return e;
	for (line = b.data; line != NULL && *line != '\0'; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		fn(arg, 0, line);
	}
	while ((e = stmt_step(s)) == 1)
		if (strcmp(stmt_text(s, 0), "ok") != 0)
			fn(arg, 0, stmt_text(s, 0));
	return e;
}

int
legate_ultima(int64_t *n, char impronta[IMPRONTA_LEN + 1], struct db *db,
    int domanda)
{
	AUTO_STMT s = NULL;
	int e;

	*n = 0;
	memcpy(impronta, legate_genesi, sizeof legate_genesi);
	if ((e = db_query(&s, db, domanda, "")) != 0 ||
	    (e = stmt_step(s)) <= 0)
		return e;
	*n = stmt_int(s, 0);
	snprintf(impronta, IMPRONTA_LEN + 1, "%s", stmt_text(s, 1));
	return 0;
}
