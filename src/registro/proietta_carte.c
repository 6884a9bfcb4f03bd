/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_carte.c - documents of a case that bring their registration into
 * it, signatures of persons, adopted types.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/fascicolo.h"

/* The registration of `protocollo`, if it is there, is of the cartella. */
int
proietta_acquisito(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero cartella, n;
	int e;

	if (DATO(a, doc, "protocollo") == NULL)
		return 0;
	if ((e = dato_numero(&n, a, doc, "protocollo")) != 0 ||
	    (e = numero_of_folder(&cartella, p->cartella)) != 0)
		return e;
	return fascicolo_accoglie(r, &cartella, &n, COME_ATTO, p->seq);
}

int
proietta_sottoscrizione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *documento = dato(a, doc, "documento-id");
	const char *impronta = dato(a, doc, "documento-impronta");
	const char *esito = dato(a, doc, "esito");
	int e;

	if (!documento || !impronta || !esito)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_SOTTOSCRIZIONE_ADD, "ssssdi", p->cartella,
	    p->percorso, documento, impronta,
	    strcmp(esito, "sottoscritto") == 0, p->seq)) != 0)
		return e;
	return proietta_acquisito(r, a, p, doc);
}

int
proietta_tipo(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *nome = dato(a, doc, "nome");
	const char *denominazione = dato(a, doc, "denominazione");
	const char *ordine = dato(a, doc, "ordine");

	if (!nome || !denominazione || !ordine)
		return ERR_INVALID;
	return db_run(r->db, Q_TIPO_SET, "ssdi", nome, denominazione,
	    (int)strtol(ordine, NULL, 10), p->seq);
}
