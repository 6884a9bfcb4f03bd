/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firmabile.h - which documents are signed, and the rules of a body on who
 * signs them and in which order (ente/firme.xml).  Pure.
 *
 *   <firme>
 *     <regola tipo="relazione" specie="con-esito" altri="si">
 *       <passo chi="autore" obbligo="si" scopo="sottoscrizione"/>
 *       <passo chi="ruolo" ruolo="coordinatore" obbligo="no" scopo="visto"/>
 *     </regola>
 *   </firme>
 *
 * A rule with a specie is of those documents alone, one without is of all the
 * others of its type.  What the law wants signed the body cannot take away.
 */
#ifndef DOCUMENTI_FIRMABILE_H
#define DOCUMENTI_FIRMABILE_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define FIRME_PERCORSO "firme.xml"
#define RINVII_DIR "rinvii"

/* Who a step is for. */
#define PASSO_AUTORE "autore"		/* who wrote the document */
#define PASSO_RESPONSABILE "responsabile"	/* who answers for the case */
#define PASSO_RUOLO "ruolo"		/* whoever has that role there */

struct firmabile {
	const char *tipo, *specie;	/* specie "": it has none */
	const char *autore;
	bool attende;			/* not yet beyond its signatures */
};

/* Is a document of that type ever signed? */
bool firmabile_tipo(const char *tipo);
/* Does one of that type stand in ente (and so has no responsabile)? */
bool firmabile_di_ente(const char *tipo);
/* Of a document; false: it is not signed. */
bool firmabile(struct firmabile *out, struct arena *a, const struct nodo *doc);

/*
 * Looks at <firme>.  Refuses: a type that is not signed; a rule or a signer
 * twice; a step of a role that says none, of a responsabile where there is
 * none; fewer signatures than the law wants.
 */
void firme_check(struct rilievi *out, const struct nodo *doc);

/* "chi l'ha scritto", "il responsabile della cartella", "il ruolo dirigente" */
const char *passo_in_parole(struct arena *a, const char *chi,
    const char *ruolo);

#endif
