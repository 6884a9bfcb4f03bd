/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * termini.h - terms of cartelle: the table in force, what is open, the list of
 * a day.  The day a term ends is counted each time from the rows, by
 * documenti/scadenza.h.
 */
#ifndef REGISTRO_TERMINI_H
#define REGISTRO_TERMINI_H

#include "documenti/scadenza.h"
#include "registro/registro.h"

/* The table in force; owned by the register.  absent: none was adopted. */
int registro_tabella_termini(const struct termini **out, struct registro *r)
    MUST;
/* Its calendar; that of the nation alone when there is no table. */
int registro_calendario(struct calendario *out, struct registro *r) MUST;

struct termine {
	struct numero cartella;
	int ordine;		/* from 1, in the cartella */
	const char *chiave, *nome;
	const char *origine, *percorso, *tipo;	/* document that began it */
	int64_t tabella;	/* act that adopted the table it is counted by */
	const char *inizio;	/* as known now */
	bool aperto;		/* now */
};
/* absent: none of that ordinal, or hidden. */
int registro_termine(struct termine *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct numero *cartella, int ordine) MUST;

/* What the end of a term is counted from, after the act `seq` (INT64_MAX:
 * now); strings in `a`, rules owned by the register. */
int registro_termine_conto(struct conto *out, struct arena *a,
    struct registro *r, const struct termine *t, int64_t seq) MUST;
/* Its suspensions now, with the motive of each beside. */
struct sospensione_riga {
	const char *documento, *motivo, *inizio;
	const char *ripresa;	/* day something ended it; NULL */
	const char *fine;	/* last day; NULL: not known yet */
};
int registro_sospensioni(struct sospensione_riga **out, int *n,
    struct arena *a, struct registro *r, const struct termine *t) MUST;

/* How many terms of a cartella wait for an answer, hidden ones too: for a
 * guard. */
int registro_termini_aperti(struct registro *r, const struct numero *cartella,
    int *out) MUST;

struct scelta_termini {
	const struct numero *cartella;	/* NULL: all; of one, answered ones
					 * too */
	const char *al;		/* as known at the end of that day; NULL */
	int entro;		/* ended, or ending in so many days; -1: all */
	int64_t adesso;
};
/*
 * <termini al=>, with one <termine cartella= ordine= chiave= nome= base=
 * inizio= scade= stato= giorni= origine=> each that the eye may see, soonest
 * end first, standing ones last; its text says how it stands.
 */
int registro_termini(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct scelta_termini *s) MUST;

/* ---- internal to registro/ ---- */

struct tabelle;			/* tables already read */
void tabelle_free(struct tabelle *t);
/* The table adopted by the act `seq`; 0: the one in force.  absent: none. */
int tabella_termini(const struct termini **out, int64_t *adottata,
    struct registro *r, int64_t seq) MUST;
/* Whatever it is: for projections. */
int termine_trova(struct termine *out, struct arena *a, struct registro *r,
    const struct numero *cartella, int ordine) MUST;
struct stmt;
/* A row of TERMINE_RIGA. */
void termine_riga(struct termine *out, struct arena *a, struct stmt *s);
int termini_aperti(struct termine **out, int *n, struct arena *a,
    struct registro *r, const struct numero *cartella) MUST;

#endif
