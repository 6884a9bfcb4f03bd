/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * appuntamento.h - an appointment of a case: when, where, who; moved, called
 * off, held or not.  Pure: `adesso` is seconds since 1970.
 *
 * People say civil time; the document keeps the moment with its offset.
 */
#ifndef DOCUMENTI_APPUNTAMENTO_H
#define DOCUMENTI_APPUNTAMENTO_H

#include <stdint.h>

#include "xml/nodo.h"
#include "xml/rilievo.h"

#define APPUNTAMENTO "appuntamento"
#define APPUNTAMENTI_DIR "agenda"
#define APPUNTAMENTO_MINUTI 60		/* when not said */

#define APPUNTAMENTO_FISSATO "fissato"
#define APPUNTAMENTO_DISDETTO "disdetto"
#define APPUNTAMENTO_TENUTO "tenuto"
#define APPUNTAMENTO_NON_TENUTO "non-tenuto"

/* When `giorno` ("2026-11-25") at `alle` ("15:30") is in Italy.  How many
 * times the clocks show it: 1; 0 in the hour that is skipped in March (then
 * *out is untouched); 2 in the one that returns in October: *out is the first. */
int appuntamento_istante(int64_t *out, const char *giorno, const char *alle);

/* From when to when. */
struct durata {
	int64_t da, fino;	/* fino is not part of it */
};
/* Looks at the fields giorno, alle, minuti; minutes of `prima` when `in` has
 * none (NULL: the usual ones).  Refuses a time that does not exist; warns of
 * one that comes twice, of one that is over.  false: refused. */
bool appuntamento_quando(struct durata *out, struct rilievi *ril,
    const struct nodo *in, const struct nodo *prima, int64_t adesso);
/* Of a document.  invalid: it does not say. */
int appuntamento_durata(struct durata *out, struct arena *a,
    const struct nodo *doc) MUST;

const char *appuntamento_stato(struct arena *a, const struct nodo *doc);
/* A rilievo when it is called off already, or has its outcome. */
void appuntamento_aperto(struct rilievi *out, const struct nodo *in,
    const struct nodo *doc);

struct nodo *appuntamento_make(struct arena *a, const struct nodo *in,
    int64_t inizio, const char *autore, const char *oggi);
struct nodo *appuntamento_sposta(struct arena *a, const struct nodo *doc,
    const struct nodo *in, int64_t inizio, const char *autore,
    const char *oggi);
/* In place: <disdetta> or <esito>, with the fields of `in` that belong. */
void appuntamento_concludi(struct arena *a, struct nodo *doc, const char *come,
    const struct nodo *in, const char *autore, const char *oggi);

#endif
