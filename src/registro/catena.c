/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * catena.c - the links back from their rows, for whoever verifies them.
 */
#include "registro/registro.h"

#include <string.h>

#include "registro/query.h"

struct list {
	void *p;
	int n, cap;
};

/* One more element at the end of a list in the arena. */
static void *
more(struct list *l, struct arena *a, size_t size)
{
	l->p = arena_more(a, l->p, l->n, &l->cap, size);
	return (char *)l->p + (size_t)l->n++ * size;
}

static int
read_texts(const char ***out, int *n, struct arena *a, struct registro *r,
    int query, int64_t seq)
{
	AUTO_STMT s = NULL;
	struct list l = { 0 };
	int e;

	if ((e = db_query(&s, r->db, query, "i", seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		*(const char **)more(&l, a, sizeof(char *)) = stmt_dup(a, s, 0);
	*out = l.p;
	*n = l.n;
	return e;
}

/* *tipi (may be NULL): the type of each. */
static int
read_documents(struct anello *an, const char ***tipi, struct arena *a,
    struct registro *r)
{
	AUTO_STMT s = NULL;
	struct anello_documento *d;
	struct list l = { 0 }, types = { 0 };
	int e;

	if ((e = db_query(&s, r->db, Q_CATENA_DOCUMENTI, "i", an->seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		d = more(&l, a, sizeof *d);
		d->cartella = stmt_dup(a, s, 0);
		d->percorso = stmt_dup(a, s, 1);
		if (strlen(stmt_text(s, 4)) == SEGNO_LEN)
			memcpy(d->segno, stmt_text(s, 4), sizeof d->segno);
		d->impronta = stmt_dup(a, s, 5);
		if (tipi != NULL)
			*(const char **)more(&types, a, sizeof(char *)) =
			    stmt_dup(a, s, 3);
	}
	if (tipi != NULL)
		*tipi = types.p;
	an->documenti = l.p;
	an->n_documenti = l.n;
	return e;
}

static int
read_link(struct anello *an, const char ***tipi, struct arena *a,
    struct registro *r, struct stmt *s)
{
	const char *impronta = stmt_text(s, 10);
	int e;

	memset(an, 0, sizeof *an);
	an->seq = stmt_int(s, 0);
	an->ora = stmt_dup(a, s, 1);
	an->atto = stmt_dup(a, s, 2);
	an->operatore = stmt_dup(a, s, 3);
	an->per = stmt_dup(a, s, 4);
	an->istanza = stmt_dup(a, s, 5);
	an->istanza_impronta = stmt_dup(a, s, 6);
	an->precedente = stmt_dup(a, s, 9);
	if (strlen(impronta) == IMPRONTA_LEN)
		memcpy(an->impronta, impronta, sizeof an->impronta);
	if ((e = read_texts(&an->cartelle, &an->n_cartelle, a, r,
	    Q_CATENA_CARTELLE, an->seq)) != 0 ||
	    (e = read_texts(&an->allegati, &an->n_allegati, a, r,
	    Q_CATENA_ALLEGATI, an->seq)) != 0)
		return e;
	return read_documents(an, tipi, a, r);
}

static int
each_link(struct registro *r, struct stmt *s, anello_fn *fn, void *arg)
{
	int e;

	while ((e = stmt_step(s)) == 1) {
		AUTO(arena) a = arena_new();
		struct anello an;

		if ((e = read_link(&an, NULL, a, r, s)) != 0 ||
		    (e = fn(arg, &an, stmt_text(s, 8))) != 0)
			return e;
	}
	return e;
}

int
registro_catena(struct registro *r, anello_fn *fn, void *arg)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_CATENA_ALL, "");

	return e != 0 ? e : each_link(r, s, fn, arg);
}

int
registro_catena_di(struct registro *r, const char *cartella, anello_fn *fn,
    void *arg)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_CATENA_DI, "s", cartella);

	return e != 0 ? e : each_link(r, s, fn, arg);
}

int
registro_allegati(char ***out, int *n, struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	struct list l = { 0 };
	int e;

	if ((e = db_query(&s, r->db, Q_ALLEGATI, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		*(char **)more(&l, a, sizeof(char *)) =
		    arena_strdup(a, stmt_text(s, 0));
	*out = l.p;
	*n = l.n;
	return e;
}

int
registro_anni(int **out, int *n, struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	struct list l = { 0 };
	int e;

	if ((e = db_query(&s, r->db, Q_ANNI, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		*(int *)more(&l, a, sizeof(int)) = (int)stmt_int(s, 0);
	*out = l.p;
	*n = l.n;
	return e;
}

int
registro_anello_leggi(struct anello *out, const char **giornale,
    const char ***tipi, struct arena *a, struct registro *r, int64_t seq)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CATENA_UNO, "i", seq)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "la catena non ha l'atto %lld",
		    (long long)seq);
	*giornale = stmt_dup(a, s, 8);
	return read_link(out, tipi, a, r, s);
}
