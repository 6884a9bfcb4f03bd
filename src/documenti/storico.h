/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * storico.h - a row of somebody else's register made a row of ours, or the
 * reason why it cannot be.  Pure.
 *
 * The map says in which column of the table each field stands: rows of two
 * texts, campo and colonna.  Fields: numero, data, flusso, oggetto (all
 * wanted), corrispondente, protocollo-mittente, classifica, annullata,
 * riservata, nota.
 */
#ifndef DOCUMENTI_STORICO_H
#define DOCUMENTI_STORICO_H

#include "base/arena.h"
#include "xml/nodo.h"

enum { STORICO_CAMPI = 10, STORICO_OBBLIGATORI = 4 };

struct storico_mappa {
	int colonna[STORICO_CAMPI];	/* -1: not in the table */
};

extern const char *const storico_campi[STORICO_CAMPI];

void storico_mappa_vuota(struct storico_mappa *m);
/* One row of the map; NULL, or what is wrong with it.  `testata` is the first
 * row of the table. */
const char *storico_mappa_riga(struct storico_mappa *m, struct arena *a,
    const char *campo, const char *colonna, const char *const *testata, int n);
/* NULL, or the field that is wanted and nowhere. */
const char *storico_mappa_manca(const struct storico_mappa *m);

/* <voce riga=>, or NULL and *perche. */
struct nodo *storico_voce(const char **perche, struct arena *a,
    const struct storico_mappa *m, int riga, const char *const *campi, int n);

#endif
