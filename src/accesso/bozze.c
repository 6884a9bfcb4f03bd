/* SPDX-License-Identifier: EUPL-1.2 */
#include "accesso/bozze.h"

#include <stdlib.h>
#include <string.h>

#include "accesso/interno.h"
#include "db/db.h"

enum { Q_TIENI, Q_ALTRE, Q_ALTRE_BYTE, Q_ELENCO, Q_LEGGI, Q_TOGLI,
    Q_MANDATA, Q_TOGLI_DI, Q_N };

#define COLONNE "SELECT id, atto, riferimento, ora, testo FROM bozza "

/* ?1 user, ?2 in whose name: in every one of them. */
static const struct query queries[Q_N] = {
	[Q_TIENI] = { "TIENI", "INSERT INTO bozza VALUES (?1, ?2, ?3, ?4, ?5, "
	    "?6, ?7) ON CONFLICT (utente, per, id) DO UPDATE SET "
	    "atto = excluded.atto, riferimento = excluded.riferimento, "
	    "ora = excluded.ora, testo = excluded.testo" },
	[Q_ALTRE] = { "ALTRE", "SELECT count(*) FROM bozza WHERE utente = ?1 "
	    "AND per = ?2 AND id <> ?3" },
	[Q_ALTRE_BYTE] = { "ALTRE_BYTE", "SELECT coalesce(sum(length("
	    "CAST(testo AS BLOB))), 0) FROM bozza WHERE utente = ?1 "
	    "AND per = ?2 AND id <> ?3" },
	[Q_ELENCO] = { "ELENCO", COLONNE "WHERE utente = ?1 AND per = ?2 "
	    "ORDER BY ora DESC, id" },
	[Q_LEGGI] = { "LEGGI", COLONNE "WHERE utente = ?1 AND per = ?2 "
	    "AND id = ?3" },
	[Q_TOGLI] = { "TOGLI", "DELETE FROM bozza WHERE utente = ?1 "
	    "AND per = ?2 AND id = ?3" },
	[Q_MANDATA] = { "MANDATA", "DELETE FROM bozza WHERE utente = ?1 "
	    "AND per = ?2 AND id = ?3 AND testo = ?4" },
	[Q_TOGLI_DI] = { "TOGLI_DI", "DELETE FROM bozza WHERE "
	    "riferimento = ?1 OR instr(testo, ?1) > 0" },
};

struct bozze {
	struct db *db;
};

int
bozze_open(struct bozze **out, const char *path)
{
	AUTO(bozze) b = calloc(1, sizeof *b);
	int e;

	if (b == NULL)
		abort();
	if ((e = porta_db(&b->db, path, queries, Q_N)) != 0)
		return e;
	*out = MOVE(b);
	return 0;
}

void
bozze_close(struct bozze *b)
{
	if (b == NULL)
		return;
	db_close(b->db);
	free(b);
}

static const char *
or_empty(const char *s)
{
	return s != NULL ? s : "";
}

static int
put(struct bozze *b, const struct autore *chi, const struct bozza *x)
{
	const char *per = or_empty(chi->per);
	int64_t others, bytes;
	int e;

	if ((e = db_int(&others, b->db, Q_ALTRE, "sss", chi->utente, per,
	    x->id)) != 0 || (e = db_int(&bytes, b->db, Q_ALTRE_BYTE, "sss",
	    chi->utente, per, x->id)) != 0)
		return e;
	if (others >= BOZZE_MAX)
		return err_set(ERR_INVALID, "hai già %d bozze: mandane o "
		    "togline qualcuna («cartella bozze»)", BOZZE_MAX);
	if ((size_t)bytes + strlen(x->testo) > BOZZE_BYTE)
		return err_set(ERR_INVALID, "le tue bozze sono troppo lunghe "
		    "per tenerne un'altra: mandane o togline qualcuna "
		    "(«cartella bozze»)");
	return db_run(b->db, Q_TIENI, "sssssss", chi->utente, per, x->id,
	    x->atto, or_empty(x->riferimento), x->ora, x->testo);
}

int
bozze_tieni(struct bozze *b, const struct autore *chi, const struct bozza *x)
{
	size_t n = strlen(x->testo);
	int e;

	if (n > BOZZA_MAX)
		return err_set(ERR_INVALID, "la bozza è di %zu byte, se ne "
		    "tengono al massimo %zu: accorciala, o mandala subito", n,
		    BOZZA_MAX);
	/* two at once must not both be the last one allowed */
	if ((e = db_exec(b->db, "BEGIN IMMEDIATE")) != 0)
		return e;
	if ((e = put(b, chi, x)) == 0)
		return db_exec(b->db, "COMMIT");
	if (db_in_transaction(b->db) && db_exec(b->db, "ROLLBACK") != 0)
		return ERR_FAULT;
	return e;
}

static struct bozza
row(struct arena *a, struct stmt *s)
{
	const char *rif = stmt_text(s, 2);

	return (struct bozza){ arena_strdup(a, stmt_text(s, 0)),
	    arena_strdup(a, stmt_text(s, 1)),
	    rif[0] != '\0' ? arena_strdup(a, rif) : NULL,
	    arena_strdup(a, stmt_text(s, 3)),
	    arena_strdup(a, stmt_text(s, 4)) };
}

int
bozze_elenco(struct bozza **out, int *n, struct arena *a, struct bozze *b,
    const struct autore *chi)
{
	struct bozza *list = arena_alloc(a, (BOZZE_MAX + 1) * sizeof *list);
	AUTO_STMT s = NULL;
	int e, used = 0;

	if ((e = db_query(&s, b->db, Q_ELENCO, "ss", chi->utente,
	    or_empty(chi->per))) != 0)
		return e;
	while (used < BOZZE_MAX && (e = stmt_step(s)) == 1)
		list[used++] = row(a, s);
	*out = list;
	*n = used;
	return e < 0 ? e : 0;
}

static int
not_there(const char *id)
{
	return err_set(ERR_ABSENT, "non hai una bozza %s", id);
}

int
bozze_leggi(struct bozza *out, struct arena *a, struct bozze *b,
    const struct autore *chi, const char *id)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, b->db, Q_LEGGI, "sss", chi->utente,
	    or_empty(chi->per), id)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return not_there(id);
	*out = row(a, s);
	return 0;
}

int
bozze_togli(struct bozze *b, const struct autore *chi, const char *id)
{
	int e;

	if ((e = db_run(b->db, Q_TOGLI, "sss", chi->utente,
	    or_empty(chi->per), id)) != 0)
		return e;
	return db_changes(b->db) > 0 ? 0 : not_there(id);
}

int
bozze_mandata(struct bozze *b, const struct autore *chi, const struct bozza *x)
{
	return db_run(b->db, Q_MANDATA, "ssss", chi->utente,
	    or_empty(chi->per), x->id, x->testo);
}

int
bozze_togli_di(struct bozze *b, const char *riferimento)
{
	return db_run(b->db, Q_TOGLI_DI, "s", riferimento);
}

int
bozze_ricompatta(struct bozze *b)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_exec(b->db, "VACUUM")) != 0 ||
	    (e = db_query_text(&s, b->db,
	    "PRAGMA wal_checkpoint(TRUNCATE)")) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	/* whoever reads just now keeps what was erased in the file */
	if (e == 1 && stmt_int(s, 0) != 0)
		return err_set(ERR_BUSY, "altri leggono le bozze: riprova");
	return 0;
}
