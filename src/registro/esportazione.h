/* SPDX-License-Identifier: EUPL-1.2 */
/* esportazione.h - what the register knows of attachments, for who writes all
 * of them out.  No permission asked: it is for the responsible alone. */
#ifndef REGISTRO_ESPORTAZIONE_H
#define REGISTRO_ESPORTAZIONE_H

#include "registro/registro.h"

struct allegato_noto {
	const char *impronta;
	int anno, numero, ordine;	/* of a registration; nome NULL: none */
	const char *nome;
	bool distrutto;			/* of that registration, even if another
					 * has brought the bytes again */
};
typedef int allegato_noto_fn(void *arg, const struct allegato_noto *x);
/* Each that the chain names, in order of impronta, once for each file of a
 * registration that it is.  Other than 0 from fn ends it and is returned. */
int registro_ogni_allegato(struct registro *r, allegato_noto_fn *fn, void *arg)
    MUST;

/* The first of them of one impronta; nome NULL: no registration has it.  The
 * impronta is the caller's. */
int registro_un_allegato(struct allegato_noto *out, struct arena *a,
    struct registro *r, const char *impronta) MUST;

#endif
