/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scarti.h - what the atti on lists of scarto have in common.  Internal to
 * atti/.
 */
#ifndef ATTI_ARCHIVIO_SCARTI_H
#define ATTI_ARCHIVIO_SCARTI_H

#include <stddef.h>

#include "atti/op.h"
#include "registro/scarti.h"

#define ART21 "art. 21 D.lgs 42/2004"
#define MINISTERO_NORMA "art. 21 D.lgs 42/2004; linee guida AgID, 4.12"

/* The list of field `elenco`; absent: none. */
int scarto_find(struct scarto_elenco *out, struct op *op) MUST;

/* A rilievo at `elenco` unless it is in one of those states (NULL-ended). */
void scarto_in_stato(struct op *op, const struct scarto_elenco *e,
    const char *const *stati);

/* The registration of that field: valid, and of that flow, or a rilievo; the
 * day it bears in *giorno. */
int scarto_registrazione(const char **giorno, struct op *op,
    const char *campo, const char *flusso) MUST;

/* A rilievo at `protocollo`, with that code, when a registration of that day is
 * older than what it follows: `che` ("la richiesta"), of the day `dopo`.  NULL
 * days: none. */
void scarto_segue(struct op *op, const char *giorno, const char *codice,
    const char *che, const char *dopo);

/* Is its list, or its verbale (che: SCARTO_…), signed here by all who must?  An
 * avviso when not: it may have been signed outside, and then what is
 * registered shows it.  An error when a signature is not believed any more. */
int scarto_firmato(struct op *op, const struct scarto_elenco *e,
    const char *che) MUST;

/* richiesta-scarto: sent that day, with that registration; chiusura-scarto: the
 * verbale was, or what tells that the list is withdrawn. */
struct nodo *scarto_richiesta(struct op *op, int elenco,
    const char *protocollo, const char *giorno);
struct nodo *scarto_chiusura(struct op *op, int elenco,
    const char *protocollo);

/* "CS-2026-0000001 (versamento 3 a c_x009, rapporto RdV-3)" */
const char *scarto_versato_detto(struct arena *a, const struct versato *v);
/* An avviso that names them: what goes here stays there, if nobody asks. */
void scarto_avvisa_versati(struct op *op, const struct versato *list, int n);

/* <tipo> with its `ordine`, `data`, `utente`. */
struct nodo *scarto_nodo(struct op *op, const char *tipo, int elenco);

/* Why the Ministero dell'interno authorises it too, by the massimario of now
 * (massimario_riservata). */
int scarto_riservata(const char **perche, struct op *op,
    const struct numero *n) MUST;

/* Why it cannot be destroyed, for whoever reads, with a code; NULL: it can. */
struct impedimento {
	const char *codice, *testo;
};
bool scarto_impedito(struct impedimento *out, struct arena *a,
    const struct scartabile *s);

#endif
