/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * massimario.h - how long what is closed is kept (ente/massimario.xml), and
 * when that ends for one cartella, accesso or fascicolo: from its facts, with
 * the reasons in words.  Pure.
 *
 * Keeps: an end is never typed by anybody; what is not known is never guessed,
 * so that a missing fact keeps the papers.  What has to be kept longest in it
 * keeps the whole: a row for documents of a type lengthens an end, and never
 * shortens one.  Norm: DPR 445/2000 art. 68; d.lgs. 42/2004 art. 21.
 */
#ifndef DOCUMENTI_MASSIMARIO_H
#define DOCUMENTI_MASSIMARIO_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define MASSIMARIO_PERCORSO "massimario.xml"
#define MASSIMARIO_CARTELLA "cartella"
#define MASSIMARIO_ACCESSO "accesso"
#define MASSIMARIO_FASCICOLO "fascicolo"
#define MASSIMARIO_DOCUMENTO "documento"
#define MASSIMARIO_SERIE "serie"

enum decorre { DA_CHIUSURA, DA_MAGGIORE_ETA, DA_FINE_MISURA, DA_REGISTRAZIONE,
	DA_DOCUMENTO };

struct durata {
	enum decorre da;
	int anni;
};

struct riga_massimario {
	const char *cosa;		/* cartella, accesso, fascicolo,
					 * documento, serie */
	const char *classifica;		/* "VII/9", "VII"; NULL: a serie, or
					 * documents of any class */
	const char *tipo;		/* of fascicolo, of accesso; NULL: any;
					 * of document: always */
	const char *nome, *fonte;
	bool da_confermare;		/* by the body: no source was found */
	bool permanente;
	struct durata *durate;		/* the one that ends last counts */
	int n;
};

/* Of what the Ministero dell'interno authorises the disposal too. */
enum ministero { MINISTERO_RISERVATE, MINISTERO_SECRETATE, MINISTERO_NESSUNO };

struct massimario {
	struct riga_massimario *righe;
	int n;
	bool documenti;			/* has rows for types of document */
	enum ministero ministero;	/* not said: the widest */
};

/* "50 anni dalla maggiore età" */
const char *massimario_durata(struct arena *a, const struct durata *d);

/* From a valid document. */
void massimario_read(struct massimario *out, struct arena *a,
    const struct nodo *doc);
/* Refuses: two rows for the same things; one that is permanent and has years,
 * or neither; the same start twice; facts that such things have not. */
void massimario_check(struct rilievi *out, const struct nodo *doc);

/* The row of that class, or of the nearest one above it; of that type before
 * that of any.  An accesso has no class but that of its row: classifica NULL.
 * NULL: none. */
const struct riga_massimario *massimario_riga(const struct massimario *m,
    const char *cosa, const char *classifica, const char *tipo);

/* The documents of one type that are in it, and in what goes with it. */
struct documenti_conservati {
	const char *tipo;
	const char *ultimo;		/* day of the last one */
};

/* What is known of one cartella, accesso or fascicolo; days are "YYYY-MM-DD". */
struct fatti_conservazione {
	const char *cosa, *classifica, *tipo;
	const char *chiuso;		/* NULL: open */
	int persone, senza_nascita;	/* named in it; of unknown birth */
	const char *nascita;		/* of the youngest; NULL */
	int misure, senza_fine;		/* of a court; without a last day */
	const char *fine_misura;	/* the last one; NULL */
	const char *registrazione;	/* day of the last; NULL */
	const struct documenti_conservati *documenti;
	int n_documenti;
};

enum esito_conservazione { DA_CALCOLARE, SCADE, PERMANENTE };
struct conservazione {
	enum esito_conservazione esito;
	const char *scade;		/* last day it is kept; NULL */
	const char *perche;		/* in words, ended by the row's source */
	const char *classifica;		/* of the row; NULL: there is none */
	bool da_confermare;		/* a row that says so counts in it */
};
/* m NULL: the body has no massimario. */
void massimario_calcola(struct conservazione *out, struct arena *a,
    const struct massimario *m, const struct fatti_conservazione *f);

/* Why it is confidential by that table: "secretata", "registrazioni-riservate"
 * (some stand in it); NULL: it is not.  m NULL: by none, the widest. */
const char *massimario_riservata(const struct massimario *m, bool secretata,
    bool riservate);

/* "permanente", "scade", "da-calcolare". */
const char *conservazione_parola(enum esito_conservazione e);

#endif
