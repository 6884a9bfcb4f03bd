/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * titolario.h - the plan of classification: titoli (roman numbers), classi,
 * and where there are any sottoclassi.  Pure.
 *
 * A voce is named by its indice: I, I/6, I/6/2.  What is classified has at
 * least a classe.  Norm: DPR 445/2000 artt. 50 c. 4, 56, 64 c. 4.
 */
#ifndef DOCUMENTI_TITOLARIO_H
#define DOCUMENTI_TITOLARIO_H

#include "base/arena.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

struct voce {
	const char *indice, *denominazione;
};

/* A row of the table somebody wrote; empty texts are "". */
struct titolario_riga {
	int riga;		/* its line in the file */
	const char *titolo, *classe, *sottoclasse, *denominazione;
};

/* "XIV" is 14; 0: no roman number in its one right form, or above 39. */
int romano(const char *s);

/*
 * Adds to `doc` a <voce> for each row, in the order of the plan; what is wrong
 * becomes a rilievo at `path` that names the row.
 */
void titolario_leggi(struct rilievi *out, struct nodo *doc, const char *path,
    const struct titolario_riga *righe, int n);

/* How many steps a text is from another: letters put, left out, changed. */
int parole_distanza(const char *x, const char *y);

#define SIMILI 3
/*
 * The voci one may classify by that are nearest to `indice`: two of its own
 * titolo, then of the others.  Returns how many it put in `out`.
 */
int titolario_simili(const struct voce *out[SIMILI], const char *indice,
    const struct voce *voci, int n);

#endif
