/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * misura.h - what the atti that decide who sees a case have in common.  They
 * are done on a closed cartella too: they add nothing to what it says.
 * Internal to atti/.
 */
#ifndef ATTI_RISERVATEZZA_MISURA_H
#define ATTI_RISERVATEZZA_MISURA_H

#include "atti/op.h"
#include "registro/legami.h"

#define DIR_CONFLITTI "legami/conflitti"
#define DIR_SECRETAZIONI "legami/secretazioni"
#define DIR_STRAORDINARI "legami/straordinari"
#define DIR_COLLEGAMENTI "legami/collegamenti"
#define DIR_CONSULTAZIONI "legami/consultazioni"

/* An accesso or a cartella as the operator of this act sees it. */
struct misurato {
	struct numero n;
	const char *folder, *responsabile;
};

/* Of the field at `path`; absent: none, or hidden. */
int misura_find(struct misurato *out, struct op *op, const char *path) MUST;

/* A rilievo at `path` when that user does not exist, or is in service no
 * more. */
int misura_utente(struct op *op, const char *path, const char *codice) MUST;

/* The next place in a directory of the folder. */
int misura_percorso(const char **out, struct op *op, const char *folder,
    const char *dir) MUST;

/* Writes the document at l again, with its <cessazione>: of the day, motivo
 * and provvedimento in the istanza. */
int misura_togli(struct op *op, const struct luogo *l, const char *data)
    MUST;

#endif
