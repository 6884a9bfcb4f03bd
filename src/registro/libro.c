/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/libro.h"

#include <stdlib.h>

#include "registro/query.h"

static void
set_text(struct arena *a, struct nodo *n, const char *nome, struct stmt *s,
    int i)
{
	if (!stmt_null(s, i) && stmt_text(s, i)[0] != '\0')
		nodo_set(a, n, nome, stmt_text(s, i));
}

/* ---- what is shown ---- */

static int
add_steps(struct nodo *voce, struct arena *a, struct registro *r,
    const char *documento)
{
	static const char *const name[] = { "ordine", "chi", "ruolo", NULL,
	    "scopo", "utente", "per", "ora" };
	AUTO_STMT s = NULL;
	struct nodo *x;
	size_t i;
	int e;

	if ((e = db_query(&s, r->db, Q_LIBRO_PASSI, "s", documento)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, voce, "passo");
		for (i = 0; i < NELEM(name); i++)
			if (name[i] != NULL)
				set_text(a, x, name[i], s, (int)i);
		nodo_set(a, x, "obbligo", stmt_int(s, 3) == 1 ? "si" : "no");
	}
	return e;
}

static int
add_waiting(int *n, struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *mano, int query)
{
	static const char *const name[] = { NULL, "documento", "cartella",
	    "id", "impronta", "tipo", "specie", "autore", "dal", "giorni",
	    "passo", NULL, "scopo" };
	AUTO_STMT s = NULL;
	struct nodo *x;
	size_t i;
	int e;

	if ((e = db_query(&s, r->db, query, "sss", o->utente, o->atto,
	    mano != NULL ? mano : "")) != 0)
		return e;
	for (; (e = stmt_step(s)) == 1; ++*n) {
		x = nodo_elem(a, out, "voce");
		for (i = 0; i < NELEM(name); i++)
			if (name[i] != NULL)
				set_text(a, x, name[i], s, (int)i);
		nodo_set(a, x, "obbligo", stmt_int(s, 11) == 1 ? "si" : "no");
		if ((e = add_steps(x, a, r, stmt_text(s, 3))) != 0)
			return e;
	}
	return e;
}

int
registro_libro(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *mano)
{
	int e, n = 0;

	if ((e = add_waiting(&n, out, a, r, o, mano, Q_LIBRO)) != 0)
		return e;
	if (n == strtol(LIBRO_RIGHE, NULL, 10))
		nodo_set(a, out, "oltre", "si");
	return add_waiting(&n, out, a, r, o, mano, Q_LIBRO_ENTE);
}

int
registro_libro_tornati(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o)
{
	static const char *const name[] = { NULL, "documento", "cartella",
	    "tipo", "utente", "per", "data" };
	AUTO_STMT s = NULL;
	struct nodo *x;
	size_t i;
	int e;

	if ((e = db_query(&s, r->db, Q_LIBRO_TORNATI, "ss", o->utente,
	    o->atto)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, out, "tornata");
		for (i = 0; i < NELEM(name); i++)
			if (name[i] != NULL)
				set_text(a, x, name[i], s, (int)i);
		nodo_text(a, x, stmt_text(s, 7));
	}
	return e;
}

/* ---- for esamina ---- */

int
registro_libro_documento(struct libro_documento *out, struct arena *a,
    struct registro *r, const char *documento)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_LIBRO_DOCUMENTO, "s", documento)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il documento %s non è fra quelli "
		    "che si firmano", documento);
	*out = (struct libro_documento){
		.attende = stmt_int(s, 0) == 1,
		.impronta = arena_strdup(a, stmt_text(s, 1)),
		.rinviato_da = stmt_dup(a, s, 2),
		.motivo = stmt_dup(a, s, 3),
		.altri = stmt_int(s, 4) == 1,
	};
	return 0;
}

/* Both queries begin with the same five columns. */
int
registro_libro_passi(struct libro_passo **out, int *n, struct arena *a,
    struct registro *r, const char *documento, const char *chi,
    const char *mano)
{
	struct libro_passo *list = NULL;
	int e, used = 0, cap = 0;
	AUTO_STMT s = NULL;

	if (chi == NULL)
		e = db_query(&s, r->db, Q_LIBRO_PASSI, "s", documento);
	else
		e = db_query(&s, r->db, Q_LIBRO_PASSI_DI, "sss", documento,
		    chi, mano != NULL ? mano : "");
	if (e != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct libro_passo){
			.ordine = (int)stmt_int(s, 0),
			.chi = arena_strdup(a, stmt_text(s, 1)),
			.ruolo = arena_strdup(a, stmt_text(s, 2)),
			.obbligo = stmt_int(s, 3) == 1,
			.scopo = arena_strdup(a, stmt_text(s, 4)),
			.aperto = stmt_int(s, chi == NULL ? 8 : 5) == 1,
			.fatto = chi == NULL ? !stmt_null(s, 5) :
			    stmt_int(s, 6) == 1,
		};
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_firme_mancanti(struct libro_manca **out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *percorso)
{
	struct libro_manca *list = NULL;
	int e, used = 0, cap = 0;
	AUTO_STMT s = NULL;

	/* paths are ASCII */
	if ((e = db_query(&s, r->db, Q_FIRME_MANCANTI, "sss", cartella,
	    percorso != NULL ? percorso : "",
	    percorso != NULL ? percorso : "~")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct libro_manca){
			arena_strdup(a, stmt_text(s, 0)),
			arena_strdup(a, stmt_text(s, 1)),
			arena_strdup(a, stmt_text(s, 2)) };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_firmato_intero(struct registro *r, const char *cartella,
    const char *dir, const char *tipo)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_FIRMATO_INTERO, "sss", cartella, dir,
	    tipo)) != 0)
		return e;
	return stmt_step(s);
}

int
registro_ruolo_firma(struct registro *r, const char *ruolo, bool ente)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_RUOLO_FIRMA, "sd", ruolo, ente)) != 0)
		return e;
	return stmt_step(s);
}
