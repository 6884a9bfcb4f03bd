/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * giorni.h - the days of the register: what each ended day was, and whether it
 * is sealed.  Norm: linee guida AgID §3.1.6 (registro giornaliero).
 *
 * Nothing here asks for permission: for the runner, for care, and for atti
 * that have asked.
 */
#ifndef REGISTRO_GIORNI_H
#define REGISTRO_GIORNI_H

#include "registro/registro.h"

struct giornaliero {
	const char *data;		/* "2026-11-20" */
	const char *documento;		/* id */
	const char *impronta;		/* of its bytes */
	const char *precedente;		/* impronta of the day before */
	int registrazioni;
	int64_t primo;			/* first link; 0: a day without acts */
	int64_t ultimo;			/* last link at the end of the day */
	const char *anello;		/* impronta of that link */
	int64_t letture;		/* rows of the read log of that day */
	int64_t lettura_ultima;		/* the last one; 0: none yet */
	const char *lettura_impronta;
	bool chiuso;
};

/* absent: none formed. */
int registro_ultimo_giornaliero(struct giornaliero *out, struct arena *a,
    struct registro *r) MUST;
/* absent: that day is not formed. */
int registro_giornaliero(struct giornaliero *out, struct arena *a,
    struct registro *r, const char *data) MUST;
/* Those of the days from dal to al, in order. */
int registro_giornalieri(struct giornaliero **out, int *n, struct arena *a,
    struct registro *r, const char *dal, const char *al) MUST;
/* The oldest day formed and not sealed; absent: none. */
int registro_da_chiudere(const char **data, struct arena *a,
    struct registro *r) MUST;

struct chiusura {
	const char *giornaliero, *pdf, *manifesto, *firma;	/* improntas */
	const char *utente;			/* NULL: the office's seal */
	const char *chiave, *ora;
	int anno;				/* where the bytes are */
};
/* absent: that day is not sealed. */
int registro_chiusura(struct chiusura *out, struct arena *a,
    struct registro *r, const char *data) MUST;

/* The day of the first link; absent: an empty chain. */
int registro_primo_giorno(const char **out, struct arena *a,
    struct registro *r) MUST;
/* The day of the last act that did not only confirm a jump of the clock. */
int registro_ultimo_ordinario(const char **out, struct arena *a,
    struct registro *r) MUST;
/* The last link behind `dopo`, up to `fino`, dated `data` or before; absent:
 * none.  It looks at all that are between the one it finds and `fino`. */
int registro_fine_giorno(int64_t *seq, const char **impronta, struct arena *a,
    struct registro *r, int64_t dopo, int64_t fino, const char *data) MUST;

/* Adds one <registrazione> each to the day's document, in number order, as
 * they stand now; *n counts them. */
int registro_giornata(struct nodo *out, int *n, struct arena *a,
    struct registro *r, int64_t primo, int64_t ultimo) MUST;
/* Adds one <variazione> for each thing those links added to a registration. */
int registro_variazioni(struct nodo *out, struct arena *a,
    struct registro *r, int64_t primo, int64_t ultimo) MUST;
int registro_quante(int *out, struct registro *r, int64_t primo,
    int64_t ultimo) MUST;
/* Adds <testa cartella= commit=> for each folder those links wrote in. */
int registro_teste_giorno(struct nodo *out, struct arena *a,
    struct registro *r, int64_t primo, int64_t ultimo) MUST;

#endif
