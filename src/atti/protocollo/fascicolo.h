/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fascicolo.h - a fascicolo or a cartella as what holds registrations and
 * other fascicoli; an accesso as what is kept like them.  Internal to atti/.
 */
#ifndef ATTI_PROTOCOLLO_FASCICOLO_H
#define ATTI_PROTOCOLLO_FASCICOLO_H

#include "atti/op.h"
#include "registro/fascicoli.h"

struct contenitore {
	struct numero n;
	const char *classifica;		/* NULL: an accesso without one */
	const char *ufficio, *responsabile;
	const char *chiuso;	/* NULL when open */
	int livello;		/* a cartella is 1; an accesso that became
				 * one, 2 */
	bool di_un_caso;	/* a cartella, or in one; an accesso */
};

/* By its number, as the operator of this act sees it; absent: none, or
 * hidden. */
int contenitore_find(struct contenitore *out, struct op *op,
    const char *numero) MUST;

#endif
