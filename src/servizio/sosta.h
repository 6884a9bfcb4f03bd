/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sosta.h - files that a browser sent before the act that takes them, kept for
 * the session that sent them, an hour at most, below the store's own
 * directory; and what the form may learn from them.
 *
 *   <richiesta tipo="sosta-metti" …><file nome="lettera.eml"/>…</richiesta>
 *   <richiesta tipo="sosta-togli" …><file sosta="ID"/>…</richiesta>
 *   <risposta esito="fatto">
 *     <sosta id="…" nome="lettera.eml" tipo="message/rfc822"
 *         dimensione="35635" impronta="…">
 *       <campo nome="mittente.denominazione" da="messaggio">…</campo>…
 *       <parte nome="nota.pdf" tipo="application/pdf" dimensione="…"
 *           nota="…"/>…
 *       <avviso codice="doppione">…</avviso>…
 *     </sosta>…
 *   </risposta>
 *
 * A `compi` or a `prova` says <file sosta="ID"/> among its <file>s, in their
 * order and without a descriptor: servi_file.  A `leggi` may say it as well and
 * is answered the card: servi_sosta_schede.
 *
 * Refuses: more files or bytes than a session may keep.  Another session's file
 * is as absent as one that is no more.  Keeps: nothing of it in any log; it is
 * no document, so no act and no reading knows of it.
 */
#ifndef SERVIZIO_SOSTA_H
#define SERVIZIO_SOSTA_H

#include "atti/op.h"
#include "base/arena.h"
#include "base/err.h"
#include "servizio/servi.h"
#include "xml/nodo.h"

#define SOSTA_DIR "tenuti"			/* below the store's directory */
#define SOSTA_SECONDI 3600
#define SOSTA_FILE 60				/* of a session */
#define SOSTA_BYTE ((int64_t)1 << 30)		/* of a session, in all */

/* Whose they are: <dir>/tenuti/<hash of user and session>. */
char *sosta_casa(struct arena *a, const char *dir, const char *utente,
    const char *sessione);

/* Takes the bytes of a file; *out is its <sosta>, without what can be learned
 * of it.  invalid: too many, too large, or a name that is none. */
int sosta_metti(struct nodo **out, struct arena *a, const char *casa, int fd,
    const char *nome) MUST;
/* Keeps more of it: *scheda is what sosta_apri gives from now on. */
int sosta_annota(struct arena *a, const char *casa, const struct nodo *scheda)
    MUST;
/* *fd (may be NULL) at its start, for reading.  absent: no such file, or its
 * hour is over. */
int sosta_apri(int *fd, struct nodo **scheda, struct arena *a,
    const char *casa, const char *id) MUST;
/* Gone, or was not there. */
void sosta_togli(struct arena *a, const char *casa, const char *id);
/* All that is kept under a name is kept under another from now on: the secret
 * of its session has changed.  Best effort: a file that is not there is asked
 * for again. */
void sosta_sposta(const char *da, const char *a);
/* All of whomever, whose hour is over: when a service begins, and every few
 * minutes.  Best effort. */
void sosta_pulisci(const char *dir);

/* ---- for the acts and the pages (servi_sosta.c) ---- */

/*
 * The files of an act, in the order of its <file>s.  absent: one that was kept
 * is not there any more; the message tells to send it again.  servi_file_chiudi
 * closes those that were kept and, when the act is done, takes them away.
 */
struct servi_file {
	struct op_file *file;
	int n;
	bool *tenuto;			/* of each: is it one that was kept? */
};
int servi_file(struct servi_file *out, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c) MUST;
void servi_file_chiudi(struct servi_file *f, struct servi *s,
    const struct nodo *richiesta, bool fatto);

/* Into the answer the cards of the files that a `leggi` names; of one that is
 * not there any more <sosta id= manca="si"/>. */
int servi_sosta_schede(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta) MUST;

#endif
