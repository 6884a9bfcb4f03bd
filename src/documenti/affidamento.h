/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * affidamento.h - a minor is entrusted to somebody: what the schema cannot say.
 * Norm: L. 184/1983 art. 4.
 */
#ifndef DOCUMENTI_AFFIDAMENTO_H
#define DOCUMENTI_AFFIDAMENTO_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

#define AFFIDAMENTO_MESI 24	/* at most, L. 184/1983 art. 4 c. 4 */

struct affidamento_dati {	/* what the istanza does not say */
	const char *nascita;	/* of the minor */
	const char *oggi;
	int mesi;		/* the longest that a service disposes */
};

/*
 * Refuses: one that is consensuale without consent, giudiziario without
 * decreto; a minor of 12 (on its first day) who was not heard; more than
 * `mesi`, unless a decreto extends it; days in the wrong order.  Warns of a
 * younger one who was not heard, and of whose hearing nothing is said.
 */
void affidamento_check(struct rilievi *out, const struct nodo *in,
    const struct affidamento_dati *d);

#endif
