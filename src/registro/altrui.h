/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * altrui.h - what came with the case of another body, as somebody may read it.
 */
#ifndef REGISTRO_ALTRUI_H
#define REGISTRO_ALTRUI_H

#include "registro/registro.h"

struct allegato_altrui {
	const char *nome;		/* in the package it came with */
	int anno;			/* where its bytes are */
};

/* An attachment of a cartella, by its impronta, to whoever may read a document
 * that names it.  absent: there is none, or it is not for this eye. */
int registro_allegato_altrui(struct allegato_altrui *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n,
    const char *impronta) MUST;

#endif
