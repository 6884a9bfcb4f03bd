/* SPDX-License-Identifier: EUPL-1.2 */
/* salvataggi.h - what a backup asks of the register. */
#ifndef REGISTRO_SALVATAGGI_H
#define REGISTRO_SALVATAGGI_H

#include "registro/registro.h"

/* The last act behind `dopo` that destroyed something for good; 0: none. */
int registro_ultima_distruzione(int64_t *out, struct registro *r,
    int64_t dopo) MUST;
/* 1: the commit is in the history that the folder has now; 0: it is not. */
int registro_ha_posto(struct registro *r, const char *cartella,
    const char *commit) MUST;
/* 1: those numbers of a year of a series (schema/registro.sql) were declared
 * lost, all of them, or, al < dal, that none is missing; 0: no. */
int registro_perduti(struct registro *r, const char *serie, int anno, int dal,
    int al) MUST;

#endif
