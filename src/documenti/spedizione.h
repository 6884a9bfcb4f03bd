/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * spedizione.h - the sending of an uscita to one addressee: in-invio, inviato,
 * consegnato, or errore, after which it is sent again.  Pure.
 */
#ifndef DOCUMENTI_SPEDIZIONE_H
#define DOCUMENTI_SPEDIZIONE_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"

#define SPEDIZIONI "spedizioni"		/* directories of registro/AAAA.git */
#define RICEVUTE "ricevute-spedizione"

#define INVIO_IN_CORSO "in-invio"
#define INVIO_INVIATO "inviato"
#define INVIO_CONSEGNATO "consegnato"
#define INVIO_ERRORE "errore"

/* The state a sending begins in: by electronic means it is under way until a
 * receipt says more. */
const char *invio_stato(const char *mezzo);
/* The state after a receipt; NULL: a receipt that cannot follow. */
const char *invio_dopo(const char *stato, const char *esito);
/* Has it left?  Not while under way, nor when it failed. */
bool invio_partito(const char *stato);

/* The ordine-th <spedizione> to those n addressees. */
struct nodo *spedizione_make(struct arena *a, const struct nodo *in,
    int ordine, const int *destinatari, int n, const char *operatore,
    const char *ora);
/* <ricevuta-spedizione>. */
struct nodo *ricevuta_spedizione_make(struct arena *a, const struct nodo *in,
    int ordine, const char *operatore, const char *ora);

#endif
