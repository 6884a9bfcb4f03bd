/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cartelle.h - the cartelle an eye may see, a page at a time.  What it may not
 * see is not listed nor counted, and moves no page.
 */
#ifndef REGISTRO_CARTELLE_H
#define REGISTRO_CARTELLE_H

#include "registro/registro.h"

#define CARTELLE_PAGINA 50

struct scelta_cartelle {
	const char *stato;		/* "aperte": not closed; NULL: any */
	const char *responsabile, *ufficio;	/* codes; NULL: any */
	const char *persona;		/* words of one of its people; NULL */
	bool per_termine;		/* soonest end first; else the newest */
	const struct numero *dopo;	/* goes on behind this one; NULL */
};

/*
 * <cartelle quante=>, with one <cartella riferimento= stato= responsabile=
 * ufficio= aperta= chiusa= termine= scade= giorni=> each; oltre="si": there are
 * more than were counted; altri="si": there are more than are shown.
 * absent: by term, `dopo` is none of those it may see.  invalid: no word in
 * `persona`.
 */
int registro_cartelle(struct nodo **out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct scelta_cartelle *s) MUST;

#endif
