/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * api.h - /api/v1: the same atti for other programs.
 *
 *	POST /api/v1/atti/NOME		an act: its istanza as XML, or a form
 *	POST /api/v1/atti/NOME?prova=si	what would be said of it; nothing is done
 *	GET  /api/v1/esiti/ID		what became of an istanza
 *	GET  /api/v1/NOME?campo=valore	a reading; POST when it takes files
 *	GET  /api/v1/schemi/NOME.xsd	the schema of an istanza
 *	GET  /api/v1/openapi.json	all this, for programs
 *
 * The last two need no token.
 *
 * From a request to a <richiesta> and from the <risposta> to bytes; pure, the
 * socket is the caller's.  Who asks has a token of its own (Authorization:
 * Bearer) and no cookie counts here, so that no page of others can make a
 * browser ask.  Refuses: what is no XML of an istanza of that atto, a body of
 * another kind, a form with both.
 */
#ifndef WEB_API_H
#define WEB_API_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "colloquio/colloquio.h"
#include "web/pagina.h"
#include "xml/nodo.h"

/* What has arrived, decoded. */
struct api_domanda {
	const char *metodo, *via;	/* "POST", "/api/v1/atti/annota" */
	const struct coppia *query;	/* of the address */
	int n_query;
	const char *accetta;		/* Accept; NULL */
	const char *tipo;		/* Content-Type; NULL: no body */
	const void *corpo;		/* of application/xml; NULL */
	size_t n_corpo;
	const struct coppia *campi;	/* of a form: "istanza" is XML, others
					 * are fields by their percorso */
	int n_campi;		/* reserved and secret ones may be among them */
};

struct api_risposta {
	int stato;			/* HTTP */
	const char *tipo;		/* Content-Type */
	struct buf corpo;		/* the caller frees */
	const char *consenti;		/* Allow, of a 405; NULL */
	int fra;			/* Retry-After, seconds; 0: none */
	int file;			/* the descriptor of the answer that is
					 * the body instead; -1: none */
	const char *nome_file;		/* its name; NULL */
	const char *autentica;		/* WWW-Authenticate; NULL */
};

bool api_e_via(const char *via);	/* is it below /api/v1/? */
/* Of the address; NULL: not there. */
const char *api_parametro(const struct api_domanda *in, const char *nome);

/*
 * Fills `richiesta`, but for what the caller alone knows (sessione, modo,
 * indirizzo, agente, files).  true: ask, in the queue *coda.  false: *out is the
 * answer already.
 */
bool api_chiede(struct nodo *richiesta, enum coda *coda,
    struct api_risposta *out, struct arena *a, const struct api_domanda *in);

/* The answer; risposta NULL: nobody answered. */
void api_risponde(struct api_risposta *out, struct arena *a,
    const struct api_domanda *in, const struct nodo *risposta);

/* An error that is found before, or instead of, asking: 401, 413 … */
void api_errore(struct api_risposta *out, const struct api_domanda *in,
    int stato, const char *messaggio);

#endif
