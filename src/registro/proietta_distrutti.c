/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_distrutti.c - the attachments that a document says are gone for
 * good, each a <distrutto>.  Whoever reads the folders again misses them no
 * more than whoever was there.
 */
#include "documenti/distrutto.h"
#include "registro/proietta.h"

int
proietta_distrutti(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *d;
	int e;

	for (d = nodo_child(doc, DISTRUTTO); d; d = nodo_next(d, DISTRUTTO))
		if ((e = db_run(r->db, Q_DISTRUTTO_ADD, "siss",
		    nodo_all_text(a, d), p->seq, p->cartella,
		    p->percorso)) != 0)
			return e;
	return 0;
}
