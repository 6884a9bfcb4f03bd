/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * identita.h - who asks, said by the processes that have the store, of every
 * request (colloquio.h): from its secret to a user in service, and in whose
 * name he works.
 *
 * Refuses: no session, an ended one, another browser's; a user who left, or
 * whose nomina changed since he came in; an act without the csrf of the
 * session; the name of somebody who gave him no delega.  Keeps: every refusal
 * but the plain want of a session is an event (accesso/eventi.h).
 */
#ifndef SERVIZIO_IDENTITA_H
#define SERVIZIO_IDENTITA_H

#include <stdbool.h>

#include "accesso/porta.h"
#include "accesso/sessioni.h"
#include "atti/store.h"
#include "base/arena.h"
#include "base/err.h"
#include "colloquio/colloquio.h"
#include "xml/nodo.h"

struct identita {
	struct sessione s;
	const char *utente;	/* who acts: op_new's `utente` */
	const char *per;	/* in whose name: op_new's `per`; NULL */
	struct utente chi;	/* cognome, nome, qualifica */
};

/* The door of a store; one a process, opened after the fork. */
int identita_porta(struct porta **out, struct store *st) MUST;

/* What a request must show. */
enum {
	IDENTITA_CSRF = 1,	/* it changes something: the session's csrf too */
	IDENTITA_INIZIO = 2	/* also a session that is not whole yet (the
				 * second factor, the first password) */
};

/*
 * Of <richiesta>: sessione, modo, csrf, agente, per.  0: look at *esito, which
 * is WEB_FATTO, WEB_ENTRA, WEB_SECONDO (not whole yet: out->s.stato says what
 * it wants), WEB_VIETATO (csrf, per); err_msg() is the message for the answer.
 * *out is filled for WEB_FATTO, and for WEB_SECONDO.
 */
int identita_di(enum esito_web *esito, struct identita *out, struct arena *a,
    struct porta *p, struct store *st, const struct nodo *richiesta,
    int flags) MUST;

/* An event about a session: of whom, what was refused. */
int identita_rifiuto(struct porta *p, const struct nodo *richiesta,
    const char *utente, const char *dettaglio) MUST;

/* 1: may he work in that name at all?  For each act the runner asks again. */
int identita_puo_per(struct arena *a, struct store *st, const char *utente,
    const char *per) MUST;

/*
 * In whose session the page was opened that shows this csrf (sessione_era), if
 * he is still in service: his text may be kept as a draft of his, and nothing
 * be shown to whoever asks.  absent: nobody's.
 */
int identita_era(const char **utente, const char **per, struct arena *a,
    struct porta *p, struct store *st, const struct nodo *richiesta) MUST;

/* <sessione utente= nome= qualifica= ente= per= csrf= scade= dimostrativo=
 * stato= via=>, below an answer, without <puo>. */
int identita_nodo(struct nodo **out, struct nodo *risposta, struct arena *a,
    struct store *st, const struct identita *i) MUST;

#endif
