/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * correzione.h - how a registration is corrected: a field is renewed, or the
 * whole is annulled; in either case what was there stays (DPR 445/2000
 * art. 54).  Pure.
 */
#ifndef DOCUMENTI_CORREZIONE_H
#define DOCUMENTI_CORREZIONE_H

#include <stdbool.h>

#include "base/arena.h"
#include "documenti/numero.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define CORREZIONE_RETTIFICA "rettifica"
#define CORREZIONE_ANNULLAMENTO "annullamento"
#define CORREZIONE_RISERVA "riserva"

#define RICHIESTE "richieste"		/* directories of registro/AAAA.git */
#define RETTIFICHE "rettifiche"
#define ANNULLAMENTI "annullamenti"
#define RISERVE "riserve"

/* A sender or an addressee: there may be several of them. */
bool campo_soggetto(const char *campo);
/* May a field be renewed by itself?  Not number, date, time, impronta. */
bool campo_rettificabile(const char *campo);

/* Looks at <chiedi-correzione> and <rettifica>: the field suits what is asked
 * of it, the new value is there and is the only one. */
void richiesta_check(struct rilievi *out, const struct nodo *in);
void rettifica_check(struct rilievi *out, const struct nodo *in,
    const char *oggi);
void riserva_check(struct rilievi *out, const struct nodo *in,
    const char *oggi);
bool riserva_cessa(struct arena *a, const struct nodo *in);

/*
 * The value of a field as one line of text, to be compared and shown; NULL:
 * none.  `valore` has the element <campo>: <prima>, <dopo>, an istanza.
 */
const char *valore_text(struct arena *a, const struct nodo *valore,
    const char *campo);

/* Documents, the ordine-th of their kind of the registration; in is the
 * atto's element. */
struct nodo *richiesta_make(struct arena *a, const struct nodo *in,
    int ordine, const char *richiedente, const char *operatore,
    const char *ora);
/* prima: an element of that name, with the value that was there. */
struct nodo *rettifica_make(struct arena *a, const struct nodo *in,
    int ordine, int posto, const struct nodo *prima, const char *operatore,
    const char *ora);
struct nodo *riserva_make(struct arena *a, const struct nodo *in, int ordine,
    const char *operatore, const char *ora);
struct annullamento {
	const char *richiedente;
	int anno, numero;	/* in the repertory of annulments */
	bool inoltrata;
};
struct nodo *annullamento_make(struct arena *a, const struct nodo *in,
    const struct annullamento *x, const char *operatore, const char *ora);
/* <voce> for repertorio.h: what the repertory says of it, no content. */
struct nodo *annullamento_voce(struct arena *a, const struct nodo *in);

#endif
