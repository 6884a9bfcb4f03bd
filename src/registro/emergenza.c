/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * emergenza.c - what the register knows of emergency numbers.  Refuses by
 * answering "absent", in the same words for hidden and missing.
 */
#include "registro/emergenza.h"

#include <string.h>

#include "registro/query.h"

static int
not_there(struct arena *a, const struct numero *n)
{
	return err_set(ERR_ABSENT, "%s non esiste, o non è fra le cose che "
	    "puoi vedere", numero_text(a, n));
}

static struct numero
number(struct stmt *s, int col, enum serie serie)
{
	return (struct numero){ serie, (int)stmt_int(s, col),
	    (int)stmt_int(s, col + 1) };
}

int
registro_emergenza_protocollo(struct numero *out, struct registro *r,
    const struct numero *emergenza)
{
	AUTO(arena) a = arena_new();
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_EMERGENZA_PROTOCOLLO, "dd",
	    emergenza->anno, emergenza->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return not_there(a, emergenza);
	*out = number(s, 0, SERIE_PROTOCOLLO);
	return 0;
}

int
registro_emergenza_ultima(struct numero *out, const char **ora,
    struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_EMERGENZA_ULTIMA, "")) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	*out = (struct numero){ SERIE_EMERGENZA, 0, 0 };
	*ora = "";
	if (e == 1) {
		*out = number(s, 0, SERIE_EMERGENZA);
		*ora = arena_strdup(a, stmt_text(s, 2));
	}
	return 0;
}

int
registro_emergenza_giorno(int *out, struct registro *r, const char *giorno)
{
	int64_t n = 0;
	int e = db_int(&n, r->db, Q_EMERGENZA_GIORNO, "s", giorno);

	if (e == 0)
		*out = (int)n;
	return e;
}

int
registro_emergenza_vede(bool *chiaro, struct registro *r,
    const struct occhio *o, const struct numero *n)
{
	AUTO(arena) a = arena_new();
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_VEDE_EMERGENZA, "ssdd", o->utente,
	    o->atto, n->anno, n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return not_there(a, n);
	*chiaro = stmt_int(s, 0) == 1;
	return 0;
}

int
emergenza_vista(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *protocollo)
{
	AUTO_STMT s = NULL;
	struct numero n;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_EMERGENZA_DI, "dd", protocollo->anno,
	    protocollo->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) <= 0)
		return e;
	n = number(s, 0, SERIE_EMERGENZA);
	x = nodo_elem(a, out, "emergenza");
	nodo_elem_text(a, x, "numero", numero_text(a, &n));
	nodo_elem_text(a, x, "ora", stmt_text(s, 2));
	nodo_elem_text(a, x, "operatore", stmt_text(s, 3));
	return 0;
}

int
emergenza_esito(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq)
{
	AUTO_STMT s = NULL;
	struct numero n;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_EMERGENZA_ATTO, "i", seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		n = number(s, 0, SERIE_EMERGENZA);
		x = nodo_elem_text(a, esito, "emergenza", numero_text(a, &n));
		if (stmt_null(s, 2))
			continue;
		n = number(s, 2, SERIE_PROTOCOLLO);
		nodo_set(a, x, "protocollo", numero_text(a, &n));
	}
	return e;
}
