/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * giorni.c - the days of the register, read: which are formed, which sealed,
 * and what a day's document is made of.
 */
#include "registro/giorni.h"

#include <string.h>

#include "registro/query.h"

static void
read_row(struct giornaliero *out, struct arena *a, struct stmt *s)
{
	*out = (struct giornaliero){
		.data = stmt_dup(a, s, 0), .documento = stmt_dup(a, s, 1),
		.impronta = stmt_dup(a, s, 2), .precedente = stmt_dup(a, s, 3),
		.registrazioni = (int)stmt_int(s, 4),
		.primo = stmt_int(s, 5), .ultimo = stmt_int(s, 6),
		.anello = stmt_dup(a, s, 7), .letture = stmt_int(s, 8),
		.lettura_ultima = stmt_int(s, 9),
		.lettura_impronta = stmt_dup(a, s, 10),
		.chiuso = stmt_int(s, 11) != 0,
	};
}

int
registro_ultimo_giornaliero(struct giornaliero *out, struct arena *a,
    struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_GIORNALIERO_ULTIMO, "")) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessun giorno è ancora formato");
	read_row(out, a, s);
	return 0;
}

int
registro_giornaliero(struct giornaliero *out, struct arena *a,
    struct registro *r, const char *data)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_GIORNALIERO_UNO, "s", data)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il registro del giorno %s non è "
		    "formato", data);
	read_row(out, a, s);
	return 0;
}

int
registro_giornalieri(struct giornaliero **out, int *n, struct arena *a,
    struct registro *r, const char *dal, const char *al)
{
	AUTO_STMT s = NULL;
	struct giornaliero *list = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_GIORNALIERI, "ss", dal, al)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		read_row(&list[used++], a, s);
	}
	*out = list;
	*n = used;
	return e;
}

/* The one text of a query without parameters; absent: no row. */
static int
one_text(const char **out, struct arena *a, struct registro *r, int query,
    const char *otherwise)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query, "")) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s", otherwise);
	*out = stmt_dup(a, s, 0);
	return 0;
}

int
registro_da_chiudere(const char **data, struct arena *a, struct registro *r)
{
	return one_text(data, a, r, Q_DA_CHIUDERE,
	    "nessun giorno formato è ancora da chiudere");
}

int
registro_primo_giorno(const char **out, struct arena *a, struct registro *r)
{
	return one_text(out, a, r, Q_PRIMO_GIORNO, "nessun atto");
}

int
registro_ultimo_ordinario(const char **out, struct arena *a,
    struct registro *r)
{
	return one_text(out, a, r, Q_ULTIMO_ORDINARIO, "nessun atto");
}

int
registro_chiusura(struct chiusura *out, struct arena *a, struct registro *r,
    const char *data)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CHIUSURA, "s", data)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il giorno %s non è ancora chiuso: "
		    "lo chiude il responsabile con «chiudi-giorno»", data);
	*out = (struct chiusura){ stmt_dup(a, s, 0), stmt_dup(a, s, 1),
	    stmt_dup(a, s, 2), stmt_dup(a, s, 3), stmt_dup(a, s, 4),
	    stmt_dup(a, s, 5), stmt_dup(a, s, 6), (int)stmt_int(s, 7) };
	return 0;
}

int
registro_fine_giorno(int64_t *seq, const char **impronta, struct arena *a,
    struct registro *r, int64_t dopo, int64_t fino, const char *data)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_FINE_GIORNO, "isi", dopo, data,
	    fino)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessun atto");
	*seq = stmt_int(s, 0);
	*impronta = stmt_dup(a, s, 1);
	return 0;
}

/* ---- what a day is made of ---- */

