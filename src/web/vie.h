/* SPDX-License-Identifier: EUPL-1.2 */
/* vie.h - from an address to the row that answers it. */
#ifndef WEB_VIE_H
#define WEB_VIE_H

#include "web/chiamata.h"
#include "web/modulo.h"

/* Sets c->via (never NULL: what nobody has is answered 404 or 405) and, of a
 * page, c->pagina. */
void vie_trova(struct chiamata *c);

/* Rows that other tables point to. */
extern const struct via via_pagina, via_azione, via_assente, via_non_cosi;

/* What is not there, for whoever asks. */
int via_manca(struct chiamata *c);

int via_atto_chiede(struct chiamata *c);
int via_atto_risponde(struct chiamata *c, const struct nodo *risposta);
/*
 * The <modulo> of an atto; NULL: he has no role for it.  What is told of the
 * files kept (<sosta> of the answer) stands in fields that nobody has filled.
 */
struct nodo *via_atto_modulo(struct chiamata *c, struct modulo_dati *d,
    const struct nodo *risposta, const struct nodo *rilievi);
int via_bozza_chiede(struct chiamata *c);
int via_file_chiede(struct chiamata *c);
int via_file_risponde(struct chiamata *c, const struct nodo *risposta);
/* The answer is that file, <reso nome= tipo=>; fd stays the caller's. */
void via_file_rendi(struct chiamata *c, int fd, const struct nodo *reso,
    bool vedi);
int via_lettura_chiede(struct chiamata *c);
int via_lettura_risponde(struct chiamata *c, const struct nodo *risposta);
int via_statici(struct chiamata *c);
int via_salute(struct chiamata *c);
int via_metriche(struct chiamata *c);

/* What the health and metrics pages look at; NULL: nothing. */
void salute_quadro(const struct quadro *q);

#endif
