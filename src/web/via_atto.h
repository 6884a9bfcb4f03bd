/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * via_atto.h - what the two halves of /atto/NOME share: showing its form
 * (via_modulo.c), doing it and its answer (via_atto.c).
 */
#ifndef WEB_VIA_ATTO_H
#define WEB_VIA_ATTO_H

#include "web/vie.h"

struct compito {		/* between asking and the answer */
	struct modulo_dati dati;
	const struct nodo *rifiutata;	/* the answer: its session has ended,
					 * or is not the one of now */
	bool sospeso;		/* the draft is being put aside */
	bool lettera;		/* it is to be looked at */
	bool tiene;		/* its files are being kept */
	bool tenuti;		/* they are, or cannot be */
	int mostra;		/* the form is to be shown, with this status; 0:
				 * not */
	const struct nodo *rilievi;	/* and these; NULL */
};

/* Of a call that has just come. */
struct compito *compito_new(struct chiamata *c);

/* Asks what the form is shown with; without an own page, who asks and what may
 * be answered in its fields. */
void via_modulo_sessione(struct chiamata *c);
/*
 * Then the form is shown with this status, as it was typed, and the rilievi
 * (NULL: none); the files that came with it are kept first, since no browser
 * keeps them.
 */
int via_modulo_chiede(struct chiamata *c, int stato,
    const struct nodo *rilievi);
/* They have been kept, or not: the form goes on. */
int via_modulo_tenuti(struct chiamata *c, const struct nodo *risposta,
    enum esito_web e);
void via_modulo_mostra(struct chiamata *c, int stato,
    const struct nodo *risposta, const struct nodo *rilievi);

#endif
