/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

int
proietta_corrispondente(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *codice = dato(a, doc, "codice");
	const char *nome = dato(a, doc, "denominazione");
	const char *attivo = dato(a, doc, "attivo");
	const char *unito = DATO(a, doc, "unito-a");
	char *words;
	int e;

	if (codice == NULL || nome == NULL || attivo == NULL)
		return ERR_INVALID;
	if ((e = utf8_words(&words, a, nome)) != 0)
		return e;
	return db_run(r->db, Q_CORRISPONDENTE_SET, "dsssssssddsi",
	    (int)strtol(codice, NULL, 10), nome, DATO(a, doc, "tipo"),
	    DATO(a, doc, "codice-ipa"), DATO(a, doc, "codice-aoo"),
	    DATO(a, doc, "codice-fiscale"), DATO(a, doc, "indirizzo"),
	    DATO(a, doc, "pec"), strcmp(attivo, "si") == 0,
	    unito != NULL ? (int)strtol(unito, NULL, 10) : 0, words, p->seq);
}
