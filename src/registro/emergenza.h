/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * emergenza.h - rows of the emergency register: in a kit, and in the register
 * to which they came back with an ordinary number (DPR 445/2000 art. 63).
 */
#ifndef REGISTRO_EMERGENZA_H
#define REGISTRO_EMERGENZA_H

#include <stdbool.h>

#include "registro/registro.h"

/* The ordinary number of an emergency one; absent: it has none.  Asks no
 * permission: what it leads to does. */
int registro_emergenza_protocollo(struct numero *out, struct registro *r,
    const struct numero *emergenza) MUST;

/* The last row; *ora is "" and the number 0 when there is none. */
int registro_emergenza_ultima(struct numero *out, const char **ora,
    struct arena *a, struct registro *r) MUST;

/* How many rows a day ("2026-11-20") has. */
int registro_emergenza_giorno(int *out, struct registro *r, const char *giorno)
    MUST;

/* May this eye see a row of a kit?  *chiaro: also what it says.  absent. */
int registro_emergenza_vede(bool *chiaro, struct registro *r,
    const struct occhio *o, const struct numero *n) MUST;

/* Adds <emergenza> with number, time and operator to the vista of the
 * registration that came from one.  Internal to registro/. */
int emergenza_vista(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *protocollo) MUST;

/* Adds one <emergenza protocollo=>EM-…</emergenza> for each row of an act to
 * <esito>.  Internal to registro/. */
int emergenza_esito(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq) MUST;

#endif
