/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * correzioni.h - what was corrected of registrations, and what was asked to
 * be (DPR 445/2000 art. 54).
 */
#ifndef REGISTRO_CORREZIONI_H
#define REGISTRO_CORREZIONI_H

#include "registro/registro.h"

/* A request; absent: no such request. */
struct richiesta {
	const char *tipo, *campo;	/* campo may be NULL */
	const char *richiedente, *operatore;
	bool aperta;
};
int registro_richiesta(struct richiesta *out, struct arena *a,
    struct registro *r, const struct numero *n, int ordine) MUST;

/* Adds <annullamento> and, to a view in clear, <rettifica> for each field
 * renewed, <richiesta-correzione>, <riserva>. */
int registro_vista_correzioni(struct nodo *vista, struct arena *a,
    struct registro *r, const struct numero *n, bool in_chiaro) MUST;

#endif
