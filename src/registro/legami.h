/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * legami.h - who stands in which relation to an accesso or a cartella, and
 * what that opens.  A relation comes from a document and lasts from day to
 * day; the policy (ente/permessi.xml) says by its name what it opens.
 */
#ifndef REGISTRO_LEGAMI_H
#define REGISTRO_LEGAMI_H

#include "registro/registro.h"

/* ---- for projections ---- */

#define LEGAME_EQUIPE "equipe"
#define LEGAME_ISTRUTTORIA "istruttoria"
#define LEGAME_CONTROLLO "controllo"
#define LEGAME_COMUNE "comune"
#define LEGAME_STRAORDINARIO "straordinario"

/* Exactly one of utente, ufficio, comune. */
struct legame {
	const char *relazione;
	const char *utente, *ufficio;	/* codes; NULL */
	const char *comune;		/* codice catastale; NULL */
	const char *dal, *al;		/* days, included; al NULL: open */
};
/* A relation to the accesso or cartella in whose folder document p stands. */
int legame_metti(struct registro *r, const struct posizione *p,
    const struct legame *l) MUST;
/* A document is written again: what its earlier version said is gone. */
int legami_togli(struct registro *r, const struct posizione *p) MUST;

/* ---- for atti: documents of an accesso, a cartella, a fascicolo ---- */

/* Those this eye may read, in path order; what it may not read is as absent.
 * None at all: absent. */
int registro_attuali_visti(struct attuale **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *num) MUST;

/* <storia> with one <atto seq= ora= atto= operatore= per= commit=> each, and
 * in it one <documento percorso= tipo=> for each it wrote in this folder; of
 * what this eye may read. */
int registro_storia(struct nodo *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *n) MUST;

#endif
