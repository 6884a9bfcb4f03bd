/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * viste.c - what a user may see of registrations, accessi and cartelle.
 * Refuses by answering "absent": a hidden thing and a missing one are alike.
 */
#include "registro/registrazioni.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "registro/correzioni.h"
#include "registro/emergenza.h"
#include "registro/query.h"
#include "registro/smistamento.h"
#include "registro/spedizione.h"
#include "registro/verdetti.h"

static int
not_there(struct arena *a, const struct numero *n)
{
	return err_set(ERR_ABSENT, "%s non esiste, o non è fra le cose che "
	    "puoi vedere", numero_text(a, n));
}

void
registro_mano(struct registro *r, const char *utente)
{
	assert(utente == NULL || strlen(utente) < sizeof r->mano);
	snprintf(r->mano, sizeof r->mano, "%s", utente != NULL ? utente : "");
}

/* Is it closed to the hand, whoever the eye is? */
static int
closed_to_hand(struct registro *r, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if (r->mano[0] == '\0' ||
	    (n->serie != SERIE_ACCESSO && n->serie != SERIE_CARTELLA))
		return 0;
	if ((e = db_query(&s, r->db, n->serie == SERIE_ACCESSO ? Q_CHIUSO_AC :
	    Q_CHIUSO_CS, "sdd", r->mano, n->anno, n->progressivo)) != 0)
		return e;
	return stmt_step(s);
}

