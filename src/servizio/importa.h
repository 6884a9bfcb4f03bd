/* SPDX-License-Identifier: EUPL-1.2 */
/* importa.h - what others take of importa.  Internal to servizio/. */
#ifndef SERVIZIO_IMPORTA_H
#define SERVIZIO_IMPORTA_H

#include <stdbool.h>

#include "base/err.h"

/* A new read log at `path` of the text at `da`.  invalid: a row does not
 * follow the one before, or has not the impronta that it says. */
int importa_letture(const char *path, const char *da) MUST;

/* The name of a git folder: "ente", "registro/2026.git" …? */
bool importa_cartella(const char *nome);
/* Of a file of a package: "consegne/<impronta>/<a name of a bag>"? */
bool importa_consegna(const char *rel);

#endif
