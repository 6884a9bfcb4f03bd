/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * profilo.h - what somebody sees and changes of how he comes in: password,
 * second factor, sessions; and what who runs the body sees of everybody.
 *
 * Refuses: anything of another user; a new password, a second factor made or
 * given up, without the password of now; an active key shown again.
 */
#ifndef SERVIZIO_PROFILO_H
#define SERVIZIO_PROFILO_H

#include "accesso/sessioni.h"
#include "servizio/ingresso.h"
#include "xml/nodo.h"

/*
 * <profilo> below an answer: <accesso>, <secondo>, <sessione-aperta>…,
 * <certificato>…, <evento>….  A second factor that is being set up has its
 * key, its QR code and its words of recovery.
 */
int profilo_nodo(struct nodo *risposta, const struct soglia *d,
    const struct sessione *s) MUST;

/* <passo che="secondo|parola|prepara">, of a session that is not whole. */
int profilo_passo(struct nodo *risposta, const struct soglia *d,
    const struct sessione *s) MUST;

/* Another password; every other session of his ends. */
int profilo_parola(struct ammesso *out, const struct soglia *d,
    const struct sessione *s, const struct segreto *vecchia,
    const struct segreto *nuova) MUST;
/* A new key, not wanted yet. */
int profilo_secondo_prepara(struct ammesso *out, const struct soglia *d,
    const struct sessione *s) MUST;
/*
 * With a code of it: from now on it is wanted.  This and what takes it away
 * want the password too, for a session that stands open is not yet he; who has
 * none here must have come in a moment ago.
 */
int profilo_secondo_attiva(struct ammesso *out, const struct soglia *d,
    const struct sessione *s, const struct segreto *parola,
    const struct segreto *codice) MUST;
int profilo_secondo_togli(struct ammesso *out, const struct soglia *d,
    const struct sessione *s, const struct segreto *parola) MUST;

/* <accessi>: everybody's sessions, credentials, tokens and last events.  Of
 * who may `nomina`; that he looked is an event too. */
int profilo_accessi(struct nodo *risposta, const struct soglia *d,
    const char *utente, bool rifiuti, int64_t dopo) MUST;

#endif
