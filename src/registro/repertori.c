/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * repertori.c - the repertories and what a user may see of their entries.
 */
#include "registro/repertori.h"

#include "registro/query.h"

#define PAGINA 100

int
registro_repertorio(bool *attivo, const char **denominazione, struct arena *a,
    struct registro *r, const char *codice)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_REPERTORIO, "s", codice)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il repertorio %s non esiste: lo "
		    "istituisce il responsabile con «istituisci-repertorio»",
		    codice);
	*denominazione = stmt_dup(a, s, 0);
	*attivo = stmt_int(s, 1) == 1;
	return 0;
}

int
registro_repertorio_numero(int *out, struct registro *r, const char *codice,
    int anno)
{
	int64_t n;
	int e;

	if ((e = db_int(&n, r->db, Q_NUMERO_REPERTORIO, "sd", codice,
	    anno)) != 0)
		return e;
	if (n > PROGRESSIVO_MAX)
		return err_set(ERR_FAULT, "numeri esauriti per l'anno %d", anno);
	*out = (int)n;
	return 0;
}

int
registro_repertori(struct nodo **out, struct arena *a, struct registro *r)
{
	struct nodo *v = nodo_new(a, "repertori"), *n;
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_REPERTORI, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		n = nodo_elem(a, v, "repertorio");
		nodo_set(a, n, "codice", stmt_text(s, 0));
		nodo_set(a, n, "denominazione", stmt_text(s, 1));
		nodo_set(a, n, "norma", stmt_text(s, 2));
		if (stmt_int(s, 3) == 0)
			nodo_set(a, n, "chiuso", "si");
	}
	*out = v;
	return e;
}

/* One entry: the columns of VOCE_COLONNE. */
static struct nodo *
entry(struct arena *a, struct stmt *s)
{
	struct nodo *n = nodo_new(a, "voce");
	struct numero prot = { SERIE_PROTOCOLLO, (int)stmt_int(s, 8),
	    (int)stmt_int(s, 9) };

	nodo_elem_printf(a, n, "numero", "%s/%s", stmt_text(s, 1),
	    stmt_text(s, 0));
	nodo_elem_text(a, n, "ora", stmt_text(s, 2));
	nodo_elem_text(a, n, "operatore", stmt_text(s, 3));
	if (stmt_int(s, 7) == 1)
		nodo_set(a, n, "riservata", "si");
	if (stmt_null(s, 4)) {
		nodo_set(a, n, "oscurata", "si");
		return n;
	}
	nodo_elem_text(a, n, "oggetto", stmt_text(s, 4));
	nodo_elem_text(a, n, "data-documento", stmt_text(s, 5));
	nodo_elem_text(a, n, "autore", stmt_text(s, 6));
	if (prot.progressivo != 0)
		nodo_elem_text(a, n, "protocollo", numero_text(a, &prot));
	return n;
}

int
registro_voci(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *codice, int anno, int dopo)
{
	struct nodo *v = nodo_new(a, "voci");
	AUTO_STMT s = NULL;
	int e, n = 0;

	nodo_set(a, v, "repertorio", codice);
	nodo_set(a, v, "anno", arena_printf(a, "%04d", anno));
	if ((e = db_query(&s, r->db, Q_VOCI, "sssdd", o->utente, o->atto,
	    codice, anno, dopo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1 && ++n <= PAGINA)
		nodo_add(v, entry(a, s));
	if (n > PAGINA)
		nodo_set(a, v, "altre", "si");
	*out = v;
	return e < 0 ? e : 0;
}

static int
add_files(struct nodo *voce, struct arena *a, struct registro *r,
    const char *codice, int anno, int numero)
{
	AUTO_STMT s = NULL;
	struct nodo *f;
	int e;

	if ((e = db_query(&s, r->db, Q_FILES_REPERTORIO, "sdd", codice, anno,
	    numero)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		f = nodo_elem(a, voce,
		    stmt_int(s, 0) == 0 ? "principale" : "allegato");
		nodo_elem_text(a, f, "nome", stmt_text(s, 1));
		nodo_elem_text(a, f, "impronta", stmt_text(s, 2));
		nodo_elem_text(a, f, "tipo", stmt_text(s, 3));
		nodo_elem_text(a, f, "dimensione", stmt_text(s, 4));
	}
	return e;
}

int
registro_voce(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *codice, int anno, int numero)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_VOCE, "sssdd", o->utente, o->atto,
	    codice, anno, numero)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "la voce %d/%04d del repertorio %s "
		    "non esiste, o non è fra le cose che puoi vedere", numero,
		    anno, codice);
	*out = entry(a, s);
	nodo_set(a, *out, "repertorio", codice);
	return nodo_attr(*out, "oscurata") != NULL ? 0 :
	    add_files(*out, a, r, codice, anno, numero);
}
