/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registrazioni.h - what a registration says besides its first fields; whether
 * the same thing was registered before; which names an oggetto should not
 * hold.
 */
#ifndef REGISTRO_REGISTRAZIONI_H
#define REGISTRO_REGISTRAZIONI_H

#include "registro/registro.h"

/* Adds tipo, differita, cartacei, sostituisce, sostituita-da and the copies
 * added later to the view of a registration in clear. */
int registro_vista_altro(struct nodo *vista, struct arena *a,
    struct registro *r, const struct numero *n) MUST;

/* The registration that has this number of another register; absent: none. */
int registro_esterno_di(struct numero *out, struct registro *r,
    const char *registro, const char *data, const char *numero) MUST;

/* How many times copies were added. */
int registro_copie(int *out, struct registro *r, const struct numero *n) MUST;

/* An earlier registration, not annulled, that holds the same bytes: in any
 * place, or with `main` as its main document; absent: none. */
int registro_doppione_file(struct numero *out, struct registro *r,
    const char *impronta, bool main) MUST;
/* The same protocol number and date of the same sender, capitals and accents
 * apart. */
int registro_doppione_mittente(struct numero *out, struct registro *r,
    const char *numero, const char *mittente, const char *data) MUST;

/* 1 or 0: does a text hold the name of somebody a cartella is about?  Never
 * says of whom. */
int registro_nome_noto(struct registro *r, const char *testo) MUST;

#endif
