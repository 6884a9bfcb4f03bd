/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * allora.h - an accesso, a cartella or a fascicolo as it stood at the end of a
 * day.  What it held is of then; who may read it is decided as it is today.
 */
#ifndef REGISTRO_ALLORA_H
#define REGISTRO_ALLORA_H

#include "registro/registro.h"

struct allora {
	const char *percorso;
	struct versione v;	/* the one in force that day */
};

/*
 * Documents in force at the end of `giorno` ("2026-11-20") of those this eye
 * may read today, in path order; percorso NULL: all.  absent: nothing of it is
 * there for this eye; it had not been opened yet, or held nothing he may read.
 */
int registro_allora(struct allora **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *num,
    const char *giorno, const char *percorso) MUST;

#endif
