/* SPDX-License-Identifier: EUPL-1.2 */
/* importa.h - the read log of an export, taken in.  Internal to servizio/. */
#ifndef SERVIZIO_IMPORTA_H
#define SERVIZIO_IMPORTA_H

#include "base/err.h"

/* A new read log at `path` of the text at `da`.  invalid: a row does not
 * follow the one before, or has not the impronta that it says. */
int importa_letture(const char *path, const char *da) MUST;

#endif
