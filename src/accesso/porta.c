/* SPDX-License-Identifier: EUPL-1.2 */
#include "accesso/porta.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "accesso/interno.h"
#include "base/resource.h"

/*
 * SQLite gives its other files the mode of this one.  A file that is there is
 * not opened: closing any descriptor of it would drop the locks that SQLite has
 * in this process (fcntl(2)), and the next process to close it would take the
 * WAL away from under a connection that lives.
 */
static int
make_private(const char *path)
{
	AUTO_FD int fd = -1;
	struct stat st;
	bool there = lstat(path, &st) == 0;

	if (!there && errno != ENOENT)
		return err_sys("%s", path);
	if (!there && (fd = open(path, O_RDWR | O_CREAT | O_EXCL |
	    O_NOFOLLOW | O_CLOEXEC, 0600)) >= 0)
		return 0;
	if (lstat(path, &st) != 0)
		return err_sys("%s", path);
	if (!S_ISREG(st.st_mode))
		return err_set(ERR_FAULT, "%s non è un file", path);
	if ((st.st_mode & 0777) != 0600 && chmod(path, 0600) != 0)
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
