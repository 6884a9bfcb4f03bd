/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registro.c - the file, its transactions, the chain, heads and moves.
 */
#include "registro/registro.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/resource.h"
#include "registro/query.h"
#include "registro/conservazione.h"
#include "registro/termini.h"

static int
make_schema(struct registro *r)
{
	const struct resource *ddl = resource_find("schema/registro.sql");
	int e;

	assert(ddl != NULL);
	if ((e = db_exec(r->db, "BEGIN IMMEDIATE")) != 0 ||
	    (e = db_exec(r->db, ddl->data)) != 0)
		return e;
	return db_exec(r->db, "COMMIT");
}

int
registro_open(struct registro **out, const char *path, int flags)
{
	AUTO(registro) r = calloc(1, sizeof *r);
	int mode = 0, e;

	if (r == NULL)
		abort();
	if (flags & REGISTRO_CREATE)
		mode |= DB_CREATE;
	if (flags & REGISTRO_READONLY)
		mode |= DB_READONLY;
	if (flags & REGISTRO_SENZA_INDICI)
		mode |= DB_PROVVISORIO;
	if ((e = db_open(&r->db, path, mode, query_table, Q_N)) != 0)
		return e;
	if ((flags & REGISTRO_CREATE) && (e = make_schema(r)) != 0)
		return e;
	r->senza_indici = (flags & REGISTRO_SENZA_INDICI) != 0;
	*out = MOVE(r);
	return 0;
}

int
registro_prova(struct registro **out, const char *giorno)
{
	AUTO(registro) r = calloc(1, sizeof *r);
	int e;

	if (r == NULL)
		abort();
	r->prova = true;
	if ((e = db_open(&r->db, "", DB_MEMORY, query_table, Q_N)) != 0 ||
	    (e = make_schema(r)) != 0)
		return e;
	db_oggi(r->db, giorno);
	*out = MOVE(r);
	return 0;
}

int
registro_copia(struct registro *r, const char *path)
{
	return db_copy(r->db, path);
}

void
registro_close(struct registro *r)
{
	if (r == NULL)
		return;
	db_close(r->db);
	tabelle_free(r->tabelle);
	massimario_letto_free(r->massimario);
	free(r);
}

/* ---- transactions ---- */

int
registro_begin(struct registro *r)
{
	return db_exec(r->db, "BEGIN IMMEDIATE");
}

int
registro_commit(struct registro *r)
{
	return db_exec(r->db, "COMMIT");
}

void
registro_rollback(struct registro *r)
{
	/* what failed before has recorded the message worth keeping */
	if (db_in_transaction(r->db) && db_exec(r->db, "ROLLBACK") != 0)
		return;
}

bool
registro_in_transaction(struct registro *r)
{
	return db_in_transaction(r->db);
}

int
registro_savepoint(struct registro *r)
{
	return db_exec(r->db, "SAVEPOINT atto");
}

int
registro_release(struct registro *r)
{
	return db_exec(r->db, "RELEASE atto");
}

void
registro_undo(struct registro *r)
{
	if (db_in_transaction(r->db) &&
	    db_exec(r->db, "ROLLBACK TO atto; RELEASE atto") != 0)
		return;
}

int
registro_read_begin(struct registro *r)
{
	return db_exec(r->db, "BEGIN");
}

void
registro_read_end(struct registro *r)
{
	registro_rollback(r);
}

/* ---- the chain ---- */

int
registro_ultimo(struct ultimo *out, struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	memset(out, 0, sizeof *out);
	memcpy(out->impronta, ANELLO_GENESI, sizeof out->impronta);
	if ((e = db_query(&s, r->db, Q_ULTIMO, "")) != 0)
		return e;
	if ((e = stmt_step(s)) <= 0)
		return e;
	out->seq = stmt_int(s, 0);
	if (strlen(stmt_text(s, 1)) != IMPRONTA_LEN)
		return err_set(ERR_FAULT, "l'ultimo anello è guasto");
	memcpy(out->impronta, stmt_text(s, 1), sizeof out->impronta);
	return clock_parse(&out->ora, stmt_text(s, 2));
}

int
registro_istanza(int64_t *seq, struct registro *r, const char *id)
{
	return db_int(seq, r->db, Q_ISTANZA, "s", id);
}

int
registro_anello(struct registro *r, const struct anello *an,
    const char *giornale, const char *const *tipi)
{
	int e, i;

	if ((e = db_run(r->db, Q_CATENA_ADD, "issssssssss", an->seq, an->ora,
	    an->atto, an->operatore, an->per, an->istanza,
	    an->istanza_impronta, an->cartelle[0], giornale, an->precedente,
	    an->impronta)) != 0)
		return e;
	for (i = 0; i < an->n_cartelle; i++)
		if ((e = db_run(r->db, Q_CATENA_CARTELLA_ADD, "ids", an->seq,
		    i, an->cartelle[i])) != 0)
			return e;
	for (i = 0; i < an->n_documenti; i++)
		if ((e = db_run(r->db, Q_DOCUMENTO_ADD, "issssss", an->seq,
		    an->documenti[i].cartella, an->documenti[i].percorso,
		    an->documenti[i].segno, anello_id(&an->documenti[i]), tipi[i],
		    an->documenti[i].impronta)) != 0)
			return e;
	for (i = 0; i < an->n_allegati; i++)
		if ((e = db_run(r->db, Q_CATENA_ALLEGATO_ADD, "is", an->seq,
		    an->allegati[i])) != 0)
			return e;
	return 0;
}

