/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * attesa.h - registrations that wait for the office of the register, cartelle
 * that wait for the administrative one.  Internal to registro/: for
 * projections, which put a row when the wait begins and take it away when it
 * ends, so that the scrivania costs as much as waits.
 */
#ifndef REGISTRO_ATTESA_H
#define REGISTRO_ATTESA_H

#include "registro/registro.h"

#define ATTESA_DA_SMISTARE "da-smistare"
#define ATTESA_DA_RISMISTARE "da-rismistare"
#define ATTESA_DA_SPEDIRE "da-spedire"
/* of cartelle */
#define ATTESA_DA_ISTRUIRE "da-istruire"
#define ATTESA_DA_FIRMARE "da-firmare"

/* Puts it, or puts it again with another date; p is where the document that
 * makes it wait stands.  operatore: whom it waits for too, beside the office;
 * NULL for nobody. */
int attesa_metti(struct registro *r, const char *che, const struct numero *n,
    const char *operatore, const struct posizione *p) MUST;
/* No row: nothing to do. */
int attesa_togli(struct registro *r, const char *che, const struct numero *n)
    MUST;

#endif
