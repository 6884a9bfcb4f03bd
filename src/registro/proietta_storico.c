/* SPDX-License-Identifier: EUPL-1.2 */
/* proietta_storico.c - registers brought in. */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "registro/ricerca.h"

static int
yes(struct arena *a, const struct nodo *n, const char *campo)
{
	const char *v = DATO(a, n, campo);

	return v != NULL && strcmp(v, "si") == 0;
}

#define RIGHE 1000000	/* lines of a table, at most (importa_registro.c) */

/* The key is below all others: what is old comes last. */
static int
find_by_words(struct registro *r, struct arena *a, const struct nodo *v,
    int64_t chiave)
{
	const char *parti = DATO(a, v, "corrispondente");
	const char *suo = DATO(a, v, "protocollo-mittente");
	const char *nota = DATO(a, v, "nota");
	const struct ricerca_riga riga = {
		.testo = arena_printf(a, "%s %s %s", DATO(a, v, "numero"),
		    DATO(a, v, "oggetto"), nota != NULL ? nota : ""),
		.parti = parti != NULL ? parti : "",
		.estremi = suo != NULL ? suo : "", .gettoni = "þz",
	};

	return ricerca_metti(r, chiave, &riga);
}

int
proietta_righe_storiche(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *origine = dato(a, doc, "origine"), *data, *riga;
	const struct nodo *v;
	int64_t chiave;
	int e;

	if (origine == NULL)
		return ERR_INVALID;
	for (v = nodo_child(doc, "voce"); v != NULL; v = nodo_next(v, "voce")) {
		data = dato(a, v, "data");
		riga = dato(a, v, "@riga");
		if (data == NULL || riga == NULL)
			return ERR_INVALID;
		chiave = -(p->seq * RIGHE + strtoll(riga, NULL, 10));
		if ((e = find_by_words(r, a, v, chiave)) != 0 ||
		    (e = db_run(r->db, Q_STORICO_ADD, "sdssssssssddsii", origine,
		    (int)strtol(data, NULL, 10), DATO(a, v, "numero"),
		    riga, data, DATO(a, v, "flusso"),
		    DATO(a, v, "oggetto"), DATO(a, v, "corrispondente"),
		    DATO(a, v, "protocollo-mittente"),
		    DATO(a, v, "classifica"), yes(a, v, "annullata"),
		    yes(a, v, "riservata"), DATO(a, v, "nota"), chiave,
		    p->seq)) != 0)
			return e;
	}
	return 0;
}

int
proietta_importazione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *righe = dato(a, doc, "righe");

	if (righe == NULL)
		return ERR_INVALID;
	return db_run(r->db, Q_IMPORTAZIONE_SET, "ssdi",
	    DATO(a, doc, "origine"), DATO(a, doc, "denominazione"),
	    (int)strtol(righe, NULL, 10), p->seq);
}
