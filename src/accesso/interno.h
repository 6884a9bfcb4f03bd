/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * interno.h - of the room alone: the statements of the door, in one table.
 */
#ifndef ACCESSO_INTERNO_H
#define ACCESSO_INTERNO_H

#include "accesso/porta.h"
#include "db/db.h"

enum {
	P_SESSIONE, P_SESSIONE_NUOVA, P_SESSIONE_TOCCA, P_SESSIONE_TOGLI,
	P_SESSIONI_TOGLI_DI, P_SESSIONI_DI, P_SESSIONI_SCADUTE, P_SESSIONE_PER,
	P_SESSIONI_CONTO,
	P_GETTONE,
	P_N
};
extern const struct query porta_query[P_N];

struct porta {
	struct db *db;
};

/* Makes the file with its mode, opens it with these statements, brings the
 * tables up to date. */
int porta_db(struct db **out, const char *path, const struct query *queries,
    int n) MUST;

#endif
