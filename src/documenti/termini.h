/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * termini.h - the table of terms of the body (ente/termini.xml): how long,
 * by which law, what document starts a term, suspends it, answers it.
 *
 * A term is never typed: a document starts it and a document ends it; when it
 * ends is counted by scadenza.h.
 */
#ifndef DOCUMENTI_TERMINI_H
#define DOCUMENTI_TERMINI_H

#include <stdbool.h>

#include "documenti/calendario.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define TERMINI_PERCORSO "termini.xml"

enum unita { ORE, GIORNI, GIORNI_LAVORATIVI, MESI, ANNI };
/* A term that ends on such a day ends on the next that is not. */
enum slitta { MAI, SE_FESTIVO, SE_NON_LAVORATIVO };

/* A document of type `tipo` that has `campo` (NULL: the day of its act) and,
 * when `se` is given, a field `se` with the value `vale` ("relazioni/": that
 * begins so; NULL: any). */
struct evento {
	const char *tipo, *campo, *se, *vale;
	const char *scade;	/* inizia: field with the day it ends; NULL */
	const char *ogni;	/* inizia: field with how often; NULL */
	const char *dura;	/* inizia: field with how many days; NULL */
	const char *origine;	/* else: field with the path of the document
				 * that began the term it is about; NULL */
	bool firmato;		/* risponde: when it is signed */
	bool conclude;		/* risponde: a repeated term does not restart */
};

struct eventi {
	struct evento *v;
	int n;
};

struct regola {
	const char *chiave, *nome, *base;
	int quantita;		/* -1: only what the document says */
	enum unita unita;
	enum slitta slitta;
	bool ripete;		/* an answer starts the next */
	struct eventi inizia, risponde;
};

/* Why a term stands still. */
struct motivo {
	const char *motivo, *nome, *base;
	int massimo;		/* days it may last; -1: no limit */
	int ripresa;		/* days after `finisce` it still lasts */
	bool una_volta;		/* once in the life of a term */
	struct eventi inizia, finisce;	/* none: sospendi-termine */
	const char **sospende;	/* keys, NULL-ended */
};

struct termini {
	struct calendario cal;
	struct regola *regole;
	int n;
	struct motivo *motivi;
	int n_motivi;
};

/* From a valid document. */
void termini_read(struct termini *out, struct arena *a, const struct nodo *doc);
/* Refuses: a key or a motive twice; amounts that say nothing; a motive of
 * terms that are not there, or that hours count; a patron's day no year has. */
void termini_check(struct rilievi *out, const struct nodo *doc);

const struct regola *termini_regola(const struct termini *t,
    const char *chiave);	/* NULL: none */
const struct motivo *termini_motivo(const struct termini *t,
    const char *motivo);	/* NULL: none */
bool motivo_sospende(const struct motivo *m, const char *chiave);

/* Is this document that event?  *valore: its day or hour, as the field says,
 * or `ora`, that of the act. */
bool evento_in(const char **valore, struct arena *a, const struct evento *e,
    const struct nodo *doc, const char *ora);
/* "semestrale" is 6; 0: another word. */
int periodicita_mesi(const char *parola);

#endif
