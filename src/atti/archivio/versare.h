/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * versare.h - a package for the conservatore: what goes, with its metadata, as
 * a bag.  Internal to atti/.
 *
 * The same choice, on the same facts, at the same moment gives the same bytes:
 * a package that was lost on its way is made again and is the one that was
 * written down, or it is told that things have changed.
 *
 * Keeps: a cartella or a fascicolo goes whole or does not go: only riservate
 * entries of the diary, which are for nobody else, stay behind, and that is
 * said.  Norm: linee guida AgID §4, Allegati 2 and 5; CAD art. 44 c. 1-bis.
 */
#ifndef ATTI_ARCHIVIO_VERSARE_H
#define ATTI_ARCHIVIO_VERSARE_H

#include <stdbool.h>

#include "atti/op.h"
#include "documenti/metadati.h"
#include "pacchi/borsa.h"

#define ART44 "art. 44 CAD"
#define ALLEGATO2 "linee guida AgID, allegato 2"
#define VERSARE_FILE_MAX 20000	/* files of a package */

struct pezzo {			/* a file that goes */
	const char *percorso;	/* in the bag */
	const void *p;
	size_t n;		/* bytes */
	const char *da;		/* p NULL: those of this file of the store */
	const char *schema;	/* of an XML of ours, in the bag; NULL */
	const char *cartella, *documento, *tipo;	/* of ours: its git
				 * folder, its path there; NULL */
	int primario;		/* which pezzo it goes with; -1: itself */
	bool resa;		/* what people read of that: not a content */
	struct metadati_documento m;
};

struct resa {			/* a file signed together with a document */
	const char *impronta, *originale, *nome;	/* originale: impronta */
};

struct aggregato {		/* a fascicolo, or one within it */
	const char *percorso;	/* of its metadata, in the bag */
	int primo, n;		/* its own pezzi */
	struct metadati_aggregazione m;
};

struct unita {			/* a thing that is taken or not taken */
	const char *nome;	/* CS-2026-0000001, 0000012/2026, 2026-11-20 */
	const char *dir;	/* below data/ */
	const char *contenuto;	/* impronta of the list of its files */
	bool intera;
	int primo, n;		/* pezzi */
	int primo_aggregato, n_aggregati;
};

struct versare {
	struct op *op;
	const char *formato;	/* when it is made, ISO */
	const char *utente;	/* by whom */
	bool avvisa;		/* tell what a conservatore may refuse */
	bool rese;		/* documents go in PDF/A too, but for */
	const char **senza;	/* those with these improntas, of which it */
	int n_senza, cap_senza;	/* could not be made: */
	const char *perche;	/* why the first of them now could not; NULL */
	struct metadati_ente ente;
	struct unita *unita;
	int n_unita, cap_unita;
	struct pezzo *pezzo;
	int n_pezzi, cap_pezzi;
	struct aggregato *aggregato;
	int n_aggregati, cap_aggregati;
	struct resa *firmate;	/* all that a signature names */
	int n_firmate, cap_firmate;
	struct borsa borsa;
	struct nodo *indice;
	const char *sigillo;	/* fingerprint; NULL: not sealed */
	const char *impronta;	/* of the package, when it is closed */
};

/* Nothing in it yet. */
int versare_apri(struct versare *v, struct op *op, const char *formato,
    const char *utente) MUST;

/* One more thing by its name.  absent: none, or hidden; forbidden: a day, for
 * who may not see riservate.  Rilievi say why it cannot go. */
int versare_aggiungi(struct versare *v, const char *nome) MUST;

/* The bag, but for the seal. */
int versare_chiudi(struct versare *v) MUST;

/* ---- between its files ---- */

/* versare_pezzi.c: a file more; its metadata are to be completed. */
struct pezzo *versare_pezzo(struct versare *v, const char *percorso,
    const char *impronta, const char *nome);
/* Its bytes, from memory or from the store.  fault: they are not there. */
int versare_byte(struct versare *v, struct pezzo *p, const struct buf *b)
    MUST;
/* The same of bytes that stay where they are. */
int versare_memoria(struct versare *v, struct pezzo *p, const void *bytes,
    size_t n) MUST;
int versare_da_deposito(struct versare *v, struct pezzo *p) MUST;
/* A document of ours: its bytes, impronta and schema; *doc (may be NULL) its
 * tree. */
int versare_documento(struct pezzo **out, struct nodo **doc,
    struct versare *v, const char *percorso, const char *cartella,
    const struct attuale *d) MUST;
/* Who, by code; NULL: nobody, as of what the seal signs. */
int versare_persona(struct metadati_persona *out, struct versare *v,
    const char *utente) MUST;

/* versare_registro.c: a day; a registration with its files, below `dir`. */
int versare_giorno(struct versare *v, const struct unita *u) MUST;
int versare_registrazione(struct versare *v, const char *dir,
    const struct numero *n, const char *aggregazione, int anni) MUST;

/* versare_rese.c: in PDF/A the documents among the pezzi from `primo` that are
 * no paper already. */
int versare_rese(struct versare *v, int primo) MUST;

/* versare_fascicolo.c: a cartella or a fascicolo, with what stands in it. */
int versare_fascicolo(struct versare *v, struct unita *u) MUST;

#endif
