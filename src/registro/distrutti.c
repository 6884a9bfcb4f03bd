/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/distrutti.h"

#include "registro/query.h"

int
registro_distrutto(struct distrutto_da *by, struct arena *a,
    struct registro *r, const char *impronta)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_DISTRUTTO, "s", impronta)) != 0 ||
	    (e = stmt_step(s)) != 1)
		return e;
	if (by != NULL)
		*by = (struct distrutto_da){ stmt_dup(a, s, 0),
		    stmt_dup(a, s, 1), stmt_dup(a, s, 2) };
	return 1;
}

int
registro_distrutto_dopo(struct registro *r, const char *impronta, int64_t seq)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_DISTRUTTO_DOPO, "si", impronta, seq);

	return e != 0 ? e : stmt_step(s);
}

/* The first column of what a started query answers. */
static int
texts(const char ***out, int *n, struct arena *a, struct stmt *s)
{
	const char **list = NULL;
	int e, used = 0, cap = 0;

	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = stmt_dup(a, s, 0);
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_distrutti_di(const char ***out, int *n, struct arena *a,
    struct registro *r, int64_t seq)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_DISTRUTTI_DI, "i", seq);

	return e != 0 ? e : texts(out, n, a, s);
}

int
registro_distrutti(const char ***out, int *n, struct arena *a,
    struct registro *r)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_DISTRUTTI_TUTTI, "");

	return e != 0 ? e : texts(out, n, a, s);
}

int
registro_allegati_dell_atto(const char ***out, int *n, struct arena *a,
    struct registro *r, int64_t seq)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_CATENA_ALLEGATI, "i", seq);

	return e != 0 ? e : texts(out, n, a, s);
}

int
registro_allegato_anni(const char ***out, int *n, struct arena *a,
    struct registro *r, const char *impronta)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_ALLEGATO_ANNI, "s", impronta);

	return e != 0 ? e : texts(out, n, a, s);
}

int
registro_allegato_cartelle(const char ***out, int *n, struct arena *a,
    struct registro *r, const char *impronta)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_ALLEGATO_CARTELLE, "s", impronta);

	return e != 0 ? e : texts(out, n, a, s);
}

static int
namers(struct forse_nomina **out, int *n, struct arena *a, struct stmt *s,
    bool version)
{
	struct forse_nomina *list = NULL;
	int e, used = 0, cap = 0;

	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct forse_nomina){ stmt_dup(a, s, 0),
		    stmt_dup(a, s, 1), version ? stmt_dup(a, s, 2) : NULL,
		    version ? stmt_dup(a, s, 3) : NULL };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_allegato_documenti(struct forse_nomina **out, int *n,
    struct arena *a, struct registro *r, const char *impronta)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_ALLEGATO_DOCUMENTI, "s", impronta);

	return e != 0 ? e : namers(out, n, a, s, true);
}

int
registro_allegato_firmato(struct forse_nomina **out, int *n,
    struct arena *a, struct registro *r, const char *impronta)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_ALLEGATO_FIRMATO, "s", impronta);

	return e != 0 ? e : namers(out, n, a, s, false);
}

int
registro_allegato_registrato(struct numero *out, struct registro *r,
    const char *impronta)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ALLEGATO_REGISTRATO, "s",
	    impronta)) != 0 || (e = stmt_step(s)) != 1)
		return e;
	*out = (struct numero){ .serie = SERIE_PROTOCOLLO,
	    .anno = (int)stmt_int(s, 0), .progressivo = (int)stmt_int(s, 1) };
	return 1;
}
