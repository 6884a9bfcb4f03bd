/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cartella.h - the states of a cartella sociale and the acts they allow
 * (in-carico, proposta-inviata, in-istruttoria, in-erogazione, chiuso).
 */
#ifndef DOCUMENTI_CARTELLA_H
#define DOCUMENTI_CARTELLA_H

#include <stdbool.h>

#include "xml/nodo.h"

/* Classe of minors at risk in the titolario of the Comuni. */
#define CLASSIFICA_MINORI "VII/9"

/* Nothing more is written in a closed one. */
bool cartella_scrivibile(const char *stato);
/* A proposal that waits for its answer keeps it open. */
bool cartella_chiudibile(const char *stato);

/* The text of a cover's child `stato` replaced: of <cartella>, <accesso>. */
void copertina_stato(struct arena *a, struct nodo *copertina,
    const char *stato);

#endif
