/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/versamenti.h"

#include <string.h>

#include "registro/query.h"

/* ---- for versa ---- */

/* The first column of each row, behind those that are there. */
static int
add_texts(const char ***list, int *n, int *cap, struct arena *a,
    struct stmt *s)
{
	int e;

	while ((e = stmt_step(s)) == 1) {
		*list = arena_more(a, *list, *n, cap, sizeof **list);
		(*list)[(*n)++] = stmt_dup(a, s, 0);
	}
	return e;
}

int
registro_giorni_da_versare(const char ***out, int *n, struct arena *a,
    struct registro *r)
{
	AUTO_STMT s = NULL;
	int e, cap = 0;

	*out = NULL;
	*n = 0;
	if ((e = db_query(&s, r->db, Q_GIORNI_DA_VERSARE, "")) != 0)
		return e;
	return add_texts(out, n, &cap, a, s);
}

static int
add_closed(const char ***list, int *n, int *cap, struct arena *a,
    struct registro *r, const struct occhio *o, int query, int anno)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query, "sssd", o->utente, o->atto,
	    r->mano, anno)) != 0)
		return e;
	return add_texts(list, n, cap, a, s);
}

int
registro_chiusi_da_versare(const char ***out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, int anno)
{
	int e, cap = 0;

	*out = NULL;
	*n = 0;
	if ((e = add_closed(out, n, &cap, a, r, o, Q_CHIUSE_DA_VERSARE_CS,
	    anno)) != 0)
		return e;
	return add_closed(out, n, &cap, a, r, o, Q_CHIUSI_DA_VERSARE_FA, anno);
}

int
registro_versata(struct versata *out, struct arena *a, struct registro *r,
    const char *unita)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_VERSATA, "s", unita)) != 0)
		return e;
	if ((e = stmt_step(s)) <= 0)
		return e < 0 ? e : err_set(ERR_ABSENT, "%s non fu versata",
		    unita);
	*out = (struct versata){ (int)stmt_int(s, 0), stmt_dup(a, s, 1),
	    stmt_dup(a, s, 2) };
	return 0;
}

int
registro_sotto(int *out, struct registro *r, const struct numero *n)
{
	int64_t found;
	int e = db_int(&found, r->db, Q_SOTTO_TUTTI, "sdd",
	    numero_sigla(n->serie), n->anno, n->progressivo);

	if (e == 0)
		*out = (int)found;
	return e;
}

int
registro_anni_conservazione(int *out, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ANNI_CONSERVAZIONE, "sdd",
	    numero_sigla(n->serie), n->anno, n->progressivo)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	*out = e == 1 ? (int)stmt_int(s, 0) : 0;
	return 0;
}

/* ---- for the package and for the report ---- */

static int
one(struct versamento *out, struct arena *a, struct stmt *s)
{
	int e = stmt_step(s);

	if (e <= 0)
		return e < 0 ? e : err_set(ERR_ABSENT, "il versamento non "
		    "esiste, o non è fra le cose che puoi vedere");
	*out = (struct versamento){ (int)stmt_int(s, 0), stmt_dup(a, s, 1),
	    stmt_dup(a, s, 2), stmt_dup(a, s, 3), stmt_dup(a, s, 4),
	    stmt_dup(a, s, 5) };
	return 0;
}

int
registro_versamento(struct versamento *out, struct arena *a,
    struct registro *r, int numero)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_VERSAMENTO_UNO, "d", numero)) != 0)
		return e;
	return one(out, a, s);
}

int
registro_versamento_di(struct versamento *out, struct arena *a,
    struct registro *r, const char *pacchetto)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_VERSAMENTO_DI, "s", pacchetto)) != 0)
		return e;
	return one(out, a, s);
}

/* ---- readings ---- */

static struct nodo *
add(struct nodo *vista, struct arena *a, struct stmt *s)
{
	static const char *const names[] = { "numero", "formato", "utente",
	    "pacchetto", "rapporto", "ora", "identificativo",
	    "conservatore" };
	struct nodo *x = nodo_elem(a, vista, "versamento");
	int i;

	for (i = 0; i < (int)NELEM(names); i++)
		if (!stmt_null(s, i))
			nodo_set(a, x, names[i], stmt_text(s, i));
	return x;
}

