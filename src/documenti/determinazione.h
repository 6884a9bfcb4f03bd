/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * determinazione.h - the decision that ends an istruttoria, or suspends it: a
 * draft of the administrative office, adopted by the dirigente, and what it
 * starts.  Pure.
 *
 *	bozza -> adottata
 *
 * Norm: L. 241/1990 artt. 2, 3, 10-bis; D.lgs 267/2000 artt. 107, 147-bis,
 * 183.
 */
#ifndef DOCUMENTI_DETERMINAZIONE_H
#define DOCUMENTI_DETERMINAZIONE_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define REPERTORIO_DETERMINAZIONI "determinazioni"

#define ESITO_ACCOLTA "accolta"
#define ESITO_RESPINTA "respinta"
#define ESITO_SOSPESA "sospesa"

/* Looks at <prepara-determina>: what is granted and only what is granted has
 * its interventi, each with its days in order, within the money committed. */
void determinazione_check(struct rilievi *out, const struct nodo *in);

/* <determinazione> from <prepara-determina>, in its first state. */
struct nodo *determinazione_make(struct arena *a, const struct nodo *in,
    const char *istruttoria, const char *responsabile, const char *autore,
    const char *oggi);
bool determinazione_bozza(struct arena *a, const struct nodo *doc);

/* Puts <determinazione> into the data of its paper: all but who prepared it
 * and when; `responsabile` in words. */
void determinazione_carta(struct arena *a, struct nodo *carta,
    const struct nodo *doc, const char *responsabile);
/* The data of the paper of an adopted one, as they were. */
struct nodo *determinazione_carta_fatta(struct arena *a,
    const struct nodo *doc);

struct adozione {
	const char *dirigente, *repertorio, *numero;	/* "12/2026" */
};
/* Adopts it, in place, as its paper says.  Returns <adozione>, where the
 * files go. */
struct nodo *determinazione_adotta(struct arena *a, struct nodo *doc,
    const struct nodo *carta, const struct adozione *d);

/* <repertoria> of its number: what is published, and so without a name. */
struct nodo *determinazione_voce(struct arena *a, const struct nodo *doc,
    const char *repertorio, const char *autore);

/* Adds to the <procedimento> of a paper how it ended: why, unless all was
 * granted, and what was decided. */
void determinazione_in_carta(struct arena *a, struct nodo *procedimento,
    const struct nodo *doc);

/* Euro and cents: "1200.00" is 120000. */
long importo_centesimi(const char *importo);

#endif
