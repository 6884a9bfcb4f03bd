/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/archivio.h"

#include <string.h>

#include "registro/query.h"

/* Of a nullable column. */
static void
set(struct nodo *x, struct arena *a, const char *nome, struct stmt *s, int col)
{
	if (!stmt_null(s, col))
		nodo_set(a, x, nome, stmt_text(s, col));
}

static void
add_cartella(struct nodo *x, struct arena *a, struct stmt *s)
{
	set(x, a, "aperta", s, 6);
	set(x, a, "chiusa", s, 7);
	set(x, a, "motivo", s, 8);
}

static void
add_fascicolo(struct nodo *x, struct arena *a, struct stmt *s)
{
	struct numero padre = { SERIE_FASCICOLO, 0, 0 };

	set(x, a, "aperta", s, 6);
	set(x, a, "chiusa", s, 7);
	set(x, a, "tipo", s, 9);
	if (!stmt_null(s, 10)) {
		if (strcmp(stmt_text(s, 10),
		    numero_sigla(SERIE_CARTELLA)) == 0)
			padre.serie = SERIE_CARTELLA;
		padre.anno = (int)stmt_int(s, 11);
		padre.progressivo = (int)stmt_int(s, 12);
		nodo_set(a, x, "padre", numero_text(a, &padre));
	}
	nodo_text(a, x, stmt_text(s, 8));
}

static void
add(struct nodo *vista, struct arena *a, struct stmt *s, enum serie serie)
{
	struct numero n = { serie, (int)stmt_int(s, 0), (int)stmt_int(s, 1) };
	struct nodo *x = nodo_elem(a, vista, "voce");

	nodo_set(a, x, "riferimento", numero_text(a, &n));
	set(x, a, "stato", s, 2);
	set(x, a, "classifica", s, 3);
	set(x, a, "ufficio", s, 4);
	set(x, a, "responsabile", s, 5);
	if (serie == SERIE_CARTELLA)
		add_cartella(x, a, s);
	else
		add_fascicolo(x, a, s);
}

int
registro_archivio(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, enum serie serie, int anno, int dopo,
    const char *stato)
{
	AUTO_STMT s = NULL;
	int e, n = 0;

	if ((e = db_query(&s, r->db, serie == SERIE_CARTELLA ?
	    Q_ARCHIVIO_CARTELLE : Q_ARCHIVIO_FASCICOLI, "ssdds", o->utente,
	    o->atto, anno, dopo, stato)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		if (n == ARCHIVIO_PAGINA) {
			nodo_set(a, vista, "continua",
			    arena_printf(a, "%d", dopo));
			return 0;
		}
		add(vista, a, s, serie);
		dopo = (int)stmt_int(s, 1);
		n++;
	}
	return e;
}

/* ---- days ---- */

static int
add_days(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, const char *anno)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_ARCHIVIO_GIORNI, "ss", o->utente,
	    anno)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "giorno");
		set(x, a, "data", s, 0);
		set(x, a, "registrazioni", s, 1);
		set(x, a, "chiuso", s, 2);
		set(x, a, "utente", s, 3);
		set(x, a, "chiave", s, 4);
	}
	return e;
}

static int
add_seals(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o)
{
	AUTO_STMT s = NULL;
	struct nodo *x;
	int e;

	if ((e = db_query(&s, r->db, Q_ARCHIVIO_SIGILLI, "s",
	    o->utente)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = nodo_elem(a, vista, "sigillo");
		set(x, a, "ultimo", s, 0);
		set(x, a, "giorno", s, 1);
		set(x, a, "utente", s, 2);
		set(x, a, "chiave", s, 3);
		set(x, a, "ora", s, 4);
	}
	return e;
}

int
registro_archivio_giorni(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, int anno)
{
	int e = add_days(vista, a, r, o, arena_printf(a, "%04d", anno));

	return e != 0 ? e : add_seals(vista, a, r, o);
}
