/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_testo.c - the words of a document into the full text, and the
 * tokens that say who may find them.
 *
 * Keeps: a row is of the version in force; no riservata entry is there.  The
 * table holds the text, the index only its words: SQLite must be given the old
 * text to take it out again.
 */
#include "registro/testo.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/parole.h"
#include "registro/query.h"

/* ---- tokens ---- */

/* " þd" type, without what would part a token. */
static void
put_type(struct buf *b, const char *tipo)
{
	buf_puts(b, "þd");
	for (; *tipo != '\0'; tipo++)
		if (*tipo == '-')
			buf_puts(b, "þ");
		else
			buf_putc(b, *tipo);
}

/* Each relation of the case, alone and with the type; the case, the type. */
static void
tokens(struct buf *out, const char *relazioni, const struct numero *n,
    const char *tipo)
{
	size_t len;

	for (; *relazioni != '\0'; relazioni += strspn(relazioni, " ")) {
		len = strcspn(relazioni, " ");
		buf_append(out, relazioni, len);
		buf_putc(out, ' ');
		buf_append(out, relazioni, len);
		put_type(out, tipo);
		buf_putc(out, ' ');
		relazioni += len;
	}
	buf_printf(out, "þk%sþ%04dþ%07d ", numero_sigla(n->serie), n->anno,
	    n->progressivo);
	put_type(out, tipo);
}

/* What the case is to people now; "" when it has no cover yet. */
static int
relations(const char **out, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, n->serie == SERIE_CARTELLA ?
	    Q_TESTO_RELAZIONI_CS : Q_TESTO_RELAZIONI_AC, "dd", n->anno,
	    n->progressivo)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	*out = e == 1 ? arena_strdup(a, stmt_text(s, 0)) : "";
	return 0;
}

static int
index_row(struct registro *r, int query, int64_t chiave, const char *parole,
    const char *gettoni)
{
	return r->senza_indici ? 0 : db_run(r->db, query, "iss", chiave,
	    parole, gettoni);
}

/* ---- the case ---- */

static int
renew_row(struct registro *r, int64_t chiave, const char *parole,
    const char *before, const char *after)
{
	int e;

	if ((e = index_row(r, Q_TESTO_INDICE_TOGLI, chiave, parole, before)) != 0 ||
	    (e = db_run(r->db, Q_TESTO_GETTONI_SET, "is", chiave,
	    after)) != 0)
		return e;
	return index_row(r, Q_TESTO_INDICE_ADD, chiave, parole, after);
}

/* The row of the case behind *percorso; 1: renewed, 0: there is none. */
static int
renew_next(const char **percorso, struct arena *a, struct registro *r,
    const char *folder, const char *relazioni, const struct numero *n)
{
	AUTO(arena) tmp = arena_new();
	const char *parole, *before;
	AUTO_BUF after = { 0 };
	AUTO_STMT s = NULL;
	int64_t chiave;
	int e;

	if ((e = db_query(&s, r->db, Q_TESTO_DEL_CASO, "ss", folder,
	    *percorso)) != 0 || (e = stmt_step(s)) <= 0)
		return e;
	chiave = stmt_int(s, 0);
	tokens(&after, relazioni, n, stmt_text(s, 1));
	parole = arena_strdup(tmp, stmt_text(s, 2));
	before = arena_strdup(tmp, stmt_text(s, 3));
	*percorso = arena_strdup(a, stmt_text(s, 4));
	stmt_reset(MOVE(s));
	e = renew_row(r, chiave, parole, before, buf_str(&after));
	return e != 0 ? e : 1;
}

/* Has the document changed who may see the case?  Then every row says so. */
static int
renew_case(struct registro *r, struct arena *a, const char *folder,
    const char *relazioni, const struct numero *n)
{
	const char *percorso = "";
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TESTO_CASO, "s", folder)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 1 && strcmp(stmt_text(s, 0), relazioni) == 0)
		return 0;
	stmt_reset(MOVE(s));
	if ((e = db_run(r->db, Q_TESTO_CASO_SET, "ss", folder,
	    relazioni)) != 0)
		return e;
	while ((e = renew_next(&percorso, a, r, folder, relazioni, n)) == 1)
		continue;
	return e;
}

/* ---- the document ---- */

int
testo_togli(struct registro *r, const char *cartella, const char *percorso)
{
	AUTO(arena) a = arena_new();
	const char *parole, *gettoni;
	AUTO_STMT s = NULL;
	int64_t chiave;
	int e;

	if ((e = db_query(&s, r->db, Q_TESTO_VECCHIO, "ss", cartella,
	    percorso)) != 0 || (e = stmt_step(s)) <= 0)
		return e;
	chiave = stmt_int(s, 0);
	parole = arena_strdup(a, stmt_text(s, 1));
	gettoni = arena_strdup(a, stmt_text(s, 2));
	stmt_reset(MOVE(s));
	if ((e = index_row(r, Q_TESTO_INDICE_TOGLI, chiave, parole,
	    gettoni)) != 0)
		return e;
	return db_run(r->db, Q_TESTO_TOGLI, "i", chiave);
}

static int
put_in(struct registro *r, const struct posizione *p, const struct numero *n,
    const char *parole, const char *relazioni)
{
	AUTO_BUF gettoni = { 0 };
	char giorno[11];
	int64_t chiave;
	int e;

	tokens(&gettoni, relazioni, n, p->tipo);
	memcpy(giorno, p->ora, 10);
	giorno[10] = '\0';
	if ((e = db_int(&chiave, r->db, Q_TESTO_POSTO, "i",
	    p->seq * 65536)) != 0 ||
	    (e = db_run(r->db, Q_TESTO_ADD, "isddssssss", chiave,
	    numero_sigla(n->serie), n->anno, n->progressivo, p->cartella,
	    p->percorso, p->tipo, giorno, parole, buf_str(&gettoni))) != 0)
		return e;
	return index_row(r, Q_TESTO_INDICE_ADD, chiave, parole,
	    buf_str(&gettoni));
}

/* 1: it is riservata. */
static int
is_reserved(struct registro *r, const struct posizione *p)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TESTO_RISERVATO, "ss", p->cartella,
	    p->percorso)) != 0)
		return e;
	return stmt_step(s);
}

int
testo_documento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *relazioni;
	AUTO_BUF parole = { 0 };
	struct numero n;
	int e;

	if (strncmp(p->cartella, "cartelle/", 9) != 0 &&
	    strncmp(p->cartella, "accessi/", 8) != 0)
		return 0;
	if ((e = numero_of_folder(&n, p->cartella)) != 0 ||
	    (e = relations(&relazioni, a, r, &n)) != 0 ||
	    (e = renew_case(r, a, p->cartella, relazioni, &n)) != 0 ||
	    (e = testo_togli(r, p->cartella, p->percorso)) != 0 ||
	    (e = is_reserved(r, p)) < 0)
		return e;
	if (e == 0)
		parole_documento(&parole, doc);
	return parole.len == 0 ? 0 : put_in(r, p, &n, parole.data, relazioni);
}
