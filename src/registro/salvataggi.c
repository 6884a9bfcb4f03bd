/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/salvataggi.h"

#include <stdlib.h>

#include "registro/proietta.h"
#include "registro/query.h"

int
registro_ultima_distruzione(int64_t *out, struct registro *r, int64_t dopo)
{
	return db_int(out, r->db, Q_ULTIMA_DISTRUZIONE, "i", dopo);
}

int
registro_ha_posto(struct registro *r, const char *cartella, const char *commit)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_HA_POSTO, "ss", cartella, commit)) != 0)
		return e;
	return stmt_step(s);
}

int
registro_perduti(struct registro *r, const char *serie, int anno, int dal,
    int al)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_PERDUTI, "sddd", serie, anno, dal,
	    al)) != 0)
		return e;
	return stmt_step(s);
}

/* ---- projection ---- */

int
proietta_numeri_perduti(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *serie, *anno, *dal, *al, *verbale = dato(a, doc, "verbale");
	const struct nodo *x = nodo_child(doc, "intervallo");
	int e;

	if (verbale == NULL || dato(a, doc, "intervallo") == NULL)
		return ERR_INVALID;
	for (; x != NULL; x = nodo_next(x, "intervallo")) {
		serie = DATO(a, x, "serie");
		anno = dato(a, x, "anno");
		dal = dato(a, x, "dal");
		al = dato(a, x, "al");
		if (anno == NULL || dal == NULL || al == NULL)
			return ERR_INVALID;
		if ((e = db_run(r->db, Q_PERDUTO_ADD, "sdddis",
		    serie != NULL ? serie : "PG", (int)strtol(anno, NULL, 10),
		    (int)strtol(dal, NULL, 10), (int)strtol(al, NULL, 10), p->seq, verbale)) != 0)
			return e;
	}
	return 0;
}
