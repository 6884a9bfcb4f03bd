/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ricerca.c - the rows of the full-text index.
 *
 * The table holds the text, the index only its words: SQLite must be given the
 * old text to take it out again, so all writing goes through ricerca_metti.
 */
#include "registro/ricerca.h"

#include <string.h>

#include "registro/query.h"

int64_t
ricerca_chiave(const struct numero *n)
{
	return (int64_t)n->serie * 1000000000000 +
	    (int64_t)n->anno * 10000000 + n->progressivo;
}

static struct ricerca_riga
riga_of(struct stmt *s)
{
	return (struct ricerca_riga){ stmt_text(s, 0), stmt_text(s, 1),
	    stmt_text(s, 2), stmt_text(s, 3) };
}

static bool
same(const struct ricerca_riga *x, const struct ricerca_riga *y)
{
	return strcmp(x->testo, y->testo) == 0 &&
	    strcmp(x->parti, y->parti) == 0 &&
	    strcmp(x->estremi, y->estremi) == 0 &&
	    strcmp(x->gettoni, y->gettoni) == 0;
}

static int
write_row(struct registro *r, int query, int64_t chiave,
    const struct ricerca_riga *x)
{
	if (r->senza_indici && query != Q_RICERCA_SET)
		return 0;
	return db_run(r->db, query, "issss", chiave, x->testo, x->parti,
	    x->estremi, x->gettoni);
}

int
ricerca_metti(struct registro *r, int64_t chiave, const struct ricerca_riga *x)
{
	struct ricerca_riga old;
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_RICERCA_VECCHIA, "i", chiave)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 1) {
		old = riga_of(s);
		if (same(&old, x))
			return 0;
		if ((e = write_row(r, Q_RICERCA_INDICE_TOGLI, chiave,
		    &old)) != 0)
			return e;
	}
	stmt_reset(MOVE(s));
	if ((e = write_row(r, Q_RICERCA_SET, chiave, x)) != 0)
		return e;
	return write_row(r, Q_RICERCA_INDICE_ADD, chiave, x);
}

int
ricerca_rinnova(struct registro *r, const struct numero *n)
{
	struct ricerca_riga riga;
	AUTO_STMT s = NULL;
	int e;

	if (r->prova)
		return 0;
	if ((e = db_query(&s, r->db, Q_RICERCA_NUOVA, "dd", n->anno,
	    n->progressivo)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_FAULT, "la registrazione %07d/%d non c'è",
		    n->progressivo, n->anno);
	riga = riga_of(s);
	return ricerca_metti(r, ricerca_chiave(n), &riga);
}
