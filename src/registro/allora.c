/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * allora.c - which versions were in force at the end of a day.  Refuses by
 * "absent": a day before the thing was opened, said as such only to whoever
 * sees the thing today.
 */
#include "registro/allora.h"

#include <string.h>

#include "documenti/provenienza.h"
#include "registro/legami.h"
#include "registro/query.h"

/* Of the versions of a path the last stays. */
static int
collect(struct allora **out, int *n, struct arena *a, struct stmt *s,
    const char *percorso)
{
	struct allora *list = NULL;
	int e, used = 0, cap = 0;

	while ((e = stmt_step(s)) == 1) {
		if (percorso != NULL && strcmp(percorso, stmt_text(s, 0)) != 0)
			continue;
		if (used > 0 && strcmp(list[used - 1].percorso,
		    stmt_text(s, 0)) == 0)
			used--;
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct allora){ stmt_dup(a, s, 0),
		    { stmt_int(s, 3), stmt_dup(a, s, 1), stmt_dup(a, s, 2),
		    stmt_dup(a, s, 4), stmt_dup(a, s, 5), stmt_dup(a, s, 6) } };
	}
	*out = list;
	*n = used;
	return e;
}

/* Nothing: it was not there yet, or nothing that this eye may read was. */
static int
nothing(struct arena *a, struct registro *r, const struct numero *num,
    const char *giorno, const char *percorso, bool came)
{
	const char *nome = numero_text(a, num);
	int64_t there;
	int e = db_int(&there, r->db, Q_APERTO_AL, "ss",
	    numero_folder(a, num), giorno);

	if (e != 0 && e != ERR_ABSENT)
		return e;
	if (e == ERR_ABSENT)
		return err_set(ERR_ABSENT, "alla fine del %s %s non era "
		    "ancora apert%s%s", giorno, nome,
		    num->serie == SERIE_CARTELLA ? "a" : "o", came ?
		    " qui: è venuta da un altro ente, e i giorni di prima "
		    "sono suoi" : "");
	return err_set(ERR_ABSENT, "alla fine del %s in %s %s%s non c'era "
	    "ancora, o non è fra le cose che puoi vedere", giorno, nome,
	    percorso != NULL ? "il documento " : "nulla",
	    percorso != NULL ? percorso : "");
}

int
registro_allora(struct allora **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *num,
    const char *giorno, const char *percorso)
{
	static const int query[SERIE_N] = {
		[SERIE_ACCESSO] = Q_ALLORA_AC,
		[SERIE_CARTELLA] = Q_ALLORA_CS,
		[SERIE_FASCICOLO] = Q_ALLORA_FA,
	};
	struct attuale *now;
	AUTO_STMT s = NULL;
	bool came = false;
	int e, i, k;

	/* a thing hidden today is hidden on every day */
	if ((e = registro_attuali_visti(&now, &k, a, r, o, num)) != 0 ||
	    (e = db_query(&s, r->db, query[num->serie], "sssdds", o->utente,
	    o->atto, numero_folder(a, num), num->anno, num->progressivo,
	    giorno)) != 0 || (e = collect(out, n, a, s, percorso)) != 0)
		return e;
	for (i = 0; i < k && !came; i++)
		came = percorso_altrui(now[i].percorso);
	return *n > 0 ? 0 : nothing(a, r, num, giorno, percorso, came);
}
