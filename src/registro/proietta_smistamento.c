/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_smistamento.c - where a registration went, and who has seen it.
 */
#include "registro/proietta.h"

#include <stdlib.h>

#include "registro/ricerca.h"

int
proietta_smistamento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ordine = dato(a, doc, "ordine");
	const struct nodo *d;
	struct numero n;
	int e;

	if (ordine == NULL)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "protocollo")) != 0)
		return e;
	for (d = nodo_child(doc, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione"))
		if ((e = db_run(r->db, Q_SMISTAMENTO_ADD, "dddssi", n.anno,
		    n.progressivo, (int)strtol(ordine, NULL, 10),
		    DATO(a, d, "ufficio"), DATO(a, d, "titolo"),
		    p->seq)) != 0)
			return e;
	return ricerca_rinnova(r, &n);
}

int
proietta_presa_visione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *ordine = dato(a, doc, "ordine");
	const char *utente = dato(a, doc, "utente");
	struct numero n;
	int e;

	if (!ordine || !utente)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, doc, "protocollo")) != 0)
		return e;
	return db_run(r->db, Q_PRESA_ADD, "dddssi", n.anno, n.progressivo,
	    (int)strtol(ordine, NULL, 10), utente, p->ora, p->seq);
}
