/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * utenti.h - the people of the body and its offices, as the acts have named
 * them, to whoever answers for them; to the others themselves.
 */
#ifndef REGISTRO_UTENTI_H
#define REGISTRO_UTENTI_H

#include "registro/registro.h"

/*
 * Adds a <utente codice= cognome= nome= qualifica= comune= attivo="si|no"> with
 * its <ruolo>, <ufficio> and <login> for each that the eye may see; only that
 * one unless `utente` is NULL.
 */
int registro_utenti_visti(struct nodo *out, struct arena *a,
    struct registro *r, const struct occhio *o, const char *utente) MUST;

/* Adds a <ufficio codice=>denominazione</ufficio> for each office. */
int registro_uffici_nomi(struct nodo *out, struct arena *a, struct registro *r)
    MUST;

#endif
