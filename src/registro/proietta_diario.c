/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_diario.c - entries of a diary and their corrections, private ones
 * marked as such.
 */
#include <string.h>

#include "registro/proietta.h"

/* Opens to `autore`, besides those the policy says. */
static int
private_note(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const char *autore)
{
	const char *riservata = DATO(a, doc, "riservata");

	if (riservata == NULL || strcmp(riservata, "si") != 0)
		return 0;
	return db_run(r->db, Q_RISERVATO_ADD, "sssi", p->cartella,
	    p->percorso, autore, p->seq);
}

int
proietta_voce_diario(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *autore = dato(a, doc, "autore");
	const char *data = dato(a, doc, "data");
	const char *tipo = dato(a, doc, "tipo");
	int e;

	if (autore == NULL || data == NULL || tipo == NULL)
		return ERR_INVALID;
	if ((e = attivita_segna(r, p->cartella, data)) != 0 ||
	    (e = db_run(r->db, Q_VOCE_DIARIO_ADD, "ssiss", p->cartella, data,
	    p->seq, p->percorso, tipo)) != 0)
		return e;
	return private_note(r, a, p, doc, autore);
}

int
proietta_correzione_voce(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *autore = dato(a, doc, "voce-autore");
	const char *voce = dato(a, doc, "voce");
	int e;

	if (autore == NULL || voce == NULL)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_CORREZIONE_VOCE_ADD, "ssis", p->cartella,
	    voce, p->seq, p->percorso)) != 0)
		return e;
	return private_note(r, a, p, doc, autore);
}
