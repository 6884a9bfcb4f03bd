/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/archivio.h"

#include <string.h>

#include "registro/query.h"

static void
add_cartella(struct nodo *x, struct arena *a, struct stmt *s)
{
	nodo_set(a, x, "aperta", stmt_text(s, 6));
	nodo_set(a, x, "chiusa", stmt_text(s, 7));
	nodo_set(a, x, "motivo", stmt_text(s, 8));
}

static void
add_fascicolo(struct nodo *x, struct arena *a, struct stmt *s)
{
	struct numero padre = { SERIE_FASCICOLO, 0, 0 };

	nodo_set(a, x, "aperta", stmt_text(s, 6));
	nodo_set(a, x, "chiusa", stmt_text(s, 7));
	nodo_set(a, x, "tipo", stmt_text(s, 9));
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
	nodo_set(a, x, "stato", stmt_text(s, 2));
	nodo_set(a, x, "classifica", stmt_text(s, 3));
	nodo_set(a, x, "ufficio", stmt_text(s, 4));
	nodo_set(a, x, "responsabile", stmt_text(s, 5));
	nodo_set(a, x, "scartata", stmt_dup(a, s,
	    serie == SERIE_CARTELLA ? 9 : 13));
	if (serie == SERIE_CARTELLA)
		add_cartella(x, a, s);
	else
		add_fascicolo(x, a, s);
}

/* A page of rows; *dopo is the last one, *more: there are others behind it. */
static int
add_page(struct numero *dopo, bool *more, struct nodo *vista, struct arena *a,
    struct stmt *s, enum serie serie)
{
	int e, n;

	for (n = 0; (e = stmt_step(s)) == 1; n++) {
		if ((*more = n == ARCHIVIO_PAGINA))
			return 0;
		add(vista, a, s, serie);
		*dopo = (struct numero){ serie, (int)stmt_int(s, 0),
		    (int)stmt_int(s, 1) };
	}
	return e;
}

int
registro_archivio(struct nodo *vista, struct arena *a, struct registro *r,
    const struct occhio *o, enum serie serie, int anno, int dopo,
    const char *stato)
{
	struct numero last = { 0 };
	AUTO_STMT s = NULL;
	bool more = false;
	int e;

	if ((e = db_query(&s, r->db, serie == SERIE_CARTELLA ?
	    Q_ARCHIVIO_CARTELLE : Q_ARCHIVIO_FASCICOLI, "ssdds", o->utente,
	    o->atto, anno, dopo, stato)) != 0 ||
	    (e = add_page(&last, &more, vista, a, s, serie)) != 0)
		return e;
	if (more)
		nodo_set(a, vista, "continua",
		    arena_printf(a, "%d", last.progressivo));
	return 0;
}

int
registro_archivio_chiuse(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, int anno,
    const struct numero *dopo)
{
	struct numero last = { 0 };
	AUTO_STMT s = NULL;
	bool more = false;
	int e;

	if ((e = db_query(&s, r->db, Q_ARCHIVIO_CHIUSE, "ssddd", o->utente,
	    o->atto, anno, dopo != NULL ? dopo->anno : 0,
	    dopo != NULL ? dopo->progressivo : 0)) != 0 ||
	    (e = add_page(&last, &more, vista, a, s, SERIE_CARTELLA)) != 0)
		return e;
	if (more)
		nodo_set(a, vista, "continua", numero_text(a, &last));
	return 0;
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
		nodo_set(a, x, "data", stmt_text(s, 0));
		nodo_set(a, x, "registrazioni", stmt_text(s, 1));
		nodo_set(a, x, "chiuso", stmt_text(s, 2));
		nodo_set(a, x, "utente", stmt_text(s, 3));
		nodo_set(a, x, "chiave", stmt_text(s, 4));
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
		nodo_set(a, x, "ultimo", stmt_text(s, 0));
		nodo_set(a, x, "giorno", stmt_text(s, 1));
		nodo_set(a, x, "utente", stmt_text(s, 2));
		nodo_set(a, x, "chiave", stmt_text(s, 3));
		nodo_set(a, x, "ora", stmt_text(s, 4));
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
