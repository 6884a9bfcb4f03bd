/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modulo_parole.h - what a form says where the schema has only a code.
 *
 * Codes are written without accents and in small letters ("data-arrivo",
 * "autorita", "pec"); people read words.
 */
#ifndef WEB_MODULO_PAROLE_H
#define WEB_MODULO_PAROLE_H

#include "base/arena.h"

/* "autorita-giudiziaria" -> "autorità giudiziaria", "pec" -> "PEC". */
const char *parole_di_codice(struct arena *a, const char *codice);

#endif
