/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sosta.h - files that are sent before the form that takes them, seen from the
 * form (servizio/sosta.h has them): _azione=leggi sends the files chosen and
 * shows the same form again, with what they tell in its empty fields.
 *
 * Keeps: what somebody has typed is never replaced.
 */
#ifndef WEB_SOSTA_H
#define WEB_SOSTA_H

#include "web/modulo.h"

/* Was the button pressed that only sends files? */
bool sosta_chiesta(const struct modulo_dati *d);
/* The files that the form keeps, as <file sosta=> of a request. */
void sosta_tenuti(struct nodo *richiesta, struct arena *a,
    const struct modulo_dati *d);
/* The <sosta> cards of an answer become _sosta fields of the form. */
void sosta_aggiungi(struct modulo_dati *d, struct arena *a,
    const struct nodo *risposta);
/* What cards tell, in fields whose group nobody has touched. */
void sosta_proposte(struct modulo_dati *d, struct arena *a,
    const struct nodo *risposta);

#endif
