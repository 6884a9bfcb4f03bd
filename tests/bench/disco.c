/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * disco DIR N - the limits of this disk and of SQLite, per second: 4 KB
 * appended and fdatasync'ed; a 4 KB file made, fsync'ed, renamed, directory
 * fsync'ed; a bare SQLite insert in its own transaction (WAL, FULL).
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "db/db.h"

static const struct query insert[] = {
	{ "inserisci", "INSERT INTO r (a, b) VALUES (?1, ?2)" }
};

static void
report(const char *what, int n, int64_t start)
{
	printf("%s %.0f\n", what, n * 1e9 / (double)(clock_mono() - start));
}

int
main(int argc, char **argv)
{
	static char page[4096];
	AUTO(arena) a = arena_new();
	AUTO(db) db = NULL;
	int64_t start;
	int fd, i, n;

	if (argc != 3 || (n = (int)strtol(argv[2], NULL, 10)) < 1)
		return 2;
	fd = open(arena_printf(a, "%s/append", argv[1]),
	    O_WRONLY | O_CREAT | O_TRUNC, 0600);
	start = clock_mono();
	for (i = 0; i < n; i++)
		if (write(fd, page, sizeof page) < 0 || fdatasync(fd) != 0)
			return 1;
	report("aggiunta-e-sincronia", n, start);
	start = clock_mono();
	for (i = 0; i < n; i++)
		if (file_put_synced(arena_printf(a, "%s/file%d", argv[1], i),
		    page, sizeof page, 0600) != 0)
			return 1;
	report("file-atomico", n, start);
	if (db_open(&db, arena_printf(a, "%s/x.sqlite", argv[1]), DB_CREATE,
	    insert, 1) != 0 || db_exec(db, "CREATE TABLE r (n INTEGER PRIMARY "
	    "KEY, a TEXT, b TEXT)") != 0)
		return 1;
	start = clock_mono();
	for (i = 0; i < n; i++)
		if (db_run(db, 0, "ss", "Segnalazione di prova",
		    "Istituto comprensivo") != 0)
			return 1;
	report("insert-sqlite", n, start);
	return 0;
}