int
registro_posto(struct registro *r, int64_t seq, const char *cartella,
    const char *commit)
{
	return db_run(r->db, Q_POSTO_ADD, "iss", seq, cartella, commit);
}

/* ---- heads and moves ---- */

int
registro_testa(char commit[TESTA_LEN + 1], int *atti, struct registro *r,
    const char *cartella)
{
	AUTO_STMT s = NULL;
	int e;

	commit[0] = '\0';
	*atti = 0;
	if ((e = db_query(&s, r->db, Q_TESTA, "s", cartella)) != 0)
		return e;
	if ((e = stmt_step(s)) <= 0)
		return e;
	if (strlen(stmt_text(s, 0)) != TESTA_LEN)
		return err_set(ERR_FAULT, "testa guasta di %s", cartella);
	memcpy(commit, stmt_text(s, 0), TESTA_LEN + 1);
	*atti = (int)stmt_int(s, 1);
	return 0;
}

int
registro_testa_set(struct registro *r, const char *cartella,
    const char *commit, int atti)
{
	return db_run(r->db, Q_TESTA_SET, "ssd", cartella, commit, atti);
}

int
registro_teste(struct testa **out, int *n, struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	struct testa *list = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_TESTE, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used].cartella = arena_strdup(a, stmt_text(s, 0));
		list[used].commit = arena_strdup(a, stmt_text(s, 1));
		list[used++].atti = (int)stmt_int(s, 2);
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_mossa(struct registro *r, const char *cartella, const char *da,
    const char *a, bool purga)
{
	return db_run(r->db, Q_MOSSA_ADD, "ssssd", cartella, NULL, da, a,
	    (int)purga);
}

int
registro_mossa_tag(struct registro *r, const char *cartella, const char *tag,
    const char *oggetto)
{
	return db_run(r->db, Q_MOSSA_ADD, "ssssd", cartella, tag, "", oggetto,
	    0);
}

int
registro_mossa_allegato(struct registro *r, const char *cartella,
    const char *impronta)
{
	return db_run(r->db, Q_MOSSA_ALLEGATO, "ss", cartella, impronta);
}

int
registro_mosse(struct mossa **out, int *n, struct arena *a,
    struct registro *r, const char *boot)
{
	AUTO_STMT s = NULL;
	struct mossa *list = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_MOSSE, "s", boot)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used].cartella = arena_strdup(a, stmt_text(s, 1));
		list[used].da = arena_strdup(a, stmt_text(s, 2));
		list[used].a = arena_strdup(a, stmt_text(s, 3));
		list[used].tag = stmt_dup(a, s, 4);
		list[used].purga = stmt_int(s, 5) != 0;
		list[used++].allegato = stmt_dup(a, s, 6);
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_mosse_fatte(struct registro *r, const char *boot)
{
	int e, after;

	/* losing this mark in a power failure only repeats the moves */
	if ((e = db_exec(r->db, "PRAGMA synchronous = NORMAL")) != 0)
		return e;
	e = db_run(r->db, Q_MOSSE_FATTE, "s", boot);
	after = db_exec(r->db, "PRAGMA synchronous = FULL");
	return e != 0 ? e : after;
}

int
registro_mosse_togli(struct registro *r, const char *boot)
{
	return db_run(r->db, Q_MOSSE_TOGLI, "s", boot);
}

/* ---- numbers ---- */

int
registro_numero(int *out, struct registro *r, enum serie serie, int anno)
{
	static const int query[] = {
		[SERIE_PROTOCOLLO] = Q_NUMERO_PROTOCOLLO,
		[SERIE_ACCESSO] = Q_NUMERO_ACCESSO,
		[SERIE_CARTELLA] = Q_NUMERO_CARTELLA,
		[SERIE_EMERGENZA] = Q_NUMERO_EMERGENZA,
		[SERIE_FASCICOLO] = Q_NUMERO_FASCICOLO,
	};
	int64_t n;
	int e;

	if ((e = db_int(&n, r->db, query[serie], "d", anno)) != 0)
		return e;
	if (n > PROGRESSIVO_MAX)
		return err_set(ERR_FAULT, "numeri esauriti per l'anno %d", anno);
	*out = (int)n;
	return 0;
}

int
registro_ultima_registrazione(const char **out, struct arena *a,
    struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ULTIMO_GIORNO, "")) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	*out = e == 1 ? arena_strdup(a, stmt_text(s, 0)) : "";
	return 0;
}

static int
count_into(int *out, int e, int64_t n)
{
	if (e == 0)
		*out = (int)n;
	return e;
}

int
registro_documenti(int *out, struct registro *r, const char *cartella,
    const char *dir)
{
	int64_t n = 0;
	int e = db_int(&n, r->db, Q_DOCUMENTI_SOTTO, "ss", cartella, dir);

	return count_into(out, e, n);
}

int
registro_giornale(int *out, struct registro *r, const char *cartella)
{
	int64_t n = 0;
	int e = db_int(&n, r->db, Q_GIORNALE, "s", cartella);

	return count_into(out, e, n);
}
