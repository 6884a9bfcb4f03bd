/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * istruttoria.h - the inquiry on an approved proposta: its terms, what is told
 * of it to who asked, what he answers.  Pure.
 * Norm: L. 241/1990 artt. 2, 7, 8, 10-bis.
 */
#ifndef DOCUMENTI_ISTRUTTORIA_H
#define DOCUMENTI_ISTRUTTORIA_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/clock.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define ISTRUTTORIA_GIORNI 30	/* art. 2 c. 2, unless the body says other */
#define PREAVVISO_GIORNI 10	/* art. 10-bis */

/* The day `giorni` after a day. */
void giorno_piu(char out[GIORNO_LEN + 1], const char *giorno, int giorni);

/* Looks at <avvia-istruttoria>: an istanza has its day, not of tomorrow, and
 * what is done of one's own motion has none. */
void istruttoria_check(struct rilievi *out, const struct nodo *in,
    const char *oggi);

struct istruttoria_dati {	/* what the istanza does not say */
	const char *proposta, *oggetto;	/* path; what is proposed */
	const char *ufficio, *responsabile, *autore, *oggi;
};
/* <istruttoria> from <avvia-istruttoria>, but for its last elements. */
struct nodo *istruttoria_make(struct arena *a, const struct nodo *in,
    const struct istruttoria_dati *d);
/* Its letter, when it was sent (percorso NULL: it was not), and its author. */
void istruttoria_fine(struct arena *a, struct nodo *doc, const char *percorso,
    const char *protocollo, const char *autore);

/* Does it come from who asked? */
bool istruttoria_di_parte(struct arena *a, const struct nodo *istruttoria);

/* <preavviso> from <preavvisa>. */
struct nodo *preavviso_make(struct arena *a, const struct nodo *in,
    const char *istruttoria, const char *oggi);

/* ---- what the letters say ---- */

struct avviso {
	const char *pec;		/* NULL: none known */
	const char *ufficio;		/* that inquires, in words */
	const char *responsabile;	/* "Ines Blu, istruttore" */
};
/* <procedimento>, as papers say it (art. 8). */
struct nodo *istruttoria_in_carta(struct arena *a,
    const struct nodo *istruttoria, const struct avviso *av);
/* Adds what its preavviso says: <motivi>, and the days to answer. */
void preavviso_in_carta(struct arena *a, struct nodo *procedimento,
    const struct nodo *motivi);

#endif
