/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modelli.h - the models of papers that the office has adopted, each version.
 * They are the office's own, of no case: whoever asks may know of them.
 */
#ifndef REGISTRO_MODELLI_H
#define REGISTRO_MODELLI_H

#include <stdbool.h>

#include "registro/registro.h"

struct modello {
	const char *nome;
	int versione;			/* from 1 */
	const char *carta;		/* kind of paper; "tipo:abitazione" */
	const char *denominazione, *titolo;
	const char *impronta;		/* of the ODT */
	const char *operatore, *ora;	/* who adopted it, when */
	bool ritirato;
	int64_t seq;			/* of the act that adopted it */
};

/* versione 0: the last.  absent: the office had none of that name, or not that
 * version. */
int registro_modello(struct modello *out, struct arena *a, struct registro *r,
    const char *nome, int versione) MUST;
/* The last version of each, by name, withdrawn ones too. */
int registro_modelli(struct modello **out, int *n, struct arena *a,
    struct registro *r) MUST;

/* What an act adopted, into its esito: the fields that were typed text. */
int modelli_esito(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq) MUST;

#endif
