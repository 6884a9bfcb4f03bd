/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chi_vede.c - who sees a case, and why: the very questions that the readings
 * ask, asked for each user.  Asked of a register in memory made of the
 * documents of a day (registro_prova), it says how it was then.
 */
#include "registro/legami.h"

#include <string.h>

#include "registro/query.h"

static bool
is_cartella(const struct numero *n)
{
	return n->serie == SERIE_CARTELLA;
}

int
registro_legge(struct arena *a, struct registro *r, const char *utente,
    const struct numero *n)
{
	struct occhio o = { .utente = utente, .atto = "mostra" };
	AUTO_STMT s = NULL;
	int e = registro_vede(r, &o, n);

	if (e == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (e != 0 || (e = db_query(&s, r->db, is_cartella(n) ?
	    Q_LEGGE_QUALCOSA_CS : Q_LEGGE_QUALCOSA_AC, "sssdd", o.utente,
	    o.atto, numero_folder(a, n), n->anno, n->progressivo)) != 0)
		return e;
	return stmt_step(s);
}

int
registro_copertine(struct registro *r, const char *utente)
{
	int64_t n;
	int e = db_int(&n, r->db, Q_COPERTINE, "s", utente);

	if (e != 0)
		return e;
	return n < 0 ? COPERTINE_NESSUNA : n == 0 ? COPERTINE_CHIUSE :
	    COPERTINE_ANCHE_APERTE;
}

static struct nodo *
reason(struct nodo *out, struct arena *a, const char *ruolo,
    const char *ambito)
{
	struct nodo *x = nodo_elem(a, out, "motivo");

	nodo_set(a, x, "ruolo", ruolo);
	nodo_set(a, x, "ambito", ambito);
	return x;
}

/* One reason for each document that made the relation; the cover makes those
 * that have none of their own. */
static int
add_reasons(struct nodo *out, struct arena *a, struct registro *r,
    const char *utente, const struct numero *n, const char *ruolo,
    const char *ambito)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e, found = 0;

	if ((e = db_query(&s, r->db, Q_CHI_LEGAMI, "ssdds", utente,
	    numero_sigla(n->serie), n->anno, n->progressivo, ambito)) != 0)
		return e;
	for (; (e = stmt_step(s)) == 1; found++) {
		x = reason(out, a, ruolo, ambito);
		nodo_set(a, x, "documento", stmt_text(s, 0));
		nodo_set(a, x, "dal", stmt_text(s, 1));
		nodo_set(a, x, "al", stmt_text(s, 2));
	}
	if (e == 0 && found == 0)
		nodo_set(a, reason(out, a, ruolo, ambito), "documento",
		    is_cartella(n) ? "cartella.xml" : "accesso.xml");
	return e;
}

static int
why(struct nodo *out, struct arena *a, struct registro *r, const char *utente,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, is_cartella(n) ? Q_CHI_PERCHE_CS :
	    Q_CHI_PERCHE_AC, "ssdd", utente, "mostra", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		if ((e = add_reasons(out, a, r, utente, n, stmt_text(s, 0),
		    stmt_text(s, 1))) != 0)
			return e;
	return e;
}

static int
types(struct nodo *out, struct arena *a, struct registro *r,
    const char *utente, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, is_cartella(n) ? Q_CHI_TIPI_CS :
	    Q_CHI_TIPI_AC, "sdd", utente, n->anno, n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		nodo_elem_text(a, out, "tipo", stmt_text(s, 0));
	return e;
}

/* Those that a consultation names one by one. */
static int
papers(struct nodo *out, struct arena *a, struct registro *r,
    const char *utente, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if (!is_cartella(n))
		return 0;
	if ((e = db_query(&s, r->db, Q_CHI_CARTE, "sdd", utente, n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		nodo_elem_text(a, out, "documento", stmt_text(s, 0));
	return e;
}

int
registro_chi_vede(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *n)
{
	const char *utente;
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_UTENTI_ATTIVI, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		utente = arena_strdup(a, stmt_text(s, 0));
		if ((e = registro_legge(a, r, utente, n)) < 0)
			return e;
		if (e == 0)
			continue;
		x = nodo_elem(a, out, "utente");
		nodo_set(a, x, "codice", utente);
		nodo_set(a, x, "cognome", stmt_text(s, 1));
		nodo_set(a, x, "nome", stmt_text(s, 2));
		if ((e = why(x, a, r, utente, n)) != 0 ||
		    (e = types(x, a, r, utente, n)) != 0 ||
		    (e = papers(x, a, r, utente, n)) != 0)
			return e;
	}
	return e;
}

int
registro_folder_al(struct scritto **out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *giorno)
{
	struct scritto *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_FOLDER_AL, "ss", cartella,
	    giorno)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct scritto){ .p = {
			.seq = stmt_int(s, 0),
			.ora = arena_strdup(a, stmt_text(s, 1)),
			.cartella = arena_strdup(a, cartella),
			.percorso = arena_strdup(a, stmt_text(s, 2)),
			.id = arena_strdup(a, stmt_text(s, 3)),
			.tipo = arena_strdup(a, stmt_text(s, 4)),
			.impronta = arena_strdup(a, stmt_text(s, 5)) },
			.commit = arena_strdup(a, stmt_text(s, 6)) };
	}
	*out = list;
	*n = used;
	return e;
}
