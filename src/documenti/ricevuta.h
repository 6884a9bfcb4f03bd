/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ricevuta.h - what the receipt of a document says (L. 241/1990 art. 18-bis):
 * that it was presented, and by when the administration answers.
 */
#ifndef DOCUMENTI_RICEVUTA_H
#define DOCUMENTI_RICEVUTA_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"

struct ricevuta {
	const char *ufficio;	/* who answers for it; NULL: not yet known */
	int giorni;		/* within which */
	bool assenso;		/* silence is a yes */
};

/* To whom, and of what, into a <lettera>; `reg` is the view of a registration
 * in clear. */
void ricevuta_testa(struct arena *a, struct nodo *lettera,
    const struct nodo *reg);
/* Holds <ricevuta>: what the model says of it. */
struct nodo *ricevuta_parti(struct arena *a, const struct nodo *reg,
    const struct ricevuta *d);

#endif
