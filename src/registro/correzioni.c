/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/correzioni.h"

#include "registro/query.h"

int
registro_richiesta(struct richiesta *out, struct arena *a, struct registro *r,
    const struct numero *n, int ordine)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_RICHIESTA, "ddd", n->anno,
	    n->progressivo, ordine)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "di %s non c'è una richiesta di "
		    "correzione %d", numero_text(a, n), ordine);
	*out = (struct richiesta){
		.tipo = stmt_dup(a, s, 0), .campo = stmt_dup(a, s, 1),
		.richiedente = stmt_dup(a, s, 2),
		.operatore = stmt_dup(a, s, 3),
		.aperta = stmt_int(s, 4) == 1,
	};
	return 0;
}

/* ---- the view ---- */

/* Under a mark that is always visible: when, who, by which provvedimento. */
static int
add_annulment(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n, bool in_chiaro)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_ANNULLAMENTO, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) <= 0)
		return e;
	x = nodo_elem(a, vista, "annullamento");
	nodo_set(a, x, "repertorio", arena_printf(a, "annullamenti n. %s/%s",
	    stmt_dup(a, s, 1), stmt_dup(a, s, 0)));
	if (stmt_int(s, 2) == 1)
		nodo_set(a, x, "inoltrata", "si");
	nodo_set(a, x, "operatore", stmt_text(s, 3));
	nodo_set(a, x, "ora", stmt_text(s, 4));
	if (!in_chiaro)
		return 0;
	nodo_elem_text(a, x, "motivo", stmt_text(s, 5));
	nodo_elem_text(a, x, "provvedimento", stmt_text(s, 6));
	nodo_elem_text(a, x, "richiedente", stmt_text(s, 7));
	return 0;
}

static int
add_rectified(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_RETTIFICHE, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "rettifica");
		nodo_set(a, x, "campo", stmt_text(s, 1));
		if (stmt_int(s, 2) > 1)
			nodo_set(a, x, "posto", stmt_text(s, 2));
		nodo_set(a, x, "operatore", stmt_text(s, 7));
		nodo_set(a, x, "ora", stmt_text(s, 8));
		nodo_elem_text(a, x, "prima", stmt_text(s, 3));
		nodo_elem_text(a, x, "dopo", stmt_text(s, 4));
		nodo_elem_text(a, x, "motivo", stmt_text(s, 5));
		nodo_elem_text(a, x, "provvedimento", stmt_text(s, 6));
	}
	return e;
}

static int
add_requests(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_RICHIESTE, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "richiesta-correzione");
		nodo_set(a, x, "ordine", stmt_text(s, 0));
		nodo_set(a, x, "tipo", stmt_text(s, 1));
		if (!stmt_null(s, 2))
			nodo_set(a, x, "campo", stmt_text(s, 2));
		nodo_set(a, x, "richiedente", stmt_text(s, 4));
		nodo_set(a, x, "ora", stmt_text(s, 5));
		if (stmt_int(s, 6) == 1)
			nodo_set(a, x, "aperta", "si");
		nodo_text(a, x, stmt_text(s, 3));
	}
	return e;
}

static int
add_reserved(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_RISERVE, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "riserva");
		nodo_set(a, x, "riservata", stmt_int(s, 0) == 1 ? "si" : "no");
		if (!stmt_null(s, 2))
			nodo_set(a, x, "fino-al", stmt_text(s, 2));
		nodo_set(a, x, "operatore", stmt_text(s, 3));
		nodo_set(a, x, "ora", stmt_text(s, 4));
		nodo_text(a, x, stmt_text(s, 1));
	}
	return e;
}

int
registro_vista_correzioni(struct nodo *vista, struct arena *a,
    struct registro *r, const struct numero *n, bool in_chiaro)
{
	int e;

	if ((e = add_annulment(vista, a, r, n, in_chiaro)) != 0 || !in_chiaro)
		return e;
	if ((e = add_rectified(vista, a, r, n)) != 0 ||
	    (e = add_requests(vista, a, r, n)) != 0)
		return e;
	return add_reserved(vista, a, r, n);
}
