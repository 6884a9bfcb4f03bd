/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * bloccare.h - what blocca-scarto and sblocca-scarto have in common: the cartella,
 * accesso or fascicolo, and the hold they name.  Internal to atti/.
 */
#ifndef ATTI_ARCHIVIO_BLOCCARE_H
#define ATTI_ARCHIVIO_BLOCCARE_H

#include "atti/protocollo/fascicolo.h"
#include "registro/conservazione.h"

struct bloccato {
	struct contenitore c;
	const char *folder;
	const char *percorso;	/* of the hold that `blocco` names; NULL */
};

/* Of the fields riferimento and blocco; absent: there is no such case, or it
 * is hidden.  A rilievo when it stands in something else and is to be held, or
 * has no such hold in force. */
int blocco_find(struct bloccato *out, struct op *op) MUST;

#endif
