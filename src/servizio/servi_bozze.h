/* SPDX-License-Identifier: EUPL-1.2 */
/* servi_bozze.h - kinds of request of writing and signing whose rows stand in
 * servi_bozze.c. */
#ifndef SERVIZIO_SERVI_BOZZE_H
#define SERVIZIO_SERVI_BOZZE_H

#include "servizio/servi.h"

/* firma-tutte (servi_firme.c) */
int servi_firma_tutte(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c) MUST;

#endif
