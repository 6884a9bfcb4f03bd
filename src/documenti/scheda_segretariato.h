/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scheda_segretariato.h - the first contact of a person with the service, as
 * the segretariato sociale writes it.  Pure.
 */
#ifndef DOCUMENTI_SCHEDA_SEGRETARIATO_H
#define DOCUMENTI_SCHEDA_SEGRETARIATO_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define SCHEDA_SEGRETARIATO_PERCORSO "scheda-segretariato.xml"

/* Looks at <scheda>: days that have not come, a codice fiscale that cannot
 * be or says another birth, motives that lack their name. */
void scheda_segretariato_check(struct rilievi *out, const struct nodo *scheda,
    const char *oggi);

/* <scheda-segretariato> of a <scheda>; without the day of the contact that of
 * today.  Its <esito> is the caller's. */
struct nodo *scheda_segretariato_make(struct arena *a,
    const struct nodo *scheda, const char *operatore, const char *oggi);

/* Looks at <accogli>: what is decided says where the person goes. */
void accogli_check(struct rilievi *out, const struct nodo *in);
/* Does <accogli> end the accesso? */
bool accogli_concluso(struct arena *a, const struct nodo *in);
/* Why it ends, as the cover says. */
const char *accogli_motivo(struct arena *a, const struct nodo *in);

#endif
