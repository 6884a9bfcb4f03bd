/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modulo_campi.h - inside web/: what was typed, laid out as the schema has it.
 *
 * Each field and each repetition of a group has a `via`, its percorso with the
 * repetition behind every group that repeats ("mittente.2.pec"), and an id for
 * the page made of it.
 */
#ifndef WEB_MODULO_CAMPI_H
#define WEB_MODULO_CAMPI_H

#include "web/modulo.h"
#include "xml/campi.h"

#define MODULO_GRUPPI 320	/* repetitions of groups in all */

/* <campo> and <gruppo> (modulo.h) below `to`, with the values of d; _azione
 * adds or takes away a repetition.  false: there were more than MODULO_GRUPPI,
 * and they are left out. */
bool modulo_riempi(struct nodo *to, struct arena *a, const struct campo *campi,
    const struct modulo_dati *d);

/* Has any field below it a value? */
bool modulo_pieno(const struct nodo *gruppo);


#endif
