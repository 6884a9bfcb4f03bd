/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rilievo.h - the second outcome: what is wrong with an istanza, said so that
 * the person who made it can mend it.
 *
 * ERRORE refuses the act.  AVVISO stops it until the istanza confirms it by
 * its code (<conferme>); the confirmation is recorded with the act.
 */
#ifndef XML_RILIEVO_H
#define XML_RILIEVO_H

#include "base/arena.h"
#include "base/buf.h"
#include "xml/nodo.h"

enum grado { AVVISO, ERRORE };

struct rilievo {
	enum grado grado;
	const char *percorso;	/* "/registra/oggetto"; "" = the whole */
	const char *codice;	/* stable, "oggetto-vuoto" */
	const char *testo;	/* Italian, says what to do next */
	const char *norma;	/* "art. 53 DPR 445/2000"; NULL: none */
	struct rilievo *succ;
};

struct rilievi {
	struct arena *a;	/* owns all strings */
	struct rilievo *primo, *ultimo;
	int errori, avvisi;
};

/* Strings are copied. */
void rilievo_add(struct rilievi *out, enum grado grado, const char *percorso,
    const char *codice, const char *norma, const char *fmt, ...) PRINTF(6, 7);

const struct rilievo *rilievo_find(const struct rilievi *r,
    const char *codice);

/* <rilievi><rilievo grado= codice= percorso= norma=>testo</rilievo>… */
struct nodo *rilievi_nodo(struct arena *a, const struct rilievi *r);
/* Back; what is not such an element is ignored. */
void rilievi_read(struct rilievi *out, const struct nodo *n);

#endif
