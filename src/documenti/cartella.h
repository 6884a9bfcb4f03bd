/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cartella.h - the states of a cartella sociale and the acts they allow.  Pure.
 *
 *	in-carico <-> proposta-inviata -> in-istruttoria -> in-erogazione
 *	     \___________________________\________________\____-> chiuso
 */
#ifndef DOCUMENTI_CARTELLA_H
#define DOCUMENTI_CARTELLA_H

#include <stdbool.h>

#include "xml/rilievo.h"

#define CARTELLA_COPERTINA "cartella.xml"

/* Classe of minors at risk in the titolario of the Comuni. */
#define CLASSIFICA_MINORI "VII/9"

#define CARTELLA_IN_CARICO "in-carico"
#define CARTELLA_PROPOSTA_INVIATA "proposta-inviata"
#define CARTELLA_IN_ISTRUTTORIA "in-istruttoria"
#define CARTELLA_CHIUSO "chiuso"

/* Nothing more is written in a closed one. */
bool cartella_scrivibile(const char *stato);

/* For <chiudi>: refuses one whose proposal has no answer yet, warns of one
 * whose request the administrative area is still working on. */
void cartella_check_chiudi(struct rilievi *out, const char *stato);

#endif
