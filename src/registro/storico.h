/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * storico.h - registers kept before this one, brought in to be found and read.
 * Their numbers are theirs: they may have gaps, letters, anything.
 */
#ifndef REGISTRO_STORICO_H
#define REGISTRO_STORICO_H

#include "registro/registro.h"

/* 1 or 0: is that row there already? */
int registro_storico_c_e(struct registro *r, const char *origine, int anno,
    const char *numero) MUST;
/* How many times something was brought in in a year. */
int registro_importazioni(int *out, struct registro *r, int anno) MUST;

/* <storici> with what was brought in, year by year. */
int registro_vista_storici(struct nodo **out, struct arena *a,
    struct registro *r) MUST;
/* <storico origine= anno=> with at most 100 <voce> after row `dopo`, and
 * altre="si" when there are more. */
int registro_vista_storico(struct nodo **out, struct arena *a,
    struct registro *r, const struct occhio *o, const char *origine, int anno,
    int dopo) MUST;
/* <storico> with at most 100 <voce> that hold these words (of those in clear),
 * behind `dopo` (0: the first), the key of the last one of the page before. */
int registro_storico_trova(struct nodo **out, struct arena *a,
    struct registro *r, const struct occhio *o, const char *parole,
    int64_t dopo) MUST;
/* One <voce>; absent: none, or hidden. */
int registro_vista_riga(struct nodo **out, struct arena *a,
    struct registro *r, const struct occhio *o, const char *origine, int anno,
    const char *numero) MUST;

#endif
