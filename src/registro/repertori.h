/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * repertori.h - the independent numbered registers of the body, such as that
 * of the determinazioni: what stands in one needs no protocol number (DPR
 * 445/2000 art. 53 c. 5).
 */
#ifndef REGISTRO_REPERTORI_H
#define REGISTRO_REPERTORI_H

#include "registro/registro.h"

/* absent: no such repertory. */
int registro_repertorio(bool *attivo, const char **denominazione,
    struct arena *a, struct registro *r, const char *codice) MUST;
/* The next number of the year. */
int registro_repertorio_numero(int *out, struct registro *r,
    const char *codice, int anno) MUST;

/* <repertori> with one <repertorio codice= …> each. */
int registro_repertori(struct nodo **out, struct arena *a, struct registro *r)
    MUST;
/* <voci repertorio= anno=> with at most 100 entries after number `dopo`, and
 * altre="si" when there are more. */
int registro_voci(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *codice, int anno, int dopo) MUST;
/* <voce> with its files when it is in clear; absent: none, or hidden. */
int registro_voce(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const char *codice, int anno, int numero) MUST;

#endif
