/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * giorni.h - the daily registers: formed within the first act of a later day,
 * read back by the atti that seal, show and print them.  Internal to atti/.
 * Norm: linee guida AgID §3.1.6; DPR 445/2000 art. 53.
 */
#ifndef ATTI_PROTOCOLLO_GIORNI_H
#define ATTI_PROTOCOLLO_GIORNI_H

#include "atti/op.h"
#include "base/err.h"
#include "registro/giorni.h"

/*
 * Behind applica, before any row of this act is written: deposits the register
 * of each ended day not yet formed, empty ones too.  An act that only confirms
 * a jump of the clock forms none: a time confirmed by mistake can be taken
 * back.
 */
int giorni_forma(struct op *op, const struct ultimo *ultimo) MUST;

/* "giornalieri/11/2026-11-20.xml", in the folder of that day's year. */
char *giorno_percorso(struct arena *a, const char *dir, const char *data,
    const char *coda);
char *giorno_cartella(struct arena *a, const char *data);

/* The document of a formed day.  forbidden: the user may not see riservate,
 * and a day shows them all. */
int giorno_documento(struct nodo **out, struct op *op, const char *data) MUST;

/* <stampa-registro> with the body's head and a title: days are added to it;
 * then its PDF/A. */
int giorni_stampa(struct nodo **out, struct op *op, const char *titolo) MUST;
int giorni_pdf(struct buf *pdf, const struct nodo *stampa) MUST;

#endif
