/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * permessi.h - the policy of the body: which role may do which atto, read
 * which type of document, and on what.  Pure: the names there are come from
 * the caller.
 */
#ifndef DOCUMENTI_PERMESSI_H
#define DOCUMENTI_PERMESSI_H

#include <stdbool.h>

#include "xml/nodo.h"
#include "xml/rilievo.h"

#define PERMESSI_PERCORSO "permessi.xml"

#define RUOLO_RESPONSABILE "responsabile-protocollo"
#define RUOLO_AMMINISTRATIVO "area-amministrativa"
#define RUOLO_REMOTO "comune-remoto"
#define RUOLO_ESTERNO "ente-esterno"

/* The avviso on a policy that opens the diary to area-amministrativa. */
#define AVVISO_DIARIO "diario-amministrativa"

/* The names a policy may use; each list ends in NULL. */
struct vocabolario {
	const char *const *atti;	/* with the powers that are no atti */
	const char *const *letture;	/* of the atti, those that only look */
	const char *const *tipi;	/* of documents, "*" not among them */
};

/* <permessi> that contradicts itself, uses a name nobody knows, takes from the
 * responsible what he must have or gives it to others, opens a comune-remoto
 * more than its own cases, an ente-esterno more than looking at what is open
 * to him. */
void permessi_check(struct rilievi *out, const struct nodo *doc,
    const struct vocabolario *v);

/* Who has these roles (elements <ruolo> of `chi`): may he do atto `nome`
 * (elem "atto") or read documents of type `nome` (elem "documento") on
 * everything that `ambito` names? */
bool permessi_concede(const struct nodo *doc, struct arena *a,
    const struct nodo *chi, const char *elem, const char *nome,
    const char *ambito);

/* Adds to `out` one <guadagna cosa= nome= ambito=> and one <perde …> for each
 * power that whoever has the roles of `chi` gets and loses when `dopo` comes
 * in the place of `prima`.  cosa: "atto" or "documento". */
void permessi_differenza(struct nodo *out, struct arena *a,
    const struct nodo *chi, const struct nodo *prima,
    const struct nodo *dopo);

/* Adds to `out` the role of a policy as people read it: one <atto nome=
 * ambiti=> and one <documento tipo= ambiti=> for each name, sorted. */
void permessi_vista_ruolo(struct nodo *out, struct arena *a,
    const struct nodo *ruolo);

#endif
