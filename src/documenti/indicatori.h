/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * indicatori.h - the indicators of the body (ente/indicatori.xml): what is
 * measured, what is expected, and what no register knows (residents, opening
 * hours).  How each is counted is not in it: a statement of the program is.
 */
#ifndef DOCUMENTI_INDICATORI_H
#define DOCUMENTI_INDICATORI_H

#include "documenti/oscura.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define INDICATORI_PERCORSO "indicatori.xml"

#define IND_IN_CARICO "in-carico"
#define IND_PER_OPERATORE "per-operatore"
#define IND_MICRO_EQUIPE "micro-equipe"
#define IND_RIUNIONI "riunioni"
#define IND_PRIMO_COLLOQUIO "primo-colloquio"
#define IND_OPERATORI "operatori-residenti"
#define IND_APERTURA "apertura-sedi"

/* Refuses the same indicator or site twice, more expected than there is, and
 * a definition that lacks what the register does not know. */
void indicatori_check(struct rilievi *out, const struct nodo *doc);

/* A number counted so many times: days to the first colloquio (-1: none yet),
 * in ascending order. */
struct attesa_giorni {
	int64_t giorni, n;
};
/* The same in bands, FASCE of them; the last is of who still waits. */
enum { FASCE = 5 };
void indicatori_fasce(struct cella out[FASCE], const struct attesa_giorni *v,
    int n);
/* Days within which half of those who no longer wait were heard; -1: fewer
 * than `almeno`. */
int64_t indicatori_mediana(const struct attesa_giorni *v, int n,
    int64_t almeno);

#endif
