/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * smistamento.h - what follows a registration on its way to offices and
 * people: who must act on it (competenza), who must know of it (conoscenza),
 * who declares to have seen it, takes it in charge or gives it back.  Pure.
 */
#ifndef DOCUMENTI_SMISTAMENTO_H
#define DOCUMENTI_SMISTAMENTO_H

#include <stdbool.h>

#include "base/arena.h"
#include "documenti/numero.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define COMPETENZA "competenza"
#define CONOSCENZA "conoscenza"

/* Looks at <smista>: somebody that must act (unless `competente`: others
 * already must), nobody written twice. */
void smistamento_check(struct rilievi *out, const struct nodo *in,
    bool competente);
/* Does it take the place of the destinations before it? */
bool smistamento_sostituisce(struct arena *a, const struct nodo *in);

/* <smistamento> from <smista>, the ordine-th of its registration. */
struct nodo *smistamento_make(struct arena *a, const struct nodo *in,
    int ordine, const char *ora, const char *operatore);

/* <presa-visione>, the ordine-th of registration n; uffici (NULL-ended): those
 * of the user to which it was sent. */
struct nodo *presa_visione_make(struct arena *a, const struct numero *n,
    int ordine, const char *const *uffici, const char *utente,
    const char *ora);

/* One destination of a registration. */
struct smistamento_destinazione {
	int ordine;			/* of its smistamento */
	const char *ufficio;
	const char *utente;		/* "": whoever of the office */
};
/* <presa-in-carico>, or <rifiuto> with its motivo. */
struct nodo *presa_in_carico_make(struct arena *a, const struct numero *n,
    int ordine, const struct smistamento_destinazione *d, const char *utente,
    const char *ora);
struct nodo *rifiuto_make(struct arena *a, const struct numero *n, int ordine,
    const struct smistamento_destinazione *d, const char *utente,
    const char *ora, const char *motivo);

#endif
