/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proposta.h - what a signed relazione leads to: sent once, answered once.
 * Pure.
 *
 *	inviata -> approvata | rinviata
 */
#ifndef DOCUMENTI_PROPOSTA_H
#define DOCUMENTI_PROPOSTA_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"

#define PROPOSTA_INVIATA "inviata"
#define PROPOSTA_APPROVATA "approvata"
#define PROPOSTA_RINVIATA "rinviata"

struct proposta_relazione {	/* the version that was signed */
	const char *percorso, *id, *impronta;
};

/* <proposta> from <proponi>, in its first state. */
struct nodo *proposta_make(struct arena *a, const struct nodo *in,
    const struct proposta_relazione *rel, const char *autore,
    const char *oggi);

/* Does it still wait for an answer? */
bool proposta_in_attesa(struct arena *a, const struct nodo *proposta);

/* Approves it, in place; `ufficio` goes on with it.  Returns <approvazione>,
 * where the paper goes. */
struct nodo *proposta_approva(struct arena *a, struct nodo *proposta,
    const char *coordinatore, const char *data, const char *protocollo,
    const char *ufficio);

/* Sends it back, in place: <rinvia> says why. */
void proposta_rinvia(struct arena *a, struct nodo *proposta,
    const struct nodo *in, const char *coordinatore, const char *data);

#endif