/* Runs a "sees" query of (user, atto, year, number); absent: no row. */
static int
look(struct stmt **out, struct arena *a, struct registro *r, int query,
    const struct occhio *o, const struct numero *n)
{
	int e;

	if ((e = db_query(out, r->db, query, "ssdd", o->utente, o->atto,
	    n->anno, n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(*out)) < 0)
		return e;
	if (e == 0)
		return not_there(a, n);
	e = closed_to_hand(r, n);
	return e == 1 ? not_there(a, n) : e;
}

int
registro_vede(struct registro *r, const struct occhio *o,
    const struct numero *n)
{
	static const int query[] = {
		[SERIE_PROTOCOLLO] = Q_VEDE_REGISTRAZIONE_Q,
		[SERIE_ACCESSO] = Q_VEDE_ACCESSO,
		[SERIE_CARTELLA] = Q_VEDE_CARTELLA,
		[SERIE_FASCICOLO] = Q_VEDE_FASCICOLO_Q,
	};
	AUTO(arena) a = arena_new();
	AUTO_STMT s = NULL;

	if ((size_t)n->serie >= NELEM(query))
		return not_there(a, n);
	return look(&s, a, r, query[n->serie], o, n);
}

/* ---- a registration ---- */

static int
add_subjects(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *sub;
	int e;

	if ((e = db_query(&s, r->db, Q_SOGGETTI, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		sub = nodo_elem(a, out, stmt_text(s, 0));
		nodo_elem_text(a, sub, "denominazione", stmt_text(s, 1));
		nodo_elem_text(a, sub, "codice-ipa", stmt_text(s, 2));
		nodo_elem_text(a, sub, "indirizzo", stmt_text(s, 3));
		nodo_elem_text(a, sub, "pec", stmt_text(s, 4));
	}
	return e;
}

static int
add_files(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *f;
	int e;

	if ((e = db_query(&s, r->db, Q_FILES, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		f = nodo_elem(a, out,
		    stmt_int(s, 0) == 0 ? "principale" : "allegato");
		nodo_elem_text(a, f, "nome", stmt_text(s, 1));
		nodo_elem_text(a, f, "impronta", stmt_text(s, 2));
		nodo_elem_text(a, f, "tipo", stmt_text(s, 3));
		nodo_elem_text(a, f, "dimensione", stmt_text(s, 4));
		nodo_elem_text(a, f, "nota", stmt_text(s, 5));
		nodo_set(a, f, "distrutto", stmt_dup(a, s, 6));
	}
	return e;
}

/* What everyone with a right to look sees: number, time, flow, class. */
static void
add_outline(struct nodo *out, struct arena *a, struct stmt *s,
    const struct numero *n)
{
	nodo_elem_text(a, out, "numero", numero_text(a, n));
	nodo_elem_text(a, out, "ora", stmt_text(s, 0));
	nodo_elem_text(a, out, "operatore", stmt_text(s, 1));
	nodo_elem_text(a, out, "flusso", stmt_text(s, 2));
	nodo_elem_text(a, out, "classifica", stmt_text(s, 11));
	if (stmt_int(s, 4) == 1)
		nodo_set(a, out, "riservata", "si");
	if (stmt_int(s, 12) == 1)
		nodo_set(a, out, "annullata", "si");
}

/* What a riservata hides from those who may only know that it is there. */
static void
add_content(struct nodo *out, struct arena *a, struct stmt *s)
{
	nodo_elem_text(a, out, "oggetto", stmt_text(s, 3));
	nodo_elem_text(a, out, "riservata-motivo", stmt_text(s, 5));
	nodo_elem_text(a, out, "riservata-fino", stmt_text(s, 6));
	nodo_elem_text(a, out, "mezzo", stmt_text(s, 7));
	nodo_elem_text(a, out, "data-arrivo", stmt_text(s, 8));
	nodo_elem_text(a, out, "protocollo-mittente", stmt_text(s, 9));
	nodo_elem_text(a, out, "protocollo-mittente-data", stmt_text(s, 10));
}

int
registro_vista_registrazione(struct nodo **out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	struct nodo *v = nodo_new(a, "registrazione");
	AUTO_STMT s = NULL;
	int e;

	if ((e = look(&s, a, r, Q_REGISTRAZIONE, o, n)) != 0)
		return e;
	add_outline(v, a, s, n);
	if ((e = emergenza_vista(v, a, r, n)) != 0)
		return e;
	if (stmt_int(s, 13) == 1) {
		add_content(v, a, s);
		if ((e = add_subjects(v, a, r, n)) != 0 ||
		    (e = add_files(v, a, r, n)) != 0 ||
		    (e = registro_vista_verdetti(v, a, r, o, n)) != 0 ||
		    (e = registro_vista_altro(v, a, r, n)) != 0 ||
		    (e = registro_vista_spedizione(v, a, r, n)) != 0)
			return e;
	} else {
		nodo_set(a, v, "oscurata", "si");
	}
	if ((e = registro_vista_correzioni(v, a, r, n,
	    stmt_int(s, 13) == 1)) != 0)
		return e;
	/* who gave it back sees what he did, not where it went next */
	if ((e = registro_percorso(v, a, r, n,
	    stmt_int(s, 14) == 1 ? NULL : o->utente,
	    stmt_int(s, 13) == 1)) != 0)
		return e;
	*out = v;
	return 0;
}

/* ---- accessi and cartelle ---- */

static struct numero
number(struct stmt *s, int col, enum serie serie)
{
	return (struct numero){ serie, (int)stmt_int(s, col),
	    (int)stmt_int(s, col + 1) };
}

int
registro_accesso(struct accesso *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = look(&s, a, r, Q_VEDE_ACCESSO, o, n)) != 0)
		return e;
	*out = (struct accesso){
		.stato = stmt_dup(a, s, 0), .tipo = stmt_dup(a, s, 1),
		.protocollo = number(s, 2, SERIE_PROTOCOLLO),
		.ufficio = stmt_dup(a, s, 4), .responsabile = stmt_dup(a, s, 5),
		.aperto = stmt_dup(a, s, 6), .chiuso = stmt_dup(a, s, 7),
		.classifica = stmt_dup(a, s, 8),
		.livello = (int)stmt_int(s, 9),
	};
	return 0;
}

int
registro_cartella(struct cartella *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = look(&s, a, r, Q_VEDE_CARTELLA, o, n)) != 0)
		return e;
	*out = (struct cartella){
		.stato = stmt_dup(a, s, 0), .classifica = stmt_dup(a, s, 1),
		.accesso = number(s, 2, SERIE_ACCESSO),
		.ufficio = stmt_dup(a, s, 4), .responsabile = stmt_dup(a, s, 5),
		.aperta = stmt_dup(a, s, 6), .chiusa = stmt_dup(a, s, 7),
		.motivo = stmt_dup(a, s, 8),
	};
	return 0;
}

/* First row (year, number) of a query of (year, number). */
static int
number_of(struct numero *out, struct registro *r, int query, enum serie serie,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessuno");
	*out = number(s, 0, serie);
	return 0;
}

int
registro_accesso_di(struct numero *out, struct registro *r,
    const struct numero *protocollo)
{
	return number_of(out, r, Q_ACCESSO_DI, SERIE_ACCESSO, protocollo);
}

int
registro_cartella_di(struct numero *out, struct registro *r,
    const struct numero *accesso)
{
	return number_of(out, r, Q_CARTELLA_DI, SERIE_CARTELLA, accesso);
}
