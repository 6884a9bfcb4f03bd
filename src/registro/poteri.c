/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * poteri.c - people, the body, and who may do what.  Every question answers
 * no on an error.
 */
#include "registro/registro.h"

#include "registro/chiavi.h"
#include "registro/query.h"

/* The first column of the first row; absent: no row. */
static int
one_text(const char **out, struct arena *a, struct stmt *s, const char *what)
{
	int e;

	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s", what);
	*out = stmt_dup(a, s, 0);
	return 0;
}

int
registro_utente_login(const char **out, struct arena *a, struct registro *r,
    const char *login)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_UTENTE_LOGIN, "s", login)) != 0)
		return e;
	return one_text(out, a, s, "nessun utente con questo accesso");
}

int
registro_utente(struct utente *out, struct arena *a, struct registro *r,
    const char *codice)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_UTENTE, "s", codice)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "l'utente %s non esiste", codice);
	*out = (struct utente){
		.codice = arena_strdup(a, codice),
		.cognome = stmt_dup(a, s, 0), .nome = stmt_dup(a, s, 1),
		.qualifica = stmt_dup(a, s, 2), .attivo = stmt_int(s, 3) == 1,
		.ente = stmt_dup(a, s, 4),
	};
	return 0;
}

/* 1 when the query has a row, else 0. */
static int
exists(struct registro *r, int query, const char *x, const char *y)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query, "ss", x, y)) != 0)
		return e;
	return stmt_step(s);
}

int
registro_ha_ruolo(struct registro *r, const char *utente, const char *ruolo)
{
	return exists(r, Q_UTENTE_RUOLO, utente, ruolo);
}

int
registro_in_ufficio(struct registro *r, const char *utente,
    const char *ufficio)
{
	return exists(r, Q_UTENTE_UFFICIO, utente, ufficio);
}

int
registro_permesso(struct registro *r, const char *utente, const char *atto)
{
	int e = exists(r, Q_POTERE, utente, atto);

	if (e < 0)
		return e;
	if (e == 0)
		return err_set(ERR_FORBIDDEN,
		    "nessun ruolo di %s consente l'atto «%s»", utente, atto);
	return 0;
}

int
registro_ufficio_di(const char **out, struct arena *a, struct registro *r,
    const char *utente)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_UTENTE_PRIMO_UFFICIO, "s", utente)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	*out = e == 1 ? stmt_dup(a, s, 0) : "";
	return 0;
}

int
registro_ufficio(const char **denominazione, struct arena *a,
    struct registro *r, const char *codice)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_UFFICIO, "s", codice)) != 0)
		return e;
	return one_text(denominazione, a, s, "l'ufficio non esiste");
}

int
registro_ente(struct ente *out, struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ENTE, "")) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "l'ente non è ancora definito");
	*out = (struct ente){
		.denominazione = stmt_dup(a, s, 0),
		.codice_ipa = stmt_dup(a, s, 1),
		.codice_aoo = stmt_dup(a, s, 2), .indirizzo = stmt_dup(a, s, 3),
		.pec = stmt_dup(a, s, 4), .dimostrativo = stmt_int(s, 5) == 1,
		.salto_giorni = (int)stmt_int(s, 6),
		.esterno = stmt_dup(a, s, 7), .programma = stmt_dup(a, s, 8),
	};
	return 0;
}
