/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * redazione.h - the forms in which documents of a cartella are written: which
 * atto writes which, and the form of a page with what is there already: the
 * document that is written again, or the draft that is taken up.
 */
#ifndef WEB_REDAZIONE_H
#define WEB_REDAZIONE_H

#include "web/pagina.h"

struct scritto {
	const char *che;	/* in the address: "relazione" */
	const char *tipo;	/* root of the document, kind of draft in Writer */
	const char *atto;
	const char *campo;	/* of the atto: the document written again */
};
extern const struct scritto scritti[];	/* ended by a NULL che */

/*
 * Adds <modulo> to the tree of a page: of the parametro `che`, or of the
 * document or the draft its readings found.  Without an atto of his, nothing.
 *
 * When it has one that was sent and came back, that one is completed: with
 * conflitto="si" a field whose words are not those of the document now has
 * these in <ora>; one that was not touched takes them (aggiornato="si"); what
 * else differs is a <differenza> (redazione_gruppi.h); <base>
 * is what the document is now, <base-prima> what it was.  A form says in
 * _prima="FIELD IMPRONTA" what its fields said when it was opened.
 */
void redazione_completa(struct nodo *albero, struct arena *a);

#endif
