/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * agenda.h - appointments of cases this eye may see; others are not there, nor
 * in anybody's way.
 */
#ifndef REGISTRO_AGENDA_H
#define REGISTRO_AGENDA_H

#include "registro/registro.h"

struct impegno {
	struct numero caso;
	const char *cartella, *percorso;
	int64_t da, fino;		/* seconds */
	const char *inizio, *stato;
};

/* Of the days from dal to al, by time; di NULL: of everybody. */
int registro_agenda(struct impegno **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const char *dal,
    const char *al, const char *di) MUST;

/* The same, of one case alone; none when it is not for this eye. */
int registro_agenda_caso(struct impegno **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *caso,
    const char *dal, const char *al) MUST;

/* Those of a user, neither called off nor over with, that meet the time from
 * da to fino and are not the document (cartella, percorso). */
int registro_sovrapposti(struct impegno **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const char *utente,
    const struct impegno *questo) MUST;

#endif