static int
add_counts(struct nodo *x, struct arena *a, struct registro *r,
    const struct occhio *o)
{
	AUTO_STMT s = NULL;
	struct nodo *c;
	int e;

	if ((e = db_query(&s, r->db, Q_VERSATE_CONTO, "ssss", o->utente,
	    o->atto, r->mano, nodo_attr(x, "numero"))) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		c = nodo_elem(a, x, "conto");
		nodo_set(a, c, "esito", stmt_text(s, 0));
		nodo_set(a, c, "quante", stmt_text(s, 1));
	}
	return e;
}

static int
add_page(struct nodo *vista, struct arena *a, struct stmt *s)
{
	const struct nodo *last = NULL;
	int e, n;

	for (n = 0; (e = stmt_step(s)) == 1; n++) {
		if (n == VERSAMENTI_PAGINA) {
			nodo_set(a, vista, "continua",
			    nodo_attr(last, "numero"));
			return 0;
		}
		last = add(vista, a, s);
	}
	return e;
}

int
registro_versamenti(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, const char *filtro, int prima)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_VERSAMENTI, "ssssd", o->utente,
	    o->atto, r->mano, filtro, prima)) != 0 ||
	    (e = add_page(vista, a, s)) != 0)
		return e;
	for (x = nodo_child(vista, "versamento"); x != NULL;
	    x = nodo_next(x, "versamento"))
		if ((e = add_counts(x, a, r, o)) != 0)
			return e;
	return 0;
}

static int
add_units(struct nodo *x, struct arena *a, struct registro *r,
    const struct occhio *o, int numero)
{
	AUTO_STMT s = NULL;
	struct nodo *u;
	int e;

	if ((e = db_query(&s, r->db, Q_VERSATE_VISTE, "sssd", o->utente,
	    o->atto, r->mano, numero)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		u = nodo_elem(a, x, "unita");
		nodo_set(a, u, "numero", stmt_text(s, 0));
		nodo_set(a, u, "esito", stmt_text(s, 1));
		if (!stmt_null(s, 2))
			nodo_set(a, u, "motivo", stmt_text(s, 2));
		nodo_set(a, u, "documenti", stmt_text(s, 3));
		nodo_set(a, u, "intera", stmt_int(s, 4) == 1 ? "si" : "no");
	}
	return e;
}

int
registro_versamento_vista(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, int numero)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_VERSAMENTO_VISTA, "sssd", o->utente,
	    o->atto, r->mano, numero)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il versamento %d non esiste, o non "
		    "è fra le cose che puoi vedere", numero);
	return add_units(add(vista, a, s), a, r, o, numero);
}

static int
add_days(struct nodo *vista, struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_GIORNI_CHE_ASPETTANO, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "da-versare");
		nodo_set(a, x, "numero", stmt_text(s, 0));
		nodo_set(a, x, "entro", stmt_text(s, 1));
		if (stmt_int(s, 2) == 1)
			nodo_set(a, x, "tardi", "si");
	}
	return e;
}

static int
add_waiting(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, int query, int anno)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query, "sssd", o->utente, o->atto,
	    r->mano, anno)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		nodo_set(a, nodo_elem(a, vista, "da-versare"), "numero",
		    stmt_text(s, 0));
	return e;
}

int
registro_da_versare(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, int anno)
{
	int e, y;

	if ((e = add_days(vista, a, r)) != 0)
		return e;
	for (y = anno - 1; y <= anno; y++)
		if ((e = add_waiting(vista, a, r, o,
		    Q_CHIUSE_CHE_ASPETTANO_CS, y)) != 0 ||
		    (e = add_waiting(vista, a, r, o,
		    Q_CHIUSI_CHE_ASPETTANO_FA, y)) != 0)
			return e;
	return 0;
}
