/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * procedimento.h - the table of states and of the passages between them that
 * a body keeps in ente/procedimento.xml, and what it may not change of it.
 * Pure.
 *
 * What the program can do is fixed: which atto, with which outcome, moves an
 * accesso or a cartella.  The body says from which states, under which
 * guards, and of what grade; what the law wants it cannot take away.
 */
#ifndef DOCUMENTI_PROCEDIMENTO_H
#define DOCUMENTI_PROCEDIMENTO_H

#include <stdbool.h>

#include "xml/nodo.h"
#include "xml/rilievo.h"

#define PROCEDIMENTO_PERCORSO "procedimento.xml"

#define OGGETTO_ACCESSO "accesso"
#define OGGETTO_CARTELLA "cartella"
/* Where what does not exist yet stands. */
#define STATO_INIZIO "inizio"
#define STATO_CHIUSO "chiuso"
/* The one it comes from. */
#define STATO_STESSO "="

/* A guard the law wants, its least grade and the norm that wants it. */
struct guardia_di_legge {
	const char *nome;
	enum grado grado;
	const char *norma;
};

#define GUARDIE_DI_LEGGE_MAX 4

/* What the program can do. */
struct mossa_nota {
	const char *oggetto, *atto;
	const char *esito;	/* "": it has but one */
	const char *a;		/* the state it means, or STATO_STESSO; NULL:
				 * the body says */
	enum { DA_STATO, DA_INIZIO, DA_OVUNQUE } da;
	struct guardia_di_legge legge[GUARDIE_DI_LEGGE_MAX];
};
extern const struct mossa_nota mosse_note[];	/* oggetto NULL at the end */

/* The states of an accesso or of a cartella, NULL-ended. */
const char *const *procedimento_stati(const char *oggetto);

/* The guards, NULL-ended; atti/caso/guardie.c can tell each. */
extern const char *const procedimento_guardie[];

/*
 * Looks at <procedimento>.  Refuses: an atto, an outcome, a state, a guard
 * that are not known; the same passage twice; a state nobody comes to, or that
 * has no way to its end; a passage out of "chiuso" that is not riapri, an end
 * that is not one; fewer guards than the law wants, or weaker.
 */
void procedimento_check(struct rilievi *out, const struct nodo *doc);

/* "in valutazione": a state in words. */
const char *stato_in_parole(struct arena *a, const char *stato);

#endif
