/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fascicolo.h - a fascicolo or a cartella as what holds registrations and
 * other fascicoli.  Internal to atti/.
 */
#ifndef ATTI_PROTOCOLLO_FASCICOLO_H
#define ATTI_PROTOCOLLO_FASCICOLO_H

#include "atti/op.h"
#include "registro/fascicoli.h"

struct contenitore {
	struct numero n;
	const char *classifica, *ufficio, *responsabile;
	const char *chiuso;	/* NULL when open */
	int livello;		/* a cartella is 1 */
	bool di_un_caso;	/* a cartella, or in one */
};

/* By its number, as the operator of this act sees it; absent: none, or
 * hidden. */
int contenitore_find(struct contenitore *out, struct op *op,
    const char *numero) MUST;

#endif
