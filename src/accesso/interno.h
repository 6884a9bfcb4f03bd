/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * interno.h - of the room alone: the statements of the door, in one table;
 * rows of which each holds the impronta of the one before (letture, eventi).
 */
#ifndef ACCESSO_INTERNO_H
#define ACCESSO_INTERNO_H

#include <stdint.h>

#include "accesso/porta.h"
#include "base/hash.h"
#include "db/db.h"

enum {
	P_SESSIONE, P_SESSIONE_NUOVA, P_SESSIONE_TOCCA, P_SESSIONE_TOGLI,
	P_SESSIONI_TOGLI_DI, P_SESSIONI_DI, P_SESSIONI_SCADUTE, P_SESSIONE_PER,
	P_SESSIONI_CONTO, P_SESSIONE_ERA, P_SESSIONI_CHIUSE,
	P_GETTONE, P_GETTONE_NUOVO, P_GETTONE_REVOCA, P_GETTONE_TOCCA,
	P_GETTONI,
	P_CREDENZIALE, P_CREDENZIALI, P_CREDENZIALE_NUOVA, P_PAROLA, P_BLOCCA,
	P_TOTP, P_TOTP_ATTIVA, P_TOTP_TOGLI, P_PASSO,
	P_RECUPERI_TOGLI, P_RECUPERO_NUOVO, P_RECUPERO_USA,
	P_CERTIFICATO, P_CERTIFICATO_NUOVO, P_CERTIFICATO_TOGLI, P_CERTIFICATI,
	P_FRENO, P_FRENO_METTI, P_FRENO_TACE, P_FRENO_TOGLI, P_FRENO_PERDONA,
	P_FRENI_VECCHI,
	P_EVENTO_ULTIMO, P_EVENTO, P_EVENTI, P_EVENTI_TUTTI,
	P_N
};
extern const struct query porta_query[P_N];

struct porta {
	struct db *db;
};

/* The end of a transaction: what failed leaves everything as it was. */
int porta_chiudi(struct porta *p, int e) MUST;

/* Makes the file with its mode, opens it with these statements, brings the
 * tables up to date. */
int porta_db(struct db **out, const char *path, const struct query *queries,
    int n) MUST;

/* Schema of a file of such rows, word for word that of this resource, and the
 * file itself (integrity_check): fn with n 0 for each thing that is not so. */
typedef void legate_guasto_fn(void *arg, int64_t n, const char *che);
int legate_schema(struct db *db, const char *ddl, legate_guasto_fn *fn,
    void *arg) MUST;

/* Before the first row there is this. */
extern const char legate_genesi[IMPRONTA_LEN + 1];
/* Number and impronta of the last row, as statement `domanda` gives them; of
 * none 0 and legate_genesi. */
int legate_ultima(int64_t *n, char impronta[IMPRONTA_LEN + 1], struct db *db,
    int domanda) MUST;

#endif
