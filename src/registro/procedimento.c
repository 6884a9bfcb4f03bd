/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/procedimento.h"

#include <assert.h>
#include <string.h>

#include "registro/query.h"

int
registro_passaggio(struct passaggio *out, struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_PASSAGGIO, "ssss", out->oggetto,
	    out->da, out->atto, out->esito)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "«%s» non si fa da «%s»",
		    out->atto, out->da);
	out->a = arena_strdup(a, stmt_text(s, 0));
	return 0;
}

/* Room for one more: lists are doubled when full. */
static void *
room(void *list, size_t n, size_t size, struct arena *a)
{
	void *more;

	if (n != 0 && (n < 8 || (n & (n - 1)) != 0))
		return list;
	more = arena_alloc(a, (n < 8 ? 8 : n * 2) * size);
	if (n > 0)
		memcpy(more, list, n * size);
	return more;
}

int
registro_passaggi_da(struct passaggio **out, int *n, struct arena *a,
    struct registro *r, const char *oggetto, const char *da)
{
	struct passaggio *list = NULL;
	AUTO_STMT s = NULL;
	int e, i = 0;

	if ((e = db_query(&s, r->db, Q_PASSAGGI_DA, "ss", oggetto, da)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = room(list, (size_t)i, sizeof *list, a);
		list[i++] = (struct passaggio){ oggetto, da,
		    arena_strdup(a, stmt_text(s, 0)),
		    arena_strdup(a, stmt_text(s, 1)),
		    arena_strdup(a, stmt_text(s, 2)) };
	}
	*out = list;
	*n = i;
	return e;
}

int
registro_guardie(struct guardia **out, int *n, struct arena *a,
    struct registro *r, const struct passaggio *p)
{
	struct guardia *list = NULL;
	AUTO_STMT s = NULL;
	int e, i = 0;

	if ((e = db_query(&s, r->db, Q_GUARDIE, "ssss", p->oggetto, p->da,
	    p->atto, p->esito)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = room(list, (size_t)i, sizeof *list, a);
		list[i++] = (struct guardia){
		    arena_strdup(a, stmt_text(s, 0)),
		    stmt_int(s, 1) == 1 ? ERRORE : AVVISO };
	}
	*out = list;
	*n = i;
	return e;
}

int
registro_inattivita(int *giorni, struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_INATTIVITA, "")) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "non c'è nessuna tabella del "
		    "procedimento: si adotta con «adotta-procedimento»");
	*giorni = (int)stmt_int(s, 0);
	return 0;
}

int
registro_ultima_attivita(const char **out, int *giorni, struct arena *a,
    struct registro *r, const struct numero *cartella)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ULTIMA_ATTIVITA, "dd", cartella->anno,
	    cartella->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	assert(e == 1);
	*giorni = (int)stmt_int(s, 1);
	*out = arena_strdup(a, stmt_text(s, 0));
	return 0;
}

int
registro_attuali_sotto(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *dir)
{
	struct attuale *list = NULL;
	AUTO_STMT s = NULL;
	int e, i = 0;

	if ((e = db_query(&s, r->db, Q_ATTUALI_SOTTO, "ss", cartella,
	    dir)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = room(list, (size_t)i, sizeof *list, a);
		list[i++] = (struct attuale){
			.percorso = arena_strdup(a, stmt_text(s, 0)),
			.id = arena_strdup(a, stmt_text(s, 1)),
			.tipo = arena_strdup(a, stmt_text(s, 2)),
			.impronta = arena_strdup(a, stmt_text(s, 3)),
			.seq = stmt_int(s, 4),
		};
	}
	*out = list;
	*n = i;
	return e;
}
