/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * consultazioni.h - what another body may look at of a cartella, or have a copy
 * of: some documents, from day to day, as long as nobody takes it back.
 */
#ifndef REGISTRO_CONSULTAZIONI_H
#define REGISTRO_CONSULTAZIONI_H

#include "registro/registro.h"

#define CONSULTAZIONE_GIORNI 90	/* at most, when the policy says nothing */

struct consultazione {
	const char *ente;
	const char *dal, *al;	/* days, included */
	const char *finita;	/* the day it was taken back; NULL */
	bool copia;
};
/* The one at that path of a folder; absent.  No permission asked. */
int registro_consultazione(struct consultazione *out, struct arena *a,
    struct registro *r, const char *cartella, const char *percorso) MUST;
/* For how many days at most. */
int registro_consultazione_giorni(int *out, struct registro *r) MUST;

/* May this eye read documents of a type in a cartella?  1 or 0. */
int registro_legge_tipo(struct registro *r, const struct occhio *o,
    const struct numero *n, const char *tipo) MUST;

/* What goes into a copy for a consultation: of what it names, what this eye
 * may read, no riservata entry.  absent: nothing, or it does not hold, or is for
 * looking only. */
int registro_attuali_per_consulta(struct attuale **out, int *n,
    struct arena *a, struct registro *r, const struct occhio *o,
    const struct numero *num, const char *percorso) MUST;

/* Adds one <consultazione riferimento= percorso= ente= dal= al= copia= stato=
 * finita= da=> for each that this eye is told of, with its <utente>, <tipo>,
 * <documento>; of one cartella all there were, else (n NULL) those that hold
 * or will. */
int registro_vista_consultazioni(struct nodo *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;

#endif
