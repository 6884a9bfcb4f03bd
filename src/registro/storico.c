/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/storico.h"

#include "registro/query.h"
#include "registro/trova.h"

#define PAGINA 100

int
registro_storico_c_e(struct registro *r, const char *origine, int anno,
    const char *numero)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_STORICO_C_E, "sds", origine, anno,
	    numero)) != 0)
		return e;
	return stmt_step(s);
}

int
registro_importazioni(int *out, struct registro *r, int anno)
{
	AUTO(arena) a = arena_new();
	struct numero year = { SERIE_PROTOCOLLO, anno, 1 };
	int64_t n;
	int e;

	if ((e = db_int(&n, r->db, Q_IMPORTAZIONI_N, "s",
	    numero_folder(a, &year))) != 0)
		return e;
	*out = (int)n;
	return 0;
}

static int
add_years(struct nodo *n, struct arena *a, struct registro *r,
    const char *origine)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_STORICO_ANNI, "s", origine)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, n, "anno");
		nodo_set(a, x, "righe", stmt_text(s, 1));
		nodo_text(a, x, arena_printf(a, "%04lld",
		    (long long)stmt_int(s, 0)));
	}
	return e;
}

int
registro_vista_storici(struct nodo **out, struct arena *a, struct registro *r)
{
	struct nodo *v = nodo_new(a, "storici"), *n;
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_IMPORTAZIONI, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		n = nodo_elem(a, v, "registro");
		nodo_set(a, n, "origine", stmt_text(s, 0));
		nodo_set(a, n, "denominazione", stmt_text(s, 1));
		nodo_set(a, n, "righe", stmt_text(s, 2));
		if ((e = add_years(n, a, r, nodo_attr(n, "origine"))) != 0)
			return e;
	}
	*out = v;
	return e;
}

/* The columns of STORICO_COLONNE. */
static struct nodo *
entry(struct arena *a, struct stmt *s)
{
	static const char *const content[] = { "oggetto", "corrispondente",
	    "protocollo-mittente", "classifica", "nota" };
	struct nodo *n = nodo_new(a, "voce");
	size_t i;

	nodo_set(a, n, "riga", stmt_text(s, 0));
	nodo_set(a, n, "origine", stmt_text(s, 12));
	nodo_elem_text(a, n, "numero", stmt_text(s, 1));
	nodo_elem_text(a, n, "data", stmt_text(s, 2));
	nodo_elem_text(a, n, "flusso", stmt_text(s, 3));
	if (stmt_int(s, 4) == 1)
		nodo_set(a, n, "annullata", "si");
	if (stmt_int(s, 5) == 1)
		nodo_set(a, n, "riservata", "si");
	if (stmt_int(s, 6) != 1) {
		nodo_set(a, n, "oscurata", "si");
		return n;
	}
	for (i = 0; i < NELEM(content); i++)
		nodo_elem_text(a, n, content[i], stmt_text(s, 7 + (int)i));
	return n;
}

int
registro_vista_storico(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *origine, int anno, int dopo)
{
	struct nodo *v = nodo_new(a, "storico");
	AUTO_STMT s = NULL;
	int e, n = 0;

	nodo_set(a, v, "origine", origine);
	nodo_set(a, v, "anno", arena_printf(a, "%04d", anno));
	if ((e = db_query(&s, r->db, Q_STORICO_RIGHE, "sssdd", o->utente,
	    o->atto, origine, anno, dopo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1 && ++n <= PAGINA)
		nodo_add(v, entry(a, s));
	if (n > PAGINA)
		nodo_set(a, v, "altre", "si");
	*out = v;
	return e < 0 ? e : 0;
}

int
registro_storico_trova(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *parole, int64_t dopo)
{
	struct nodo *v = nodo_new(a, "storico"), *n = NULL;
	AUTO_BUF match = { 0 };
	AUTO_STMT s = NULL;
	int e, count = 0;

	*out = v;
	if ((e = trova_storico(&match, a, r, parole)) != 0)
		return e == ERR_ABSENT ? 0 : e;
	if ((e = db_query(&s, r->db, Q_STORICO_TROVA, "sssi", o->utente,
	    o->atto, buf_str(&match), dopo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1 && ++count <= PAGINA) {
		nodo_add(v, n = entry(a, s));
		nodo_set(a, n, "chiave", arena_printf(a, "%lld",
		    -(long long)stmt_int(s, 13)));
	}
	if (count > PAGINA)
		nodo_set(a, v, "altre", "si");
	return e < 0 ? e : 0;
}

int
registro_vista_riga(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *origine, int anno, const char *numero)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_STORICO_UNA, "sssds", o->utente,
	    o->atto, origine, anno, numero)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nel registro %s del %04d non c'è "
		    "il numero %s, o non è fra le cose che puoi vedere",
		    origine, anno, numero);
	*out = entry(a, s);
	(*out)->nome = "riga-storica";
	return 0;
}
