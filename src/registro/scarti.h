/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scarti.h - what may be destroyed, the lists of it, what was.  Permission is
 * in the queries where an eye is given; the others are for rules.
 */
#ifndef REGISTRO_SCARTI_H
#define REGISTRO_SCARTI_H

#include "registro/registro.h"

/* A cartella, an accesso, a fascicolo, as it stands with the massimario. */
struct scartabile {
	struct numero n;
	const char *classifica;		/* NULL: an accesso without a row */
	const char *tipo;		/* NULL: a cartella */
	const char *aperto, *chiuso;	/* chiuso NULL: it runs */
	const char *esito, *scade, *perche;	/* NULL: no row */
	const char *luogo;		/* of its paper half */
	bool scaduto, bloccato, scartato;
	bool in_viaggio;		/* another body was offered it, or offers
					 * it back */
	bool da_confermare;		/* its years wait for the body's word */
	int deposito;			/* 0: not handed over */
	int pezzi;
	int elenco;			/* the list it waits in; 0 */
	int livello;
};

/* absent: none, or hidden. */
int registro_scartabile(struct scartabile *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n) MUST;
/* All that a list may take; classifica NULL: of any class. */
int registro_scartabili(struct scartabile **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const char *classifica) MUST;

/* How many documents, and the bytes of its registered files. */
int registro_scarto_misura(int64_t *documenti, int64_t *byte,
    struct registro *r, const struct numero *n) MUST;

/* Is anything of it sealed; do registrations stand in it that are riservate? */
int registro_scarto_riservato(bool *secretato, bool *riservate,
    struct registro *r, const struct numero *n) MUST;

/* ---- lists ---- */

struct scarto_elenco {
	int numero;
	const char *data, *utente, *soprintendenza;
	const char *richiesta, *inviata, *sospesa, *scade;
	const char *risposta, *estremi, *verbale, *trasmesso, *concluso;
	const char *ritirato;	/* the day; NULL */
	const char *ministero;	/* its authorisation; NULL */
	const char *ministero_chiesto;	/* the day; NULL */
	bool del_ministero;	/* some rows want it */
	const char *stato;	/* proposto, richiesto, sospeso, autorizzato,
				 * in-corso, distrutto, negato, verbalizzato,
				 * concluso, ritiro-da-comunicare, ritirato */
};
/* absent: there is none of that number. */
int registro_scarto_elenco(struct scarto_elenco *out, struct arena *a,
    struct registro *r, int elenco) MUST;

struct scarto_voce {
	int voce;
	struct numero n;
	const char *classifica, *tipologia, *chiuso, *motivo;
	const char *riservata;	/* why the Ministero authorises it too; NULL */
	const char *stato;	/* in-attesa, escluso, da-distruggere, distrutto,
				 * riaperto, in-blocco, rimasto, negato,
				 * ritirato */
};
int registro_scarto_voci(struct scarto_voce **out, int *n, struct arena *a,
    struct registro *r, int elenco) MUST;

/* Adds <elenco …> to the vista, newest first; of one, and its rows: <voce n=
 * riferimento= …>. */
int registro_scarti(struct nodo *vista, struct arena *a, struct registro *r)
    MUST;
int registro_scarto_vista(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, int elenco) MUST;

/* <scarto elenco= a= inizio= stato= [scade= giorni=] [sospesa=]
 * [ministero= the day it was asked, or da-chiedere]> for each request
 * that waits for its answer, to end within that many days (-1: any). */
int registro_scarti_termini(struct nodo *vista, struct arena *a,
    struct registro *r, int entro) MUST;

/* ---- what goes ---- */

/* The folders that go with it, its own first. */
int registro_scarto_cartelle(const char ***out, int *n, struct arena *a,
    struct registro *r, const struct numero *num) MUST;

struct scarto_versione {
	const char *percorso, *segno, *tipo, *impronta;
	const char *lapide;	/* NULL: it was not erased before */
	int64_t seq;
};
/* Of each document of a folder, by path, every version. */
int registro_scarto_versioni(struct scarto_versione **out, int *n,
    struct arena *a, struct registro *r, const char *cartella) MUST;
/* Improntas of what the acts of a folder took in or made, and of the files of
 * registrations that are in it; some stand twice. */
int registro_scarto_allegati(const char ***out, int *n, struct arena *a,
    struct registro *r, const char *cartella) MUST;
/* 1: a registration that stands in none of those folders, nor in one that was
 * destroyed, has those bytes, or a repertory does. */
int registro_scarto_trattiene(struct registro *r, const char *impronta,
    const char *const *cartelle, int n) MUST;
/* Registrations that acts of the cartella made, and no document beside it
 * ties to it. */
int registro_scarto_uscite(struct numero **out, int *n, struct arena *a,
    struct registro *r, const struct numero *num) MUST;

/* What a conservatore was handed, and has not refused. */
struct versato {
	const char *unita;		/* CS-2026-0000001, 0000012/2026 */
	const char *conservatore, *identificativo;	/* NULL: not known */
	int versamento;
};
/* Of a case itself, in versamenti behind act `dopo`. */
int registro_versati(struct versato **out, int *n, struct arena *a,
    struct registro *r, const struct numero *num, int64_t dopo) MUST;
/* Of all that goes with it, and of registrations that stand in nothing else. */
int registro_scarto_versati(struct versato **out, int *n, struct arena *a,
    struct registro *r, const struct numero *num) MUST;

/* ---- what was destroyed ---- */

struct scartata {
	const char *data, *autorizzazione;
	const char *verbale;	/* its day; NULL: there is none yet */
	int elenco;
};
/* 1: that folder was destroyed (out may be NULL); 0: it was not. */
int registro_scartata(struct scartata *out, struct arena *a,
    struct registro *r, const char *cartella) MUST;
/* The list a cartella waits in; 0: none.  No permission asked. */
int registro_scarto_atteso(int *elenco, struct registro *r,
    const struct numero *n) MUST;

#endif
