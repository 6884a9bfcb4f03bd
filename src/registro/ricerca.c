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

/* 1: the row says just this; 0: it says something else; absent: no row. */
static int
says(struct registro *r, int64_t chiave, const struct ricerca_riga *x)
{
	const char *const want[] = { x->testo, x->parti, x->estremi,
	    x->gettoni };
	AUTO_STMT s = NULL;
	size_t i;
	int e;

	if ((e = db_query(&s, r->db, Q_RICERCA_VECCHIA, "i", chiave)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return ERR_ABSENT;
	for (i = 0; i < NELEM(want); i++)
		if (strcmp(stmt_text(s, (int)i), want[i]) != 0)
			return 0;
	return 1;
}

int
ricerca_metti(struct registro *r, int64_t chiave, const struct ricerca_riga *x)
{
	int e = says(r, chiave, x);

	if (e == 1)
		return 0;
	if (e < 0 && e != ERR_ABSENT)
		return e;
	if (e == 0 &&
	    (e = db_run(r->db, Q_RICERCA_INDICE_TOGLI, "i", chiave)) != 0)
		return e;
	if ((e = db_run(r->db, Q_RICERCA_SET, "issss", chiave, x->testo,
	    x->parti, x->estremi, x->gettoni)) != 0)
		return e;
	return db_run(r->db, Q_RICERCA_INDICE_ADD, "i", chiave);
}

int
ricerca_rinnova(struct registro *r, const struct numero *n)
{
	struct ricerca_riga riga;
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_RICERCA_NUOVA, "dd", n->anno,
	    n->progressivo)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_FAULT, "la registrazione %07d/%d non c'è",
		    n->progressivo, n->anno);
	riga = (struct ricerca_riga){ stmt_text(s, 0), stmt_text(s, 1),
	    stmt_text(s, 2), stmt_text(s, 3) };
	return ricerca_metti(r, ricerca_chiave(n), &riga);
}
