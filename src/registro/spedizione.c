/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/spedizione.h"

#include <string.h>

#include "documenti/spedizione.h"
#include "registro/query.h"

static int
start(struct stmt **out, struct registro *r, int query, const struct numero *n)
{
	return db_query(out, r->db, query, "dd", n->anno, n->progressivo);
}

int
registro_invio(struct invio *out, struct arena *a, struct registro *r,
    const struct numero *n, int destinatario)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_INVIO, "ddd", n->anno, n->progressivo,
	    destinatario)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "la registrazione %s non è stata "
		    "spedita al destinatario %d", numero_text(a, n),
		    destinatario);
	*out = (struct invio){
		.stato = stmt_dup(a, s, 0), .mezzo = stmt_dup(a, s, 1),
		.data = stmt_dup(a, s, 2), .tentativi = (int)stmt_int(s, 3),
	};
	return 0;
}

int
registro_spedita(struct registro *r, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = start(&s, r, Q_INVII, n)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		if (invio_partito(stmt_text(s, 1)) || stmt_int(s, 5) > 0)
			return 1;
	return e;
}

int
registro_in_invio(struct registro *r, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = start(&s, r, Q_INVII, n)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		if (strcmp(stmt_text(s, 1), INVIO_IN_CORSO) == 0)
			return 1;
	return e;
}

/* ---- the view ---- */

static void
set(struct arena *a, struct nodo *x, const char *nome, struct stmt *s, int col)
{
	if (!stmt_null(s, col))
		nodo_set(a, x, nome, stmt_text(s, col));
}

static int
add_states(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = start(&s, r, Q_INVII, n)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "invio");
		set(a, x, "destinatario", s, 0);
		set(a, x, "stato", s, 1);
		set(a, x, "mezzo", s, 2);
		set(a, x, "data", s, 3);
		set(a, x, "tentativi", s, 4);
	}
	return e;
}

static int
add_sendings(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = start(&s, r, Q_SPEDIZIONI, n)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "spedizione");
		set(a, x, "ordine", s, 0);
		set(a, x, "destinatario", s, 1);
		set(a, x, "mezzo", s, 2);
		set(a, x, "data", s, 3);
		set(a, x, "operatore", s, 6);
		set(a, x, "ora", s, 7);
		nodo_elem_text(a, x, "estremi", stmt_text(s, 4));
		nodo_elem_text(a, x, "nota", stmt_text(s, 5));
	}
	return e;
}

static int
add_receipts(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = start(&s, r, Q_RICEVUTE, n)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "ricevuta-spedizione");
		set(a, x, "ordine", s, 0);
		set(a, x, "destinatario", s, 1);
		set(a, x, "esito", s, 2);
		set(a, x, "data", s, 3);
		set(a, x, "operatore", s, 9);
		set(a, x, "ora", s, 10);
		nodo_set(a, x, "distrutto", stmt_dup(a, s, 11));
		nodo_elem_text(a, x, "estremi", stmt_text(s, 4));
		nodo_elem_text(a, x, "nome", stmt_text(s, 5));
		nodo_elem_text(a, x, "impronta", stmt_text(s, 6));
		nodo_elem_text(a, x, "tipo", stmt_text(s, 7));
		nodo_elem_text(a, x, "dimensione", stmt_text(s, 8));
	}
	return e;
}

int
registro_vista_spedizione(struct nodo *vista, struct arena *a,
    struct registro *r, const struct numero *n)
{
	int e;

	if ((e = add_states(vista, a, r, n)) != 0 ||
	    (e = add_sendings(vista, a, r, n)) != 0)
		return e;
	return add_receipts(vista, a, r, n);
}
