/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_verdetti.c - what was found of a signature: a row a look, by the
 * impronta of the bytes looked at.  Another look adds another; none goes.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/verdetto.h"

/* "verdetti/000/01/0000123-2.xml", "firme/0001/verdetto-2.xml": 2. */
static int
ordinal(const char *percorso)
{
	const char *s = strrchr(percorso, '-');

	return s != NULL ? (int)strtol(s + 1, NULL, 10) : 0;
}

int
proietta_verdetto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *firma = dato(a, doc, "firma");
	struct numero n = { 0 };
	int e;

	if (firma == NULL)
		return ERR_INVALID;
	if (DATO(a, doc, "protocollo") != NULL &&
	    (e = dato_numero(&n, a, doc, "protocollo")) != 0)
		return e;
	return db_run(r->db, Q_VERDETTO_ADD, "ssddissssssss", p->cartella,
	    p->percorso, n.anno, n.progressivo, p->seq, firma,
	    DATO(a, doc, "su"), DATO(a, doc, "ora"),
	    DATO(a, doc, "operatore"), DATO(a, doc, "firme/@formato"),
	    verdetto_esito(doc), verdetto_riga(a, doc),
	    arena_printf(a, "%d", ordinal(p->percorso)));
}
