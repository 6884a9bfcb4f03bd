/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ingresso.h - coming in: a name and a password, a second factor, a way out.
 * Of the processes that have the store; the rows of servi_accesso.c end here.
 *
 * Refuses: everybody, in the same words and after the same time, unless name,
 * password and second factor are right; who has failed often, for a while that
 * grows (accesso/frena.h).  Keeps: each of it is an event (accesso/eventi.h).
 */
#ifndef SERVIZIO_INGRESSO_H
#define SERVIZIO_INGRESSO_H

#include "accesso/credenziali.h"
#include "accesso/porta.h"
#include "accesso/sessioni.h"
#include "atti/store.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/segreto.h"
#include "colloquio/colloquio.h"
#include "servizio/modi.h"

/* Where somebody stands who wants something of the door. */
struct soglia {
	struct arena *a;
	struct store *st;
	struct porta *porta;
	const struct modi *modi;
	const char *indirizzo, *agente;	/* of the browser; never NULL */
	int64_t ora;
};

struct ammesso {		/* the answer */
	enum esito_web esito;
	const char *messaggio;	/* Italian, for the page; NULL */
	int fra;		/* seconds to wait, of WEB_FRENA */
	char segreto[SESSIONE_SEGRETO + 1];	/* "": none new */
	enum sessione_stato stato;		/* of the new session */
};

struct richiesta_ingresso {
	const char *login;		/* typed; NULL */
	const struct segreto *parola;	/* NULL */
	const char *certificato;	/* SHA-256, verified by TLS; NULL */
	const char *fidato;		/* vouched for by the proxy; NULL */
	const char *modo;		/* NULL: the password; "certificato",
					 * "accesso-unico" */
};
int ingresso_entra(struct ammesso *out, const struct soglia *d,
    const struct richiesta_ingresso *q) MUST;
/* The second factor, or a word of recovery, of a session that wants it. */
int ingresso_secondo(struct ammesso *out, const struct soglia *d,
    const struct sessione *s, const struct segreto *codice) MUST;

/* Is it his password?  WEB_FATTO, WEB_RIFIUTATO, WEB_FRENA; counted like an
 * attempt to come in. */
int ingresso_conferma(struct ammesso *out, const struct soglia *d,
    const char *utente, const struct segreto *parola) MUST;

/* Words for all that was refused for the same reason that is not said. */
#define INGRESSO_NO "il nome o la parola d'ordine non sono giusti"

/* An event of the door, about `utente` (NULL: nobody known). */
int soglia_evento(const struct soglia *d, const char *tipo,
    const char *utente, bool rifiutato, const char *dettaglio) MUST;
/* The user of a login, or of a user's code, in service; absent: nobody's. */
int soglia_utente(const char **out, const struct soglia *d,
    const char *login) MUST;
/* What a session still wants when its second factor was shown: SESSIONE_PREPARA
 * for a provisional password, or a second factor that the body demands. */
enum sessione_stato soglia_manca(const struct soglia *d,
    const struct credenziale *c, const char *via);
/* Nobody comes in as this user any more, and who is in is out; or he may
 * again.  `da`: who says so, for the log. */
int soglia_blocca(const struct soglia *d, const char *login, bool blocca,
    const char *da) MUST;
/* The impronta of his nomina. */
int soglia_nomina(const char **out, const struct soglia *d,
    const char *utente) MUST;

#endif
