/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/fascicoli.h"

#include <string.h>

#include "registro/query.h"

/* (serie, year, number) from a column on; progressivo 0 when it is NULL. */
static struct numero
parent(struct stmt *s, int col)
{
	enum serie serie = SERIE_FASCICOLO;

	if (stmt_null(s, col))
		return (struct numero){ 0 };
	if (strcmp(stmt_text(s, col), numero_sigla(SERIE_CARTELLA)) == 0)
		serie = SERIE_CARTELLA;
	return (struct numero){ serie, (int)stmt_int(s, col + 1),
	    (int)stmt_int(s, col + 2) };
}

int
registro_fascicolo(struct fascicolo *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_VEDE_FASCICOLO_Q, "ssdd", o->utente,
	    o->atto, n->anno, n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s non esiste, o non è fra le "
		    "cose che puoi vedere", numero_text(a, n));
	*out = (struct fascicolo){
		.stato = stmt_dup(a, s, 0), .oggetto = stmt_dup(a, s, 1),
		.classifica = stmt_dup(a, s, 2), .padre = parent(s, 3),
		.cartella = { SERIE_CARTELLA, (int)stmt_int(s, 6),
		    (int)stmt_int(s, 7) },
		.livello = (int)stmt_int(s, 8), .ufficio = stmt_dup(a, s, 9),
		.responsabile = stmt_dup(a, s, 10),
		.chiuso = stmt_dup(a, s, 11),
	};
	return 0;
}

int
registro_sotto_aperti(int *out, struct registro *r, const struct numero *n)
{
	int64_t v = 0;
	int e = db_int(&v, r->db, Q_SOTTO_APERTI, "sdd",
	    numero_sigla(n->serie), n->anno, n->progressivo);

	if (e == 0)
		*out = (int)v;
	return e;
}

int
registro_come_in(const char **out, struct arena *a, struct registro *r,
    const struct numero *fascicolo, const struct numero *protocollo)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_COME_IN, "sdddd",
	    numero_sigla(fascicolo->serie), fascicolo->anno,
	    fascicolo->progressivo, protocollo->anno,
	    protocollo->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s non è in %s",
		    numero_text(a, protocollo), numero_text(a, fascicolo));
	*out = stmt_dup(a, s, 0);
	return 0;
}

int
registro_ufficio_che_tiene(const char **out, struct arena *a,
    struct registro *r, const struct numero *n)
{
	static const int query[SERIE_N] = {
		[SERIE_ACCESSO] = Q_UFFICIO_AC, [SERIE_CARTELLA] = Q_UFFICIO_CS,
		[SERIE_FASCICOLO] = Q_UFFICIO_FA,
	};
	AUTO_STMT s = NULL;
	int e;

	if (n->serie == SERIE_PROTOCOLLO) {
		*out = NULL;
		return 0;
	}
	if ((e = db_query(&s, r->db, query[n->serie], "dd", n->anno,
	    n->progressivo)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s non esiste", numero_text(a, n));
	*out = stmt_dup(a, s, 0);
	return 0;
}

int
registro_di_un_caso(struct registro *r, const struct numero *protocollo)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_DI_UN_CASO, "dd", protocollo->anno,
	    protocollo->progressivo)) != 0)
		return e;
	return stmt_step(s);
}

/* ---- what is shown ---- */

static void
show_number(struct nodo *x, struct arena *a, struct stmt *s, enum serie serie)
{
	struct numero n = { serie, (int)stmt_int(s, 0), (int)stmt_int(s, 1) };

	nodo_set(a, x, "numero", numero_text(a, &n));
}

/* A query of what is in n, now (giorno NULL) or at the end of a day. */
static int
content(struct stmt **out, struct registro *r, int query,
    const struct occhio *o, const struct numero *n, const char *giorno)
{
	return db_query(out, r->db, query, giorno == NULL ? "sssdd" :
	    "sssdds", o->utente, o->atto, numero_sigla(n->serie), n->anno,
	    n->progressivo, giorno);
}

static int
add_registrations(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n, const char *giorno)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = content(&s, r, giorno == NULL ? Q_CONTENUTO : Q_CONTENUTO_AL,
	    o, n, giorno)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "registrazione");
		show_number(x, a, s, SERIE_PROTOCOLLO);
		nodo_set(a, x, "ora", stmt_text(s, 2));
		nodo_set(a, x, "flusso", stmt_text(s, 3));
		if (stmt_int(s, 4) == 1)
			nodo_set(a, x, "annullata", "si");
		if (stmt_null(s, 5))
			nodo_set(a, x, "oscurata", "si");
		else
			nodo_text(a, x, stmt_text(s, 5));
	}
	return e;
}

static int
add_below(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n, const char *giorno)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = content(&s, r, giorno == NULL ? Q_SOTTO : Q_SOTTO_AL, o, n,
	    giorno)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "sottofascicolo");
		show_number(x, a, s, SERIE_FASCICOLO);
		nodo_set(a, x, "stato", stmt_text(s, 2));
		nodo_text(a, x, stmt_text(s, 3));
	}
	return e;
}

int
registro_vista_contenuto(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n,
    const char *giorno)
{
	int e;

	if ((e = add_registrations(vista, a, r, o, n, giorno)) != 0)
		return e;
	return add_below(vista, a, r, o, n, giorno);
}

static int
add_containers(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n, enum serie serie)
{
	bool cartella = serie == SERIE_CARTELLA;
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, cartella ? Q_CARTELLE_DI :
	    Q_FASCICOLI_DI, "ssdd", o->utente, o->atto, n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "fascicolo");
		show_number(x, a, s, serie);
		if (!cartella)
			nodo_text(a, x, stmt_text(s, 2));
	}
	return e;
}

int
registro_vista_fascicoli(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	int e;

	if ((e = add_containers(vista, a, r, o, n, SERIE_CARTELLA)) != 0)
		return e;
	return add_containers(vista, a, r, o, n, SERIE_FASCICOLO);
}
