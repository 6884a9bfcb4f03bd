/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * azione.h - forms that are not an atto: the way in, passwords, sessions,
 * drafts, files kept aside.  A row says which request a POST becomes and where
 * the browser goes then; azioni_<area>.c have them.
 *
 * All fields of the form but the reserved ones cross as <campi>, its files as
 * <file>, its secrets (corpo_segreto) as the last descriptor.
 */
#ifndef WEB_AZIONE_H
#define WEB_AZIONE_H

#include "colloquio/colloquio.h"

struct azione {
	const char *via;	/* "/entra"; exact */
	const char *tipo;	/* of the request */
	enum coda coda;
	const char *segreti;	/* "_parola _nuova": in this order; NULL */
	const char *poi;	/* where to without _ritorno, when it is done */
	const char *pagina;	/* address of the page that is shown again with
				 * what is wrong; NULL: the error page */
};
/* Each ended by a NULL via. */
extern const struct azione azioni_accesso[], azioni_registro[],
    azioni_redazione[], azioni_ente[];

const struct azione *azione_trova(const char *via);	/* NULL: none */

#endif
