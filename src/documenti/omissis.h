/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * omissis.h - the copia-con-omissis: what goes to another body in the place of
 * a document that it may not see all of.  Pure.
 *
 * It is no version of the original and has none of its ids: the id of a
 * document salts its impronta, and with it a guess at what was left out could
 * be tried.  Keeps: whoever holds one sees that it is one: by its path (below
 * omissis/), by its root, by what it says.
 * Norm: GDPR artt. 5 c. 1 lett. c, 25.
 */
#ifndef DOCUMENTI_OMISSIS_H
#define DOCUMENTI_OMISSIS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

#define OMISSIS "copia-con-omissis"	/* type, and root */
#define OMISSIS_DIR "omissis/"

/* Is one there, in a folder of ours or of others? */
bool percorso_omissis(const char *percorso);
/* Of that path, the path of its original in the folder of who made it. */
const char *omissis_originale(const char *percorso);

struct omissis {
	const char *percorso, *tipo, *impronta;	/* of the original */
	int versione;				/* of it; 0: not known */
	const char *destinazione, *denominazione;
	int politica;				/* its version, from 1 */
	const char *politica_impronta;
};

/*
 * One of `stampato` (stampato.h: title, values, sections, without what the
 * policy takes); omissioni: <omissione>… (oscuramento.h).  Its id is the
 * caller's to draw.
 */
struct nodo *omissis_fai(struct arena *a, const char *id,
    const struct omissis *o, const struct nodo *omissioni,
    const struct nodo *stampato);

/* invalid: it is none. */
int omissis_leggi(struct omissis *out, struct arena *a,
    const struct nodo *doc) MUST;

/* As stampato_fai would make it. */
struct nodo *omissis_stampato(struct arena *a, const struct nodo *doc,
    const char *di);

/* "Omessi: 3 passi (dati di terze persone), per la politica di oscuramento
 * versione 2, verso Altro comune." */
const char *omissis_dice(struct arena *a, const struct nodo *doc);

#endif
