/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * smistamento.h - where a registration went: to which offices and persons, who
 * has seen it, who has it in charge.
 */
#ifndef REGISTRO_SMISTAMENTO_H
#define REGISTRO_SMISTAMENTO_H

#include <stdbool.h>

#include "registro/registro.h"

/* The states of a destination; the last two are no longer in force. */
#define DESTINAZIONE_SMISTATA "smistato"
#define DESTINAZIONE_VISTA "visto"
#define DESTINAZIONE_PRESA "preso-in-carico"
#define DESTINAZIONE_FASCICOLATA "fascicolato"	/* taken, and filed */
#define DESTINAZIONE_ASSEGNATA "assegnato"	/* an accesso was born of it */
#define DESTINAZIONE_RIFIUTATA "rifiutato"
#define DESTINAZIONE_SOSTITUITA "sostituito"

#define PASSO_PRESA "presa-in-carico"
#define PASSO_RIFIUTO "rifiuto"

/* How many follow-ups of each kind a registration has had. */
int registro_smistamenti(int *out, struct registro *r, const struct numero *n)
    MUST;
int registro_visioni(int *out, struct registro *r, const struct numero *n)
    MUST;
int registro_passi(int *out, struct registro *r, const struct numero *n,
    const char *che) MUST;

/* 1; 0 when annulled, so that it goes nowhere any more; absent: no such
 * registration.  No permission asked: for esamina. */
int registro_smistabile(struct registro *r, const struct numero *n) MUST;

/* The first office of the user to which registration n is sent; titolo
 * "competenza" or "conoscenza", NULL: either.  absent: none in force. */
int registro_smistata_a(const char **out, struct arena *a,
    struct registro *r, const struct numero *n, const char *utente,
    const char *titolo) MUST;
/* Every office of the user to which it is sent; NULL-ended. */
int registro_smistata_uffici(const char ***out, struct arena *a,
    struct registro *r, const struct numero *n, const char *utente) MUST;
/* The first competent one whose people have seen it or have it in charge;
 * absent: none. */
int registro_competente_vista(const char **out, struct arena *a,
    struct registro *r, const struct numero *n, const char *utente) MUST;
/* 1 or 0: has the user declared to have seen n? */
int registro_visione_di(struct registro *r, const struct numero *n,
    const char *utente) MUST;
/* 1 or 0: does anything still wait for him to declare it? */
int registro_visione_serve(struct registro *r, const struct numero *n,
    const char *utente) MUST;

struct destinazione {
	int ordine;			/* of its smistamento */
	const char *ufficio;
	const char *utente;		/* ""; whoever of the office */
	const char *stato;
};
/* What this eye may take in charge or give back: sent for competence to its
 * user, or to an office of his and to nobody in person; one that still waits
 * first.  absent: nothing. */
int registro_destinazione(struct destinazione *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;
/* The colleague to whom it was sent in person; absent: none. */
int registro_destinatario(const char **out, struct arena *a,
    struct registro *r, const struct numero *n, const char *utente) MUST;
/* Who has it in charge and since when; absent: nobody. */
int registro_in_carico_a(const char **utente, const char **ora,
    struct arena *a, struct registro *r, const struct numero *n,
    const struct destinazione *d) MUST;

/* 1 or 0: is it already sent there, under this title or for competence? */
int registro_gia_destinata(struct registro *r, const struct numero *n,
    const char *ufficio, const char *utente, const char *titolo) MUST;
/* How many must act on it now, and how many of those have it in charge. */
int registro_competenti(int *out, struct registro *r, const struct numero *n)
    MUST;
int registro_in_carico(int *out, struct registro *r, const struct numero *n)
    MUST;

/* Adds to <registrazione> where it went and what became of it; `solo`: only
 * what concerns the offices of that user, and no reasons. */
int registro_percorso(struct nodo *out, struct arena *a, struct registro *r,
    const struct numero *n, const char *solo, bool motivi) MUST;

/* <uffici><ufficio codice= denominazione=><persona utente= cognome= nome=
 * [qualifica=] [ruoli=]/>…</ufficio>…</uffici>: all of them, with those who work there
 * now. */
int registro_uffici(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o) MUST;

#endif
