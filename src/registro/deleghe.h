/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * deleghe.h - who may act in whose name, for which atti, from when to when.
 * Every question answers no on an error.
 */
#ifndef REGISTRO_DELEGHE_H
#define REGISTRO_DELEGHE_H

#include <stdbool.h>

#include "registro/registro.h"

/* 1 or 0: may `utente` do this atto with this very ambito? */
int registro_ambito(struct registro *r, const char *utente, const char *atto,
    const char *ambito) MUST;

/* Adds one <utente codice= cognome= nome=> with its <ruolo>s for each active
 * user: only for the eye's own, unless its atto is its on everything. */
int registro_utenti_ruoli(struct nodo *out, struct arena *a,
    struct registro *r, const struct occhio *o) MUST;

/* 1 or 0: has `delegante` given this atto to `delegato`, today, both being in
 * service? */
int registro_delega_copre(struct registro *r, const char *delegato,
    const char *delegante, const char *atto) MUST;

/* Whoever has given anything to `delegato`, today; NULL-ended. */
int registro_deleganti(const char ***out, struct arena *a, struct registro *r,
    const char *delegato) MUST;

struct delega {
	const char *delegante, *delegato, *dal, *al;
	bool revocata;
};
/* absent: no such delega, or not a matter of this eye's user, who neither
 * gave nor received it and has no power over others. */
int registro_delega(struct delega *out, struct arena *a, struct registro *r,
    const struct occhio *o, int numero) MUST;

/* Adds one <delega numero= delegante= delegato= dal= al=> for each that the
 * user gave or received and that has not ended. */
int registro_deleghe_di(struct nodo *out, struct arena *a,
    struct registro *r, const char *utente) MUST;

/* The same with all that was ever given, when `tutte`, to whom it concerns or
 * who has the power over others; of `utente` alone unless it is NULL.  Each
 * also with stato= (in-vigore, non-ancora, finita, revocata) and its <atto>s. */
int registro_deleghe_viste(struct nodo *out, struct arena *a,
    struct registro *r, const struct occhio *o, const char *utente,
    bool tutte) MUST;

#endif
