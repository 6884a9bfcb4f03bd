/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cartella.h - the states of a cartella sociale and the acts they allow
 * (in-carico, proposta-inviata, in-istruttoria, in-erogazione, chiuso).
 */
#ifndef DOCUMENTI_CARTELLA_H
#define DOCUMENTI_CARTELLA_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"

#define CARTELLA_COPERTINA "cartella.xml"

/* Classe of minors at risk in the titolario of the Comuni. */
#define CLASSIFICA_MINORI "VII/9"

#define CARTELLA_IN_CARICO "in-carico"
#define CARTELLA_PROPOSTA "proposta-inviata"
#define CARTELLA_IN_ISTRUTTORIA "in-istruttoria"
#define CARTELLA_IN_EROGAZIONE "in-erogazione"
#define CARTELLA_CHIUSO "chiuso"

/* Nothing more is written in a closed one. */
bool cartella_scrivibile(const char *stato);

struct riapertura {
	const char *oggi, *autore, *motivo;
	const char *presa_in_carico;	/* the new day it is open from */
};
/* A closed one is open again, in place: what was said of its end goes among
 * its riaperture. */
void cartella_riapri(struct arena *a, struct nodo *cover,
    const struct riapertura *r);

/* What is told of a closed one, or of a closed accesso, to who keeps the
 * archive: where it stands, its days, why it ended in the words of a list.  None
 * that people wrote, nor its id, which would make a guess at them testable
 * against its impronta. */
struct nodo *cartella_sagoma(struct arena *a, const struct nodo *cover);

#endif
