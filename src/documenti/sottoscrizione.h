/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sottoscrizione.h - the person signs a paper, or will not: what the schema
 * cannot say.
 */
#ifndef DOCUMENTI_SOTTOSCRIZIONE_H
#define DOCUMENTI_SOTTOSCRIZIONE_H

#include <stdbool.h>

#include "xml/nodo.h"
#include "xml/rilievo.h"

/* Refuses a day of tomorrow; a signature without the registration of its
 * paper, a refusal without its reason. */
void sottoscrizione_check(struct rilievi *out, const struct nodo *in,
    const char *oggi);
bool sottoscrizione_firmata(struct arena *a, const struct nodo *in);

#endif
