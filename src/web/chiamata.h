/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiamata.h - one request of a browser or of a program, from its first line
 * to the last byte of its answer.
 *
 * It goes: a row of the table of ways (via) is found; the row's `chiede` either
 * answers at once or leaves a richiesta for one of the queues; when that is
 * answered the row's `risponde` makes the answer, or asks once more.  None of
 * them waits.  Who answers nothing has answered 500.
 */
#ifndef WEB_CHIAMATA_H
#define WEB_CHIAMATA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "colloquio/colloquio.h"
#include "web/corpo.h"
#include "web/pagina.h"
#include "xml/nodo.h"

enum metodo { VIA_GET = 1, VIA_POST = 2 };	/* HEAD is a GET */

/* Headers, as they came; NULL: not there. */
struct testate {
	const char *host, *origin, *sec_fetch_site, *accept, *accept_encoding,
	    *content_type, *content_length, *user_agent, *cookie,
	    *authorization, *if_none_match, *x_csrf, *forwarded_for,
	    *forwarded_proto, *utente_fidato;
};

struct chiamata;
struct via {
	const char *modello;	/* "/atto/{nome}"; "/statici/" and what is below
				 * it when it ends in a slash */
	unsigned metodi;
	int (*chiede)(struct chiamata *c);
	int (*risponde)(struct chiamata *c, const struct nodo *risposta);
};
/* Each ended by a NULL modello; pages (pagina.h) come after them. */
extern const struct via vie_comuni[], vie_redazione[], vie_api[];

struct risposta_web {		/* what will be sent */
	int stato;		/* 0: nothing yet */
	const char *tipo;
	struct buf corpo;
	const void *fissi;	/* bytes of the program instead */
	size_t n_fissi;
	int fd;			/* or a file; -1 */
	uint64_t n_fd;
	const char *testate[24][2];
	int n_testate;
	bool conserva;		/* may be kept by the browser */
	bool chiude;		/* the connection ends with it */
};

struct chiamata {
	struct arena *a;
	enum metodo metodo;
	struct indirizzo in;	/* of the address, decoded */
	const char *bersaglio;	/* the address as it was asked, path and query */
	struct testate t;
	const char *indirizzo;	/* of the browser */
	bool cifrata;		/* over TLS, here or as far as the proxy */
	const struct corpo *corpo;	/* NULL: none was sent */
	const char *sessione;	/* the secret; NULL */
	bool gettone;		/* it came as a bearer token */
	const char *certificato;	/* SHA-256 of the client's; NULL */
	const char *id;		/* of the request */

	const struct via *via;
	const struct pagina *pagina;
	void *stato_via;	/* the row's own between chiede and risponde */

	/* what is asked; `richiesta` NULL: nothing */
	struct nodo *richiesta;
	enum coda coda;
	int file[CANALE_FD];	/* descriptors that go with it, borrowed */
	int n_file;
	int segreto;		/* memfd, owned; -1 */
	const struct consegna *arrivata;	/* its descriptors, while
						 * `risponde` runs */
	int volta;		/* how often it has asked */

	struct risposta_web r;
};

/* A <richiesta> with what every one has; the caller fills it. */
struct nodo *chiamata_chiede(struct chiamata *c, const char *tipo,
    enum coda coda);
/* A field that was sent, a parameter of the address; NULL: not there, empty. */
const char *chiamata_campo(const struct chiamata *c, const char *nome);
const char *chiamata_parametro(const struct chiamata *c, const char *nome);
/* All fields but the reserved ones and the secrets, below <campi>. */
void chiamata_campi(struct nodo *richiesta, const struct chiamata *c);
/* The files that were sent, as <file> and descriptors. */
void chiamata_file(struct nodo *richiesta, struct chiamata *c);
/* These secret fields, names parted by a blank, as the last descriptor. */
int chiamata_segreti(struct nodo *richiesta, struct chiamata *c,
    const char *nomi) MUST;

/* Answers.  Strings live in the arena or longer; the last one counts. */
void chiamata_testata(struct chiamata *c, const char *nome,
    const char *valore);
void chiamata_bytes(struct chiamata *c, int stato, const char *tipo,
    const void *p, size_t n);
/* 303 to an address of ours; one that is not is taken for "/". */
void chiamata_rimanda(struct chiamata *c, const char *dove);
/* A page with its sheet; its tree also holds `in_piu`. */
void chiamata_stampa(struct chiamata *c, const struct pagina *p, int stato,
    const struct nodo *risposta, struct nodo *in_piu);
/* The error page, or its tree for a program (Accept: application/xml). */
void chiamata_errore(struct chiamata *c, int stato, const char *messaggio,
    const struct nodo *risposta);
/* Content-Disposition of bytes of that name. */
const char *chiamata_disposizione(struct chiamata *c, const char *come,
    const char *nome);
/* The same request and an answer in the words of the API. */
struct api_domanda;
struct api_risposta;
void chiamata_domanda(struct api_domanda *out, const struct chiamata *c);
void chiamata_api(struct chiamata *c, struct api_risposta *r);
/* Of an answer that is not fatto: to the way in, or the error page. */
void chiamata_esito(struct chiamata *c, const struct nodo *risposta);
/* To the way in, which says `detto` (parti/accesso.xsl); NULL: nothing. */
void chiamata_entra(struct chiamata *c, const char *detto);
/* Does who asks want XML rather than a page? */
bool chiamata_vuole_xml(const struct chiamata *c);
/* An address of ours, safe in a header: "/x", never "//x" or "/\x". */
bool chiamata_locale(const char *dove);

#endif
