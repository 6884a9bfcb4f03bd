/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * repertorio.h - an independent register of the body and its entries: a unique
 * reference, who, when, what (DPR 445/2000 art. 53 c. 5; AgID, Linee guida,
 * Allegato 5).
 */
#ifndef DOCUMENTI_REPERTORIO_H
#define DOCUMENTI_REPERTORIO_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"

#define REPERTORIO_ANNULLAMENTI "annullamenti"

/* "repertori/determinazioni.xml", in ente/ */
char *repertorio_path(struct arena *a, const char *codice);
/* "repertori/determinazioni/000/00/0000001.xml", in registro/AAAA.git */
char *voce_path(struct arena *a, const char *codice, int numero);

struct nodo *repertorio_make(struct arena *a, const char *codice,
    const char *denominazione, const char *norma, bool attivo);

/* The document of an entry; `in` gives what follows its first elements. */
struct nodo *voce_make(struct arena *a, const struct nodo *in, int anno,
    int numero, const char *ora, const char *operatore, const char *ufficio);

#endif
