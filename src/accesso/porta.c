/* SPDX-License-Identifier: EUPL-1.2 */
#include "accesso/porta.h"

#include <assert.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "accesso/interno.h"
#include "base/resource.h"

/* SQLite gives its other files the mode of this one. */
static int
make_private(const char *path)
{
	AUTO_FD int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC,
	    0600);

	if (fd < 0 || fchmod(fd, 0600) != 0)
		return err_sys("%s", path);
	return 0;
}

int
porta_db(struct db **out, const char *path, const struct query *queries, int n)
{
	const struct resource *ddl = resource_find("schema/accesso.sql");
	AUTO(db) db = NULL;
	int e;

	assert(ddl != NULL);
	if ((e = make_private(path)) != 0 ||
	    (e = db_open(&db, path, DB_CREATE, queries, n)) != 0 ||
	    (e = db_exec(db, ddl->data)) != 0)
		return e;
	*out = MOVE(db);
	return 0;
}

int
porta_open(struct porta **out, const char *path)
{
	AUTO(porta) p = calloc(1, sizeof *p);
	int e;

	if (p == NULL)
		abort();
	if ((e = porta_db(&p->db, path, porta_query, P_N)) != 0)
		return e;
	*out = MOVE(p);
	return 0;
}

int
porta_guarda(struct porta **out, const char *path)
{
	AUTO(porta) p = calloc(1, sizeof *p);
	int e;

	if (p == NULL)
		abort();
	if ((e = db_open(&p->db, path, DB_READONLY, porta_query, P_N)) != 0)
		return e;
	*out = MOVE(p);
	return 0;
}

void
porta_close(struct porta *p)
{
	if (p == NULL)
		return;
	db_close(p->db);
	free(p);
}

int
porta_chiudi(struct porta *p, int e)
{
	if (e == 0)
		return db_exec(p->db, "COMMIT");
	if (db_in_transaction(p->db) && db_exec(p->db, "ROLLBACK") != 0)
		return ERR_FAULT;
	return e;
}
