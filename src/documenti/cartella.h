/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cartella.h - the states of a cartella sociale and the acts they allow
 * (in-carico, proposta-inviata, in-istruttoria, in-erogazione, chiuso).
 */
#ifndef DOCUMENTI_CARTELLA_H
#define DOCUMENTI_CARTELLA_H

#include <stdbool.h>

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

#endif
