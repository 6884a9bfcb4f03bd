/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_repertori.c - repertories and their entries.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

int
proietta_repertorio(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *attivo = dato(a, doc, "attivo");

	(void)p;
	if (attivo == NULL)
		return ERR_INVALID;
	return db_run(r->db, Q_REPERTORIO_SET, "sssd", DATO(a, doc, "codice"),
	    DATO(a, doc, "denominazione"), DATO(a, doc, "norma"),
	    strcmp(attivo, "si") == 0);
}

static int
add_file(struct registro *r, struct arena *a, const struct nodo *doc,
    const struct nodo *f, int ordine)
{
	const char *dimensione = dato(a, f, "dimensione");

	if (dimensione == NULL)
		return ERR_INVALID;
	return db_run(r->db, Q_FILE_REPERTORIO_ADD, "sdddsssi",
	    DATO(a, doc, "repertorio"),
	    (int)strtol(DATO(a, doc, "anno"), NULL, 10),
	    (int)strtol(DATO(a, doc, "numero"), NULL, 10), ordine,
	    DATO(a, f, "nome"), DATO(a, f, "impronta"), DATO(a, f, "tipo"),
	    (int64_t)strtoll(dimensione, NULL, 10));
}

static int
add_files(struct registro *r, struct arena *a, const struct nodo *doc)
{
	const struct nodo *f = nodo_child(doc, "principale");
	int e, ordine = 0;

	if (f != NULL && (e = add_file(r, a, doc, f, 0)) != 0)
		return e;
	for (f = nodo_child(doc, "allegato"); f; f = nodo_next(f, "allegato"))
		if ((e = add_file(r, a, doc, f, ++ordine)) != 0)
			return e;
	return 0;
}

int
proietta_voce_repertorio(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *anno = dato(a, doc, "anno"), *numero;
	struct numero prot = { 0 };
	int e;

	if (anno == NULL || (numero = dato(a, doc, "numero")) == NULL)
		return ERR_INVALID;
	if (DATO(a, doc, "protocollo") != NULL &&
	    (e = dato_numero(&prot, a, doc, "protocollo")) != 0)
		return e;
	if ((e = db_run(r->db, Q_VOCE_REPERTORIO_ADD, "sddisssssssddd",
	    DATO(a, doc, "repertorio"), (int)strtol(anno, NULL, 10),
	    (int)strtol(numero, NULL, 10), p->seq, p->id,
	    DATO(a, doc, "ora"), DATO(a, doc, "operatore"),
	    DATO(a, doc, "ufficio"), DATO(a, doc, "oggetto"),
	    DATO(a, doc, "data-documento"), DATO(a, doc, "autore"),
	    nodo_child(doc, "riservata") != NULL, prot.anno,
	    prot.progressivo)) != 0)
		return e;
	return add_files(r, a, doc);
}
