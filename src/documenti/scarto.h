/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scarto.h - what is destroyed by authorisation: the list and what follows it,
 * by when the Soprintendenza answers, what is left of a cover.
 *
 * Keeps: of a cover that goes there stays where it stood (number, class,
 * office, days), so that numbers are never given twice and registrations know
 * that they were dealt with; none of its words.  Norm: D.lgs 42/2004 art. 21;
 * DPR 445/2000 art. 68; DPR 37/2001 art. 8.
 */
#ifndef DOCUMENTI_SCARTO_H
#define DOCUMENTI_SCARTO_H

#include <stdbool.h>
#include <stdint.h>

#include "documenti/calendario.h"
#include "documenti/espunzione.h"
#include "xml/nodo.h"

#define SCARTO "scarto"
#define SCARTO_PERCORSO "scarto.xml"
#define SCARTI_DIR "scarti"
#define SCARTO_ELENCO "elenco"
#define SCARTO_RICHIESTA "richiesta"
#define SCARTO_AUTORIZZAZIONE "autorizzazione"
#define SCARTO_VERBALE "verbale"
#define SCARTO_CHIUSURA "chiusura"
#define SCARTO_RITIRO "ritiro"

/* "scarti/0001/elenco.xml" */
char *scarto_percorso(struct arena *a, int elenco, const char *che);
/* The list of which such a path is what is signed, its elenco or its verbale
 * (*che, may be NULL); 0: it is no such path. */
int scarto_di_percorso(const char **che, const char *percorso);

#define SCARTO_GIORNI 60
/*
 * Of a richiesta-scarto: the last day of its answer; *sospesa (else NULL) since
 * when a question waits to be answered, and then `scade` is "".  Days between
 * a question and its answer do not count.
 */
void scarto_scade(char scade[DATA_LEN + 1], const char **sospesa,
    struct arena *a, const struct nodo *richiesta);

/* "autorizzazione n. 7 del 1/2/2027, prot. 0000012/2027": of an
 * autorizzazione-scarto with what the Ministero dell'interno answered. */
const char *scarto_ministero(struct arena *a, const struct nodo *doc);

/* Of the type of a cover: cartella, accesso, fascicolo. */
bool scarto_e_copertina(const char *tipo);
/* The lapide of a cover: also where it stood.  Another document: lapide_make. */
struct nodo *scarto_lapide(struct arena *a, const struct espunto *e,
    const char *impronta, const struct nodo *doc);
/* The cover that such a lapide stands for; NULL: it is of another document. */
struct nodo *scarto_copertina(struct arena *a, const struct nodo *lapide);

#endif
