/* SPDX-License-Identifier: EUPL-1.2 */
#include "accesso/credenziali.h"

#include <string.h>

#include "accesso/interno.h"
#include "base/hash.h"

static struct credenziale
row(struct arena *a, struct stmt *s)
{
	return (struct credenziale){
		.utente = stmt_dup(a, s, 0), .parola = stmt_dup(a, s, 1),
		.provvisoria = stmt_int(s, 2) == 1,
		.parola_dal = stmt_int(s, 3), .parola_scade = stmt_int(s, 4),
		.totp = stmt_dup(a, s, 5), .totp_attivo = stmt_int(s, 6) == 1,
		.bloccato = stmt_int(s, 7), .recuperi = (int)stmt_int(s, 8),
	};
}

int
credenziale_di(struct credenziale *out, struct arena *a, struct porta *p,
    const char *utente)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, p->db, P_CREDENZIALE, "s", utente)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	*out = e == 1 ? row(a, s) :
	    (struct credenziale){ .utente = arena_strdup(a, utente) };
	return 0;
}

int
credenziali_elenco(struct credenziale **out, int *n, struct arena *a,
    struct porta *p)
{
	struct credenziale *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, p->db, P_CREDENZIALI, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = row(a, s);
	}
	*out = list;
	*n = used;
	return e;
}

/* The row of the user, made when it is not there, and a change of it. */
static int
begin(struct porta *p, const char *utente)
{
	int e;

	if ((e = db_exec(p->db, "BEGIN IMMEDIATE")) != 0)
		return e;
	if ((e = db_run(p->db, P_CREDENZIALE_NUOVA, "s", utente)) == 0)
		return 0;
	return porta_chiudi(p, e);
}

int
credenziale_parola(struct porta *p, const char *utente, const char *hash,
    int64_t ora, int64_t scade)
{
	int e;

	if ((e = begin(p, utente)) != 0)
		return e;
	return porta_chiudi(p, db_run(p->db, P_PAROLA, "ssii", utente, hash,
	    ora, scade));
}

int
credenziale_blocca(struct porta *p, const char *utente, int64_t dal)
{
	int e;

	if ((e = begin(p, utente)) != 0)
		return e;
	return porta_chiudi(p, db_run(p->db, P_BLOCCA, "si", utente, dal));
}

/* ---- the second factor ---- */

int
credenziale_totp(struct porta *p, const char *utente, const char *chiave)
{
	int e;

	if ((e = begin(p, utente)) != 0)
		return e;
	return porta_chiudi(p, db_run(p->db, P_TOTP, "ss", utente, chiave));
}

/* Capitals and digits of base32 only: how it was typed does not matter. */
static void
recovery_hash(char out[IMPRONTA_LEN + 1], const char *parola)
{
	struct hash *h = hash_new();
	char c;

	for (; *parola != '\0'; parola++) {
		c = *parola >= 'a' && *parola <= 'z' ?
		    (char)(*parola - 'a' + 'A') : *parola;
		if ((c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7'))
			hash_update(h, &c, 1);
	}
	hash_final(out, h);
	hash_free(h);
}

static int
recoveries(struct porta *p, const char *utente,
    char parole[RECUPERI][RECUPERO_LEN + 1])
{
	char impronta[IMPRONTA_LEN + 1];
	int e, i;

	if ((e = db_run(p->db, P_RECUPERI_TOGLI, "s", utente)) != 0)
		return e;
	for (i = 0; i < RECUPERI && e == 0; i++) {
		recovery_hash(impronta, parole[i]);
		e = db_run(p->db, P_RECUPERO_NUOVO, "ss", utente, impronta);
	}
	return e;
}

int
credenziale_totp_attiva(struct porta *p, const char *utente, int64_t passo,
    char parole[RECUPERI][RECUPERO_LEN + 1])
{
	int e;

	if ((e = begin(p, utente)) != 0)
		return e;
	if ((e = db_run(p->db, P_TOTP_ATTIVA, "si", utente, passo)) == 0)
		e = db_changes(p->db) == 1 ? recoveries(p, utente, parole) :
		    err_set(ERR_ABSENT, "il secondo fattore non è stato "
		    "preparato");
	return porta_chiudi(p, e);
}

int
credenziale_totp_togli(struct porta *p, const char *utente)
{
	int e;

	if ((e = begin(p, utente)) != 0)
		return e;
	if ((e = db_run(p->db, P_TOTP_TOGLI, "s", utente)) == 0)
		e = db_run(p->db, P_RECUPERI_TOGLI, "s", utente);
	return porta_chiudi(p, e);
}

int
credenziale_passo(struct porta *p, const char *utente, int64_t passo)
{
	int e;

	if ((e = db_run(p->db, P_PASSO, "si", utente, passo)) != 0)
		return e;
	return db_changes(p->db) == 1 ? 0 : err_set(ERR_FORBIDDEN,
	    "questo codice è già stato usato: aspetta il prossimo");
}

int
credenziale_recupera(struct porta *p, const char *utente,
    const struct segreto *parola)
{
	char impronta[IMPRONTA_LEN + 1];
	int e;

	recovery_hash(impronta, segreto_str(parola));
	if ((e = db_run(p->db, P_RECUPERO_USA, "ss", utente, impronta)) != 0)
		return e;
	return db_changes(p->db) == 1 ? 0 :
	    err_set(ERR_ABSENT, "il codice di recupero non vale");
}

/* ---- certificates ---- */

int
certificato_metti(struct porta *p, const struct certificato_di *c)
{
	int e;

	if (!hash_valid(c->impronta))
		return err_set(ERR_INVALID, "l'impronta di un certificato ha "
		    "64 cifre esadecimali minuscole (SHA-256)");
	if ((e = db_run(p->db, P_CERTIFICATO_NUOVO, "sssi", c->impronta,
	    c->utente, c->nome, c->dal)) != 0)
		return e;
	return db_changes(p->db) == 1 ? 0 : err_set(ERR_INVALID,
	    "questo certificato è già di un utente");
}

int
certificato_togli(struct porta *p, const char *utente, const char *impronta)
{
	int e;

	if ((e = db_run(p->db, P_CERTIFICATO_TOGLI, "ss", utente,
	    impronta)) != 0)
		return e;
	return db_changes(p->db) == 1 ? 0 :
	    err_set(ERR_ABSENT, "questo certificato non c'è");
}

int
certificato_utente(const char **out, struct arena *a, struct porta *p,
    const char *impronta)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, p->db, P_CERTIFICATO, "s", impronta)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il certificato non è di nessuno");
	*out = stmt_dup(a, s, 0);
	return 0;
}

int
certificati_elenco(struct certificato_di **out, int *n, struct arena *a,
    struct porta *p, const char *utente)
{
	struct certificato_di *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, p->db, P_CERTIFICATI, "s", utente)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct certificato_di){
		    stmt_dup(a, s, 0), stmt_dup(a, s, 1), stmt_dup(a, s, 2),
		    stmt_int(s, 3) };
	}
	*out = list;
	*n = used;
	return e;
}
