/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * spedizione.h - where the sending of an uscita stands, for each addressee
 * (the first is 1), and what came back (documenti/spedizione.h).
 */
#ifndef REGISTRO_SPEDIZIONE_H
#define REGISTRO_SPEDIZIONE_H

#include "registro/registro.h"

struct invio {
	const char *stato, *mezzo, *data;
	int tentativi;
};
/* absent: never sent to that addressee. */
int registro_invio(struct invio *out, struct arena *a, struct registro *r,
    const struct numero *n, int destinatario) MUST;

/* 1 or 0: has it left for some addressee, now or at an earlier try?  Is it on
 * its way to one? */
int registro_spedita(struct registro *r, const struct numero *n) MUST;
int registro_in_invio(struct registro *r, const struct numero *n) MUST;

/* Adds <invio>, <spedizione> and <ricevuta-spedizione> to a view in clear. */
int registro_vista_spedizione(struct nodo *vista, struct arena *a,
    struct registro *r, const struct numero *n) MUST;

#endif
