/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fusione.h - two people change the same document: field by field, what only
 * one of them changed is taken, what both changed is shown and left to them.
 *
 * Refuses: to choose between two texts.  Pure.  A field is a leaf of the
 * schema; one that may be repeated is one field, all its values together.
 */
#ifndef DOCUMENTI_FUSIONE_H
#define DOCUMENTI_FUSIONE_H

#include <stdbool.h>

#include "xml/campi.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

struct fusione {
	const struct campo *campi;	/* of the document */
	const struct nodo *base;	/* as it was seen; NULL: as it is now */
	const struct nodo *ora;		/* as it is now */
	/* what is wanted: the fields it has, and <togli> for those that go;
	 * its root gives the paths of the rilievi */
	const struct nodo *mio;
	bool intero;			/* mio is whole: what it lacks goes */
};

/*
 * *out: a new tree, `ora` with the changes.  A rilievo "conflitto" with both
 * texts for each field changed by both; "campo-ignoto" and "obbligatorio" for
 * a <togli>; "niente-cambia" when *out says what `ora` says.
 */
int fusione(struct nodo **out, struct rilievi *ril, const struct fusione *f)
    MUST;

#endif
