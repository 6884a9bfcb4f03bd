/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * credenziali.h - what is kept of how a user shows who he is.
 *
 * Passwords and codes are tried elsewhere (worker/parola.h); here is only what
 * is compared with them.  Refuses: a code, or a word of recovery, twice.
 */
#ifndef ACCESSO_CREDENZIALI_H
#define ACCESSO_CREDENZIALI_H

#include <stdbool.h>
#include <stdint.h>

#include "accesso/porta.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/segreto.h"

#define RECUPERI 10			/* words of recovery of a user */
#define RECUPERO_LEN 19			/* "ABCD-EFGH-IJKL-MNOP", 80 bits */
#define TOTP_CHIAVE 32			/* base32 digits, 160 bits */
#define PROVVISORIA_LEN 14		/* "abcd-efgh-ijkl", 60 bits */
#define PROVVISORIA_VALE (7 * 24 * 60 * 60)	/* seconds */
#define PAROLA_MIN 12			/* characters of a chosen one */

struct credenziale {
	const char *utente;
	const char *parola;		/* as crypt(5); NULL: none */
	bool provvisoria;
	int64_t parola_dal, parola_scade;	/* seconds UTC; 0: not */
	const char *totp;		/* base32; NULL: none */
	bool totp_attivo;
	int64_t bloccato;		/* since; 0: not */
	int recuperi;			/* words of recovery left */
};

/* Of a user who has none all is empty. */
int credenziale_di(struct credenziale *out, struct arena *a, struct porta *p,
    const char *utente) MUST;
/* Everyone's who has any, by user. */
int credenziali_elenco(struct credenziale **out, int *n, struct arena *a,
    struct porta *p) MUST;

/* `hash` as worker_parola_crea makes it; scade 0: chosen by himself. */
int credenziale_parola(struct porta *p, const char *utente, const char *hash,
    int64_t ora, int64_t scade) MUST;
int credenziale_blocca(struct porta *p, const char *utente, int64_t dal) MUST;

/* A new key of a second factor, not wanted yet. */
int credenziale_totp(struct porta *p, const char *utente, const char *chiave)
    MUST;
/* From now on it is wanted; `passo` is that of the code that was shown, these
 * are all his words of recovery. */
int credenziale_totp_attiva(struct porta *p, const char *utente,
    int64_t passo, char parole[RECUPERI][RECUPERO_LEN + 1]) MUST;
int credenziale_totp_togli(struct porta *p, const char *utente) MUST;
/* forbidden: that step, or a later one, was used already. */
int credenziale_passo(struct porta *p, const char *utente, int64_t passo)
    MUST;
/* Uses one up; blanks, lines and case do not matter.  absent: not one of
 * his. */
int credenziale_recupera(struct porta *p, const char *utente,
    const struct segreto *parola) MUST;

/* A client certificate, by SHA-256 of its DER. */
struct certificato_di {
	const char *impronta, *utente, *nome;
	int64_t dal;
};
int certificato_metti(struct porta *p, const struct certificato_di *c) MUST;
int certificato_togli(struct porta *p, const char *utente,
    const char *impronta) MUST;
/* absent: nobody's. */
int certificato_utente(const char **out, struct arena *a, struct porta *p,
    const char *impronta) MUST;
int certificati_elenco(struct certificato_di **out, int *n, struct arena *a,
    struct porta *p, const char *utente) MUST;

/* ---- pure ---- */

void credenziale_provvisoria(char out[PROVVISORIA_LEN + 1]);
void credenziale_chiave(char out[TOTP_CHIAVE + 1]);
/* Always the same ones of a key, so that they can be shown, and printed, until
 * it is wanted; nothing tells them afterwards but the key. */
void credenziale_recuperi(char out[RECUPERI][RECUPERO_LEN + 1],
    const char *chiave);
/* Why it cannot be chosen, in Italian; NULL: it can.  `nomi` (NULL-ended) are
 * words it may not hold: login, name, body. */
const char *parola_difetto(const struct segreto *parola,
    const char *const *nomi);
/* What the telephone reads. */
char *totp_indirizzo(struct arena *a, const char *ente, const char *utente,
    const char *chiave);

#endif
