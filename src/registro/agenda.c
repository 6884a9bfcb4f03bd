/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * agenda.c - the appointments that statements of query_agenda.h find.
 */
#include "registro/agenda.h"


#include "base/clock.h"
#include "registro/query.h"

#define GIORNO 86400	/* no appointment lasts longer */

static int
collect(struct impegno **out, int *n, struct arena *a, struct stmt *s)
{
	struct impegno *list = NULL;
	int e, used = 0, cap = 0;

	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct impegno){ { numero_serie(stmt_text(s, 0)),
		    (int)stmt_int(s, 1), (int)stmt_int(s, 2) },
		    arena_strdup(a, stmt_text(s, 3)),
		    arena_strdup(a, stmt_text(s, 4)), stmt_int(s, 5),
		    stmt_int(s, 6), arena_strdup(a, stmt_text(s, 7)),
		    arena_strdup(a, stmt_text(s, 8)) };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_agenda(struct impegno **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const char *dal,
    const char *al, const char *di)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_AGENDA, "sssss", o->utente, o->atto,
	    dal, al, di)) != 0)
		return e;
	return collect(out, n, a, s);
}

int
registro_agenda_caso(struct impegno **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *caso,
    const char *dal, const char *al)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_AGENDA_CASO, "sssss", o->utente,
	    o->atto, numero_folder(a, caso), dal, al)) != 0)
		return e;
	return collect(out, n, a, s);
}

int
registro_sovrapposti(struct impegno **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const char *utente,
    const struct impegno *questo)
{
	char dal[GIORNO_LEN + 1], al[GIORNO_LEN + 1];
	AUTO_STMT s = NULL;
	int e;

	clock_day(dal, questo->da - GIORNO);
	clock_day(al, questo->fino);
	if ((e = db_query(&s, r->db, Q_SOVRAPPOSTI, "sssssiiss", o->utente,
	    o->atto, utente, dal, al, questo->da, questo->fino,
	    questo->cartella, questo->percorso)) != 0)
		return e;
	return collect(out, n, a, s);
}
