/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * diario.h - the entries of a diary in the order they are read, and what
 * corrects them.  Permission is in the statements: an entry this eye may not
 * read is not there.
 */
#ifndef REGISTRO_DIARIO_H
#define REGISTRO_DIARIO_H

#include "registro/registro.h"

struct voce {
	const char *percorso, *data;
	int64_t seq;
};

struct scelta_diario {
	const char *dal, *al, *tipo;	/* NULL: all */
	const char *prima_data;		/* older than this; NULL: from the top */
	int64_t prima_seq;
};

/* Newest first, at most `max`. */
int registro_diario(struct voce **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *cartella,
    const struct scelta_diario *s, int max) MUST;

/* The documents that correct an entry, oldest first; none when this eye may
 * not read the entry: who reads it reads them. */
int registro_correzioni_voce(const char ***out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *cartella,
    const char *voce) MUST;

#endif
