/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sessioni.h - who is in: from the secret of a request to who asks.
 *
 * A session is a secret of 256 bits that only the browser has; its SHA-256 is
 * kept.  It ends SESSIONE_FERMA seconds after the last request, SESSIONE_LUNGA
 * after it began, when it is closed, when his nomina changes (identita.h of
 * servizio/ looks at that), when his password does.  Whenever it becomes worth
 * more it gets a new secret, so that one fixed beforehand is worth nothing.
 *
 * Refuses: a secret shown by another browser than the one that was given it.
 */
#ifndef ACCESSO_SESSIONI_H
#define ACCESSO_SESSIONI_H

#include <stdbool.h>
#include <stdint.h>

#include "accesso/porta.h"
#include "base/arena.h"
#include "base/err.h"

#define SESSIONE_FERMA (30 * 60)	/* seconds without a request */
#define SESSIONE_LUNGA (10 * 60 * 60)	/* seconds in all */
#define SESSIONE_SEGRETO 64		/* hex digits of the secret */
#define SESSIONI_MAX 20			/* of a user; the oldest gives way */

enum sessione_stato {
	SESSIONE_INTERA,
	SESSIONE_SECONDO,	/* the second factor is still wanted */
	SESSIONE_PREPARA	/* a password is to be chosen first, or a second
				 * factor to be set up */
};

struct sessione {
	const char *impronta;	/* of its secret: names it, opens nothing */
	const char *utente;
	const char *per;	/* in whose name he works; NULL: his own */
	enum sessione_stato stato;
	const char *via;	/* "parola", "ldap", "proxy", "certificato" */
	const char *csrf;	/* 32 hex digits */
	const char *agente;	/* SHA-256 of what the browser calls itself */
	const char *indirizzo;
	const char *nomina;	/* impronta of his document when he came in */
	int64_t inizio, ultimo;	/* seconds UTC */
	int64_t scade;		/* when it ends if nobody asks any more */
	/* of an application, which has no session but a token */
	const char *gettone;	/* its name; NULL: a person */
};

/*
 * The session with that secret, at the moment `ora`; remembers, once a minute,
 * that it was used.  absent: none, or it has ended; forbidden: it is another
 * browser's.
 */
int sessione_trova(struct sessione *out, struct arena *a, struct porta *p,
    const char *segreto, const char *agente, int64_t ora) MUST;

/*
 * Whose a session is, or was, that a page with this csrf was made in: also one
 * that has ended, was closed or renewed, for SESSIONE_RICORDO seconds.  What
 * was being written in that page may be kept for him; nothing else, for no
 * secret is shown.  absent: nobody's, or another browser's.
 */
#define SESSIONE_RICORDO (24 * 60 * 60)
int sessione_era(const char **utente, const char **per, struct arena *a,
    struct porta *p, const char *csrf, const char *agente, int64_t ora) MUST;

/* The same for the token of an application. */
int sessione_gettone(struct sessione *out, struct arena *a, struct porta *p,
    const char *segreto, int64_t ora) MUST;

/* Begins one; of `s` utente, stato, via, agente, indirizzo, nomina and inizio
 * count.  The secret goes to nobody but the browser. */
int sessione_inizia(char segreto[SESSIONE_SEGRETO + 1], struct porta *p,
    const struct sessione *s) MUST;
/* A new secret, csrf and state for one that is worth more now; it keeps its
 * beginning, so it lasts no longer. */
int sessione_rinnova(char segreto[SESSIONE_SEGRETO + 1], struct porta *p,
    const struct sessione *s, enum sessione_stato stato, int64_t ora) MUST;

/* In whose name from now on; NULL: his own. */
int sessione_per(struct porta *p, const char *impronta, const char *per) MUST;

/* Ends one of a user's; absent: he has none like that. */
int sessione_chiudi(struct porta *p, const char *utente, const char *impronta)
    MUST;
/* Ends all of a user's but `tranne` (NULL: all); *n of them. */
int sessioni_chiudi(int64_t *n, struct porta *p, const char *utente,
    const char *tranne) MUST;

/* Those that live, newest first; utente NULL: everyone's. */
int sessioni_elenco(struct sessione **out, int *n, struct arena *a,
    struct porta *p, const char *utente, int64_t ora) MUST;
/* Forgets those that ended SESSIONE_RICORDO seconds ago. */
int sessioni_pulisci(struct porta *p, int64_t ora) MUST;

const char *sessione_stato_parola(enum sessione_stato s);

#endif
