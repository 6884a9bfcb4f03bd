/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * diario.c - the pages of a diary.  Refuses nothing: what may not be read is
 * left out by the statements.
 */
#include "registro/diario.h"

#include "registro/query.h"

int
registro_diario(struct voce **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *cartella,
    const struct scelta_diario *s, int max)
{
	struct voce *list = arena_alloc(a, ((size_t)max + 1) * sizeof *list);
	AUTO_STMT q = NULL;
	int e, used = 0;

	if ((e = db_query(&q, r->db, Q_DIARIO, "sssddssssid", o->utente,
	    o->atto, numero_folder(a, cartella), cartella->anno,
	    cartella->progressivo, s->dal, s->al, s->tipo, s->prima_data,
	    s->prima_seq, max)) != 0)
		return e;
	while (used < max && (e = stmt_step(q)) == 1)
		list[used++] = (struct voce){
		    arena_strdup(a, stmt_text(q, 0)),
		    arena_strdup(a, stmt_text(q, 1)), stmt_int(q, 2) };
	*out = list;
	*n = used;
	return e < 0 ? e : 0;
}

int
registro_correzioni_voce(const char ***out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *cartella,
    const char *voce)
{
	const char **list = NULL;
	AUTO_STMT q = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&q, r->db, Q_CORREZIONI_VOCE, "sssdds", o->utente,
	    o->atto, numero_folder(a, cartella), cartella->anno,
	    cartella->progressivo, voce)) != 0)
		return e;
	while ((e = stmt_step(q)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = arena_strdup(a, stmt_text(q, 0));
	}
	*out = list;
	*n = used;
	return e;
}
