/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * colloquio.h - what the web children, which have no store, ask of the
 * processes that have one, and what these answer: two trees, packed as
 * nodo_pack does, in messages of canale.h.
 *
 *   <richiesta tipo="leggi" id="…" sessione="GETTONE" modo="cookie|gettone"
 *       csrf="…" indirizzo="10.0.0.7" agente="HEX" per="coord" menu="si"
 *       anteprima="si">		(prova of a letter: its PDF, as <reso>)
 *     <lettura facoltativa="si"><istanza …/></lettura>	(leggi: 1 to 12)
 *     <istanza atto="…" id="…" versione="1">…</istanza>	(compi, prova: 1)
 *     <file nome="lettera.pdf"/>			(one a descriptor, in order)
 *     <file sosta="ID"/>			(one that was sent before; no descriptor)
 *     <campi><id>…</id>…</campi>		(what other kinds need)
 *   </richiesta>
 *
 * With segreto="2" the last descriptor, which no <file> names, holds that many
 * secrets (a passphrase, a password), each ended by a new line, in the order
 * its kind says: segreto_read reads one after the other.  They are in no tree.
 * certificato= is the SHA-256 of the client's certificate that TLS has
 * verified, utente-fidato= the name that the trusted proxy vouches for.
 *
 *   kind		campi and secrets		answer
 *   esito		id (of an istanza)		as compi answered
 *   sessione		-				<sessione> alone
 *   entra		utente; parola			sessione=, or «secondo»
 *   secondo		; codice			sessione=
 *   esci		-				sessione=""
 *   parola		; vecchia, nuova		sessione= when renewed
 *   bozza-tieni	-; an <istanza>			<bozza id=…>
 *   sosta-metti	; files				<sosta id=…>
 *
 *   <risposta esito="fatto" messaggio="…" sessione="…" dura="36000" fra="30">
 *     <sessione utente= nome= qualifica= ente= per= csrf= scade= dimostrativo=>
 *       <ruolo nome="coordinatore" ufficio="sociale"/>…
 *       <puo atto="annota"/>…				(menu="si")
 *     </sessione>
 *     <parte atto="mostra" esito="fatto" messaggio="…">
 *       <base><testa cartella="cartelle/2026/0000001" commit="…"/></base>
 *       VISTA | <rilievi>…</rilievi>	(rilievi_nodo)
 *     </parte>…				(one a reading, in order)
 *     <chi codice="as1" nome="Marta Conti"/>…	(leggi: users it names)
 *     <reso nome="copia.pdf" tipo="application/pdf"/>	(one a descriptor)
 *   </risposta>
 *
 * `sessione` is the secret that the browser (cookie) or an application
 * (Authorization: Bearer, modo="gettone") holds.  Who it is, is looked up
 * where the store is, at every request: a web child cannot say.  An act
 * (everything but `leggi`, `prova` and what has no session) also needs the
 * session's csrf, unless the secret came as a bearer token.
 *
 * A reading that is facoltativa and of no role of his is passed over without a
 * row in the read log (esito="vietato"); the others answer as they do on the
 * command line.  <base> names the head of the folder a reading shows, for the
 * forms of its page.
 *
 * In an answer `sessione` is the secret that the browser holds from now on, for
 * `dura` seconds at most; empty: it holds none any more.
 *
 * Every istanza that arrives is written out and validated against its schema
 * again before it is run: what a web child says is not believed.
 */
#ifndef COLLOQUIO_COLLOQUIO_H
#define COLLOQUIO_COLLOQUIO_H

#include "base/arena.h"
#include "base/err.h"
#include "colloquio/canale.h"
#include "xml/nodo.h"

/* To whom a request goes. */
enum coda {
	CODA_LETTURE,	/* lettori: leggi, prova, esito, sessione */
	CODA_SCRITTURE,	/* the scrittore: compi, when nothing slow precedes */
	CODA_LENTE,	/* compositori: files, signatures, letters, passwords */
	CODE_N
};

/*
 * The outcomes, words of `esito`; HTTP status beside them.
 *   fatto 200/303 · rifiutato 422 (rilievi) · conflitto 409 (rilievi, both
 *   texts) · assente 404 · vietato 403 · entra 401 (no session, or it ended) ·
 *   secondo 401 (the second factor is wanted) · frena 429 (`fra` seconds) ·
 *   scorretta 400 · occupato 503 · guasto 500
 */
enum esito_web {
	WEB_FATTO, WEB_RIFIUTATO, WEB_CONFLITTO, WEB_ASSENTE, WEB_VIETATO,
	WEB_ENTRA, WEB_SECONDO, WEB_FRENA, WEB_SCORRETTA, WEB_OCCUPATO,
	WEB_GUASTO, WEB_N
};
const char *esito_web_parola(enum esito_web e);
enum esito_web esito_web_di(const char *parola);	/* unknown: GUASTO */
int esito_web_http(enum esito_web e);
/* Of a code of err.h. */
enum esito_web esito_web_di_errore(int code);

/* Trees through a channel. */
int colloquio_chiedi(int *attesa, int coda, const struct nodo *richiesta,
    const int *fd, int n) MUST;
/* invalid: it has no form. */
int colloquio_apri(struct nodo **out, struct arena *a,
    const struct consegna *c) MUST;
int colloquio_rispondi(const struct consegna *c, const struct nodo *risposta,
    const int *fd, int n) MUST;

/*
 * Memory that the parent shares with all it starts, one slot each: what the
 * health and metrics pages say.  Counters only; nobody's name.
 */
enum mestiere { M_WEB, M_LETTORE, M_SCRITTORE, M_COMPOSITORE, M_N };
struct posto_quadro {
	_Atomic int pid, mestiere;	/* 0: free */
	_Atomic long richieste, errori, occupati, avviato, ultimo;
	_Atomic long tempi[16];		/* answers under 1, 2, 4 … ms */
	_Atomic long registro;		/* that of the quadro it has open */
};
#define POSTI_QUADRO 64
struct quadro {
	_Atomic long avviato, riavvii;
	_Atomic long registro;		/* how many times it was made again */
	struct posto_quadro posto[POSTI_QUADRO];
};

#endif
