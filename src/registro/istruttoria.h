/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * istruttoria.h - what the register knows of letters on whose receipt a term
 * depends.
 */
#ifndef REGISTRO_ISTRUTTORIA_H
#define REGISTRO_ISTRUTTORIA_H

#include "registro/registro.h"

/* The first day on which an uscita is known to have reached its addressee, by
 * a receipt or because it was handed over; absent: nothing is known. */
int registro_ricevuta_il(const char **out, struct arena *a,
    struct registro *r, const struct numero *n) MUST;

#endif
