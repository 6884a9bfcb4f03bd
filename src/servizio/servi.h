/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi.h - answering requests of the web children (colloquio/colloquio.h)
 * where the store is: a table of kinds, and what each is given.
 *
 * A kind is a row; rows stand in servi_<area>.c.  Whoever takes a request opens
 * it, finds its row, hands it to the right queue if it came into another,
 * finds out who asks, checks the csrf, and only then calls fn.  Refuses: a kind
 * that is in no table, a request without form, one of nobody where somebody is
 * wanted.
 */
#ifndef SERVIZIO_SERVI_H
#define SERVIZIO_SERVI_H

#include <stdbool.h>

#include "atti/store.h"
#include "base/arena.h"
#include "base/err.h"
#include "colloquio/colloquio.h"
#include "xml/nodo.h"

/* ---- who asks ---- */

struct richiedente {
	const char *utente;		/* NULL: nobody is known */
	const char *per;		/* in whose name; NULL: his own */
	const char *csrf;		/* of the session; NULL: a bearer token */
	const char *scade;		/* ISO, of the session; NULL */
	const char *sessione;		/* its public id, never its secret */
	bool dimostrativo;		/* a store of invented data */
	bool prima;			/* the page is of his, and somebody
					 * else is in now */
	/* of a bearer token that may do only some: is the atto one of them?
	 * NULL: whatever its user may */
	bool (*ammette)(const struct richiedente *r, const char *atto);
	const void *limiti;		/* of the token, for `ammette` */
};

/* ---- a process that answers ---- */

#define RESI_MAX 8			/* files with an answer */

struct opzioni_servi;			/* servi_avvio.h */
struct servi_accesso;			/* servi_accesso.c keeps it */
struct lavoro_servi;			/* servi_interno.h */

struct servi {
	struct store *st;
	const char *dir;		/* of the store */
	enum mestiere mestiere;
	const struct opzioni_servi *opz;
	struct posto_quadro *posto;	/* its own; never NULL */
	const struct quadro *quadro;
	pid_t padre;
	int metti[CODE_N];		/* to put into; -1: not for this one */

	struct servi_accesso *accesso;	/* opened when first asked for */

	/* of the request being answered */
	struct arena *a;
	const struct servi_riga *riga;	/* its flags say what it must show */
	struct richiedente chi;
	struct lavoro_servi *lavoro;
};

/* The act of the richiesta is done: the draft it was made of (bozza=) goes, if
 * there is one. */
void servi_bozza_mandata(struct servi *s, const struct nodo *richiesta);

/* Who asks, of the secret in the request; strings in s->a.  WEB_FATTO, or why
 * not: WEB_ENTRA, WEB_SECONDO, WEB_FRENA, WEB_GUASTO (servi_accesso.c). */
enum esito_web servi_chi(struct richiedente *out, struct servi *s,
    const struct nodo *richiesta);
/* In whose session the page of the request was opened, live or not; utente
 * NULL: nobody's. */
int servi_chi_era(struct richiedente *out, struct servi *s,
    const struct nodo *richiesta) MUST;
/* A refusal worth an event (accesso/eventi.h): of who, what was refused. */
int servi_accesso_rifiuto(struct servi *s, const struct nodo *richiesta,
    const char *utente, const char *dettaglio) MUST;
/* Before the process ends, or opens its store again. */
void servi_accesso_chiudi(struct servi *s);

/* A file with the answer: <reso nome= tipo=> and a descriptor.  `p` is copied.
 * invalid: more than RESI_MAX. */
int servi_rendi(struct nodo *risposta, struct servi *s, const char *nome,
    const char *tipo, const void *p, size_t n) MUST;

/* The value of <campi><campo nome="…">; NULL: not there. */
const char *servi_campo(const struct servi *s, const struct nodo *richiesta,
    const char *nome);

/* ---- the table ---- */

enum {
	/* nobody need be known: servi_chi is not called, s->chi is empty */
	SERVI_SENZA_SESSIONE = 1,
	/* changes nothing: no csrf is wanted */
	SERVI_SENZA_CSRF = 2,
	/* answered also to who still owes the second factor, or a new word, and
	 * to a session that has ended; fn looks at s->chi itself */
	SERVI_CHIUNQUE = 4,
	/* of these, s->chi tells in whose session the page was opened that sends
	 * it, if that has ended, was closed, or gave way to another's: what he
	 * was writing is kept for him, nothing is shown.  His own older page is
	 * as good as a new one */
	SERVI_ANCHE_FINITA = 8,
};

/*
 * Fills the <risposta>, which is there with esito="fatto" and, when somebody
 * is known, <sessione>.  0: answered, `esito` as fn has left it; negative:
 * esito and messaggio are made of the error.  Descriptors of c stay c's.
 */
typedef int servi_fn(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c);

struct servi_riga {
	const char *tipo;
	enum coda coda;
	int flags;
	servi_fn *fn;
};

/* Each ended by a NULL tipo. */
extern const struct servi_riga servi_righe_atti[], servi_righe_accesso[],
    servi_righe_sosta[], servi_righe_bozze[], servi_righe_openapi[];

const struct servi_riga *servi_trova(const char *tipo);

/* esito= and, unless NULL, messaggio= of a risposta. */
void servi_esito(struct nodo *risposta, struct servi *s, enum esito_web e,
    const char *messaggio);

#endif
