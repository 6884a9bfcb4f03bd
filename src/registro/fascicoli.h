/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fascicoli.h - fascicoli as a user sees them, and the registrations in them.
 * "absent" both for what is not there and for what the user may not see.
 */
#ifndef REGISTRO_FASCICOLI_H
#define REGISTRO_FASCICOLI_H

#include <stdbool.h>

#include "registro/registro.h"

struct fascicolo {
	const char *stato, *oggetto, *classifica;
	struct numero padre;		/* progressivo 0: none */
	struct numero cartella;		/* at the top; progressivo 0: none */
	int livello;			/* from 1, the cartella counted */
	const char *ufficio, *responsabile;	/* the cartella's, if any */
	const char *chiuso;		/* NULL when open */
};
int registro_fascicolo(struct fascicolo *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;

/* The office that keeps an accesso, a cartella, a fascicolo; NULL: it is of the
 * register.  No permission asked: for who prints a document of it.  absent:
 * there is none. */
int registro_ufficio_che_tiene(const char **out, struct arena *a,
    struct registro *r, const struct numero *n) MUST;

/* How many fascicoli directly below a fascicolo or cartella are open. */
int registro_sotto_aperti(int *out, struct registro *r,
    const struct numero *n) MUST;

/* How a registration came into a fascicolo or cartella; absent: it is not in
 * it.  What no one can take out comes first. */
int registro_come_in(const char **out, struct arena *a, struct registro *r,
    const struct numero *fascicolo, const struct numero *protocollo) MUST;
/* 1 or 0: is the registration of a case (accesso, cartella, or a fascicolo of
 * a cartella)? */
int registro_di_un_caso(struct registro *r, const struct numero *protocollo)
    MUST;

/* Adds to the vista of a fascicolo or cartella, which the user sees, one
 * <registrazione> for each in it and one <sottofascicolo> for each visible;
 * with a day, as it stood at its end. */
int registro_vista_contenuto(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n,
    const char *giorno) MUST;
/* Adds to the vista of a registration one <fascicolo> for each, among those
 * the user sees, that it is in. */
int registro_vista_fascicoli(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;

#endif
