/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * carta_dati.h - what a paper says of its case: from what the operator may read
 * now, and no more of it than the model uses.  What he may not read is as if
 * it were not there.  Internal to atti/.  Norm: GDPR art. 5 c. 1 lett. c.
 */
#ifndef ATTI_CARTE_CARTA_DATI_H
#define ATTI_CARTE_CARTA_DATI_H

#include <stdbool.h>

#include "atti/carte/modelli.h"
#include "atti/caso/cartella.h"

#define CARTA_LETTERA "lettera"		/* kinds of templates/campi.xml */
#define CARTA_PROPOSTA "proposta"
#define CARTA_DETERMINAZIONE "determinazione"

/* Does it use this field, or one below it ("minore": "minore.cognome")? */
bool modello_usa(const struct modello_scelto *m, const char *campo);

/* esamina: of a paper that an act writes, the model says what the law wants of
 * it: an office may change the words, not leave that out. */
void carta_essenziale_check(struct op *op, const struct modello_scelto *m);

/* esamina: each field `libero` of the istanza is one of the model's, once. */
void carta_libero_check(struct op *op, const struct modello_scelto *m);

/* esamina: each field `fonte` is a document of the case that he may read and
 * the model has a place for. */
int carta_fonti_check(struct op *op, const struct modello_scelto *m,
    const struct caso *caso) MUST;

/*
 * Adds to the data of a paper of that kind the parts that its model uses, in
 * their order: caso, minore, famiglia … of the case (NULL: of none), then the
 * fields `libero` of the istanza.  `proprie`: holds parts that the act makes
 * itself, which stand in for those of the case; NULL: none.  If a folder that
 * was read moves before the lock, the act is prepared again.
 */
int carta_parti(struct nodo *carta, struct op *op, const char *tipo,
    const struct modello_scelto *m, const struct caso *caso,
    const struct nodo *proprie) MUST;

/* prepara: a rilievo for each <campo> of <manca>: what it is, where one writes
 * it. */
int carta_manca(struct op *op, const char *tipo, const struct nodo *manca)
    MUST;
/* The same in one line, for an act that has no rilievi to give. */
const char *carta_manca_in_parole(struct arena *a, const struct nodo *manca);

#endif
