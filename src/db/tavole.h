/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tavole.h - whole databases, table by table, for who writes them out.
 */
#ifndef DB_TAVOLE_H
#define DB_TAVOLE_H

#include "db/db.h"

struct tavola {
	const char *nome, *sql;		/* sql: as it was made */
	const char **colonna;
	bool *intera;			/* of each column: INTEGER */
	int n;				/* columns */
	const char *ordine;		/* its key, or all its columns */
};

/* A connection that from now on sees the file as it is at this moment.  There
 * is another one that has it open already. */
int tavole_guarda(struct db **out, const char *path) MUST;
/* All but the virtual ones and those that these keep for themselves; in order
 * of name, in the arena. */
int tavole_leggi(struct tavola **out, int *n, struct arena *a, struct db *db)
    MUST;
/* absent: no such table. */
int tavola_leggi(struct tavola *out, struct arena *a, struct db *db,
    const char *nome) MUST;
/* Every row, its columns in their order, in that of the key. */
int tavola_righe(struct stmt **out, struct db *db, const struct tavola *t)
    MUST;
/* What stands before all that, and behind it. */
extern const char tavole_prima[], tavole_dopo[];
/* A row as a statement that puts it back. */
void tavola_insert(struct buf *out, const struct tavola *t, struct stmt *s);
/* The text of indexes, views and triggers, one a row, in the order in which
 * they can be made behind tables with their rows. */
int tavole_resto(struct stmt **out, struct db *db) MUST;

#endif
