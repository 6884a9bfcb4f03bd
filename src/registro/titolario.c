/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/titolario.h"

#include <string.h>

#include "registro/query.h"

int
registro_titolario(struct titolario *out, struct arena *a,
    struct registro *r, const char *giorno)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TITOLARIO_AL, "s", giorno)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il %s non è in vigore nessun "
		    "titolario: il responsabile del protocollo lo adotta con "
		    "«adotta-titolario»", giorno);
	*out = (struct titolario){
		.numero = (int)stmt_int(s, 0), .nome = stmt_dup(a, s, 1),
		.valido_dal = stmt_dup(a, s, 2),
		.sostituito = stmt_dup(a, s, 3),
		.provvedimento = stmt_dup(a, s, 4),
	};
	return 0;
}

int
registro_titolario_ultimo(int *numero, const char **valido_dal,
    struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TITOLARIO_ULTIMO, "")) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	*numero = e == 1 ? (int)stmt_int(s, 0) : 0;
	*valido_dal = e == 1 ? stmt_dup(a, s, 1) : "";
	return 0;
}

int
registro_titolario_voci(struct voce **out, int *n, struct arena *a,
    struct registro *r, int titolario)
{
	AUTO_STMT s = NULL;
	struct voce *list = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_VOCI_TITOLARIO, "d", titolario)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct voce){ stmt_dup(a, s, 0),
		    stmt_dup(a, s, 1) };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_titolario_voce(const char **denominazione, struct arena *a,
    struct registro *r, int titolario, const char *indice)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_VOCE_TITOLARIO, "ds", titolario, indice)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "la voce %s non c'è", indice);
	*denominazione = stmt_dup(a, s, 0);
	return 0;
}

int
registro_classifiche_dal(const char ***out, struct arena *a,
    struct registro *r, const char *giorno)
{
	const char **list = arena_alloc(a, sizeof *list), **more;
	AUTO_STMT s = NULL;
	int e, n = 0, cap = 1;

	if ((e = db_query(&s, r->db, Q_CLASSIFICHE_DAL, "s", giorno)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		if (n + 1 >= cap) {
			cap = cap * 2 + 14;
			more = arena_alloc(a, (size_t)cap * sizeof *more);
			memcpy(more, list, (size_t)n * sizeof *more);
			list = more;
		}
		list[n++] = stmt_dup(a, s, 0);
	}
	list[n] = NULL;
	*out = list;
	return e;
}

int
registro_classificata(struct classificata *out, struct arena *a,
    struct registro *r, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CLASSIFICATA, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s non esiste", numero_text(a, n));
	*out = (struct classificata){ stmt_dup(a, s, 0), stmt_dup(a, s, 1) };
	return 0;
}

int
registro_seguiti(int *out, struct registro *r, const struct numero *n,
    const char *dir)
{
	AUTO(arena) a = arena_new();
	char *stem = numero_path(a, dir, n->progressivo);
	int64_t v = 0;
	int e;

	/* '-' comes before '.': all and only its "…-<k>.xml" */
	stem[strlen(stem) - strlen(".xml")] = '\0';
	e = db_int(&v, r->db, Q_SEGUITI_DI, "sss", numero_folder(a, n),
	    arena_printf(a, "%s-", stem), arena_printf(a, "%s.", stem));
	if (e == 0)
		*out = (int)v;
	return e;
}

/* ---- in the vista of a registration ---- */

static int
add_name(struct nodo *vista, struct arena *a, struct registro *r,
    const struct classificata *c)
{
	const char *nome;
	struct titolario t;
	int e;

	if ((e = registro_titolario(&t, a, r, c->dal)) == 0)
		e = registro_titolario_voce(&nome, a, r, t.numero, c->classifica);
	if (e == 0)
		nodo_elem_text(a, vista, "classe", nome);
	return e == ERR_ABSENT ? 0 : e;
}

static int
add_history(struct nodo *vista, struct arena *a, struct registro *r,
    const struct numero *n)
{
	bool clear = nodo_attr(vista, "oscurata") == NULL;
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_CLASSIFICAZIONI, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "classificazione");
		nodo_set(a, x, "da", stmt_text(s, 0));
		nodo_set(a, x, "a", stmt_text(s, 1));
		nodo_set(a, x, "operatore", stmt_text(s, 3));
		nodo_set(a, x, "ora", stmt_text(s, 4));
		if (clear && !stmt_null(s, 2))
			nodo_text(a, x, stmt_text(s, 2));
	}
	return e;
}

int
registro_vista_classifica(struct nodo *vista, struct arena *a,
    struct registro *r, const struct numero *n)
{
	struct classificata c;
	int e;

	if ((e = registro_classificata(&c, a, r, n)) != 0 ||
	    (e = add_name(vista, a, r, &c)) != 0)
		return e;
	return add_history(vista, a, r, n);
}