static int
add_subjects(struct nodo *reg, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *p;
	int e;

	if ((e = db_query(&s, r->db, Q_GIORNO_PARTI, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		p = nodo_elem(a, reg, stmt_text(s, 0));
		nodo_elem_text(a, p, "denominazione", stmt_text(s, 1));
		nodo_elem_text(a, p, "codice-ipa", stmt_text(s, 2));
		nodo_elem_text(a, p, "indirizzo", stmt_text(s, 3));
		nodo_elem_text(a, p, "pec", stmt_text(s, 4));
	}
	return e;
}

static int
add_files(struct nodo *reg, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_FILES, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		nodo_elem_text(a, reg, stmt_int(s, 0) == 0 ? "principale" :
		    "allegato", stmt_text(s, 2));
	return e;
}

static void
add_riservata(struct nodo *reg, struct arena *a, struct stmt *s)
{
	struct nodo *n;

	if (stmt_int(s, 6) == 0)
		return;
	n = nodo_elem(a, reg, "riservata");
	nodo_elem_text(a, n, "motivo", stmt_text(s, 7));
	nodo_elem_text(a, n, "fino-al", stmt_text(s, 8));
}

static void
add_origin(struct nodo *reg, struct arena *a, struct stmt *s)
{
	struct nodo *n;

	nodo_elem_text(a, reg, "mezzo", stmt_text(s, 9));
	nodo_elem_text(a, reg, "data-arrivo", stmt_text(s, 10));
	if (!stmt_null(s, 11)) {
		n = nodo_elem(a, reg, "protocollo-mittente");
		nodo_elem_text(a, n, "numero", stmt_text(s, 11));
		nodo_elem_text(a, n, "data", stmt_text(s, 12));
	}
	nodo_elem_text(a, reg, "classifica", stmt_text(s, 13));
}

/* art. 53 DPR 445/2000: each field as it stands at the end of the day. */
static int
add_registration(struct nodo *out, struct arena *a, struct registro *r,
    struct stmt *s)
{
	struct numero n = { SERIE_PROTOCOLLO, (int)stmt_int(s, 0),
	    (int)stmt_int(s, 1) };
	struct nodo *reg = nodo_elem(a, out, "registrazione");
	int e;

	nodo_elem_text(a, reg, "numero", numero_text(a, &n));
	nodo_elem_text(a, reg, "ora", stmt_text(s, 2));
	nodo_elem_text(a, reg, "operatore", stmt_text(s, 3));
	nodo_elem_text(a, reg, "flusso", stmt_text(s, 4));
	nodo_elem_text(a, reg, "oggetto", stmt_text(s, 5));
	add_riservata(reg, a, s);
	if ((e = add_subjects(reg, a, r, &n)) != 0)
		return e;
	add_origin(reg, a, s);
	if ((e = add_files(reg, a, r, &n)) != 0)
		return e;
	/* art. 54: the mark; what it said stays legible */
	if (stmt_int(s, 14) != 0)
		nodo_elem_text(a, reg, "annullata", "si");
	return 0;
}

int
registro_giornata(struct nodo *out, int *n, struct arena *a,
    struct registro *r, int64_t primo, int64_t ultimo)
{
	AUTO_STMT s = NULL;
	int e;

	*n = 0;
	if ((e = db_query(&s, r->db, Q_GIORNO_REGISTRAZIONI, "ii", primo,
	    ultimo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		if ((e = add_registration(out, a, r, s)) != 0)
			return e;
		++*n;
	}
	return e;
}

int
registro_variazioni(struct nodo *out, struct arena *a, struct registro *r,
    int64_t primo, int64_t ultimo)
{
	/* from the sixth column on; the order of the schema */
	static const char *const rest[] = { "campo", "prima", "dopo",
	    "motivo", "provvedimento", "impronta" };
	struct numero n = { .serie = SERIE_PROTOCOLLO };
	AUTO_STMT s = NULL;
	struct nodo *v;
	size_t i;
	int e;

	if ((e = db_query(&s, r->db, Q_GIORNO_VARIAZIONI, "ii", primo,
	    ultimo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		v = nodo_elem(a, out, "variazione");
		n.anno = (int)stmt_int(s, 1);
		n.progressivo = (int)stmt_int(s, 2);
		nodo_elem_text(a, v, "tipo", stmt_text(s, 0));
		nodo_elem_text(a, v, "numero", numero_text(a, &n));
		nodo_elem_text(a, v, "ora", stmt_text(s, 3));
		nodo_elem_text(a, v, "operatore", stmt_text(s, 4));
		for (i = 0; i < NELEM(rest); i++)
			nodo_elem_text(a, v, rest[i],
			    stmt_text(s, (int)i + 5));
	}
	return e;
}

int
registro_quante(int *out, struct registro *r, int64_t primo, int64_t ultimo)
{
	int64_t n = 0;
	int e = db_int(&n, r->db, Q_GIORNO_QUANTE, "ii", primo, ultimo);

	if (e == 0)
		*out = (int)n;
	return e;
}

int
registro_teste_giorno(struct nodo *out, struct arena *a, struct registro *r,
    int64_t primo, int64_t ultimo)
{
	AUTO_STMT s = NULL;
	struct nodo *n;
	int e;

	if ((e = db_query(&s, r->db, Q_GIORNO_TESTE, "ii", primo,
	    ultimo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		n = nodo_elem(a, out, "testa");
		nodo_set(a, n, "cartella", stmt_text(s, 0));
		nodo_set(a, n, "commit", stmt_text(s, 1));
	}
	return e;
}
