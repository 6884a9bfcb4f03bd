/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_libro.c - the rules of signatures, what is signed, by which steps
 * it was signed, what was given back.
 *
 * A signature counts for the step it was when it was made, with the rules and
 * the roles of that moment: neither a new rule nor a role that is taken away
 * undoes it.  Whether its key is still believed is asked by what rests on it.
 */
#include <assert.h>
#include <string.h>

#include "documenti/firmabile.h"
#include "registro/proietta.h"

static bool
is_si(const struct nodo *n, const char *nome)
{
	const char *v = nodo_attr(n, nome);

	return v != NULL && strcmp(v, "si") == 0;
}

static const char *
attr(const struct nodo *n, const char *nome)
{
	const char *v = nodo_attr(n, nome);

	return v != NULL ? v : "";
}

static int
add_steps(struct registro *r, const struct nodo *regola)
{
	const struct nodo *p = nodo_child(regola, "passo");
	int e, i = 0;

	for (; p != NULL; p = nodo_next(p, "passo"))
		if ((e = db_run(r->db, Q_LIBRO_PASSO_ADD, "ssdssds",
		    attr(regola, "tipo"), attr(regola, "specie"), ++i,
		    attr(p, "chi"), attr(p, "ruolo"), is_si(p, "obbligo"),
		    attr(p, "scopo"))) != 0)
			return e;
	return 0;
}

int
proietta_firme(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const struct nodo *x;
	int e;

	(void)a;
	(void)p;
	if ((e = db_run(r->db, Q_LIBRO_PASSI_TOGLI, "")) != 0 ||
	    (e = db_run(r->db, Q_LIBRO_REGOLE_TOGLI, "")) != 0)
		return e;
	for (x = nodo_child(doc, "regola"); x; x = nodo_next(x, "regola"))
		if ((e = db_run(r->db, Q_LIBRO_REGOLA_ADD, "ssd",
		    attr(x, "tipo"), attr(x, "specie"),
		    is_si(x, "altri"))) != 0 ||
		    (e = add_steps(r, x)) != 0)
			return e;
	return db_run(r->db, Q_LIBRO_RICALCOLA_TUTTO, "");
}

int
libro_documento(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	struct numero n = { .serie = SERIE_CARTELLA };
	struct firmabile f;
	int e;

	bool is_one = firmabile(&f, a, doc);

	/* of another type it is asked of nobody (proietta.c) */
	assert(is_one);
	/* in ente it is of no number */
	if (!firmabile_di_ente(f.tipo) &&
	    (e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	if (n.serie != SERIE_CARTELLA)
		return 0;
	if ((e = db_run(r->db, Q_LIBRO_DOCUMENTO_SET, "ssddsssssdsi",
	    p->cartella, p->percorso, n.anno, n.progressivo, p->id,
	    p->impronta, f.tipo, f.specie, f.autore, f.attende, p->ora,
	    p->seq)) != 0)
		return e;
	return db_run(r->db, Q_LIBRO_RICALCOLA, "s", p->id);
}

int
proietta_rinvio_firma(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *id = dato(a, doc, "documento-id");
	const char *why = dato(a, doc, "motivazione");
	int e;

	if (id == NULL || why == NULL)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_LIBRO_RINVIO_SET, "ssssssi", id,
	    DATO(a, doc, "documento-impronta"), DATO(a, doc, "autore"),
	    DATO(a, doc, "per"), DATO(a, doc, "data"),
	    why, p->seq)) != 0)
		return e;
	return db_run(r->db, Q_LIBRO_RICALCOLA, "s", id);
}

/* ---- a signature ---- */

struct passo {
	const char *chi, *ruolo;
};

/* The first open step that names `chi`; absent chi: none. */
static int
open_step(struct passo *out, struct arena *a, struct registro *r,
    const char *documento, const char *chi, const char *mano)
{
	AUTO_STMT s = NULL;
	int e;

	*out = (struct passo){ NULL, NULL };
	if ((e = db_query(&s, r->db, Q_LIBRO_PASSI_DI, "sss", documento, chi,
	    mano)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		if (stmt_int(s, 5) == 1) {
			*out = (struct passo){ arena_strdup(a,
			    stmt_text(s, 1)), arena_strdup(a,
			    stmt_text(s, 2)) };
			return 0;
		}
	return e;
}

int
libro_firmato(struct registro *r, const struct posizione *p,
    const char *documento, const char *impronta, const char *utente,
    const char *per)
{
	AUTO(arena) a = arena_new();
	const char *chi = per != NULL ? per : utente;
	struct passo x, prima = { NULL, NULL };
	int e, n = 0;

	/* who wrote it and answers for it signs once for both; of a role he
	 * signs one step, and only when it is not his for another reason */
	for (;;) {
		if ((e = open_step(&x, a, r, documento, chi,
		    per != NULL ? utente : "")) != 0)
			return e;
		if (x.chi == NULL || (n > 0 &&
		    strcmp(x.chi, PASSO_RUOLO) == 0))
			break;
		/* a step stays open when what was signed is not this version */
		if (n > 0 && strcmp(x.chi, prima.chi) == 0 &&
		    strcmp(x.ruolo, prima.ruolo) == 0)
			return err_set(ERR_INVALID, "la firma è di una "
			    "versione che il documento non ha");
		prima = x;
		if ((e = db_run(r->db, Q_LIBRO_FATTO_ADD, "sssssssi",
		    documento, impronta, x.chi, x.ruolo, utente, per, p->ora,
		    p->seq)) != 0)
			return e;
		n++;
		if (strcmp(x.chi, PASSO_RUOLO) == 0)
			break;
	}
	if (n == 0 && (e = db_run(r->db, Q_LIBRO_FATTO_ADD, "sssssssi",
	    documento, impronta, "", "", utente, per, p->ora, p->seq)) != 0)
		return e;
	if ((e = db_run(r->db, Q_LIBRO_DAL, "sss", documento, impronta,
	    p->ora)) != 0)
		return e;
	return db_run(r->db, Q_LIBRO_RICALCOLA, "s", documento);
}
