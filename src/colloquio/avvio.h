/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * avvio.h - how the parent starts a web child, which is another program:
 *
 *	cartella-web EDITION	(resource_edition: not one of another build)
 *
 * with descriptors at fixed places and nothing else: no environment is read.
 * When it serves it adds 1 to AVVIO_PRONTO and sets its slot's `avviato`.
 * It ends by itself when its parent has died; on SIGTERM it takes no new
 * connection, answers what has begun (AVVIO_FINE seconds at most) and ends
 * with 0.  stderr is the log (cronaca.h).  It ends with AVVIO_MAI when it could
 * not begin (a cage that cannot be closed, TLS files that are none): to start
 * it again is of no use.
 *
 * AVVIO_TESTO is one packed tree (nodo_pack):
 *   <avvio posto="3"			its slot in the quadro
 *      spool="/…/spool"		uploads, as files without a name
 *      tls-cert= tls-chiave=		paths of PEM files; both or none
 *      tls-ca=				asks browsers for a certificate of these
 *      proxy="127.0.0.1"		the one whose X-Forwarded-* and single
 *					sign-on headers are believed; "" none
 *      utente-intestazione="X-Utente"	that header, from the proxy alone
 *      nomi="sociale.ente.it"		hosts it answers to, blanks between;
 *					none: any
 *      connessioni="256"		at most, of this child
 *      pazienza="30"/>			seconds that headers may take, and
 *					an answer to a reading; others six times
 */
#ifndef COLLOQUIO_AVVIO_H
#define COLLOQUIO_AVVIO_H

#include "colloquio/colloquio.h"

enum {
	AVVIO_ASCOLTO = 3,	/* the listening socket */
	AVVIO_CODA,		/* the ends that are put into, one a queue */
	AVVIO_QUADRO = AVVIO_CODA + CODE_N,	/* memfd of a struct quadro */
	AVVIO_PRONTO,		/* eventfd: it adds 1 when it serves */
	AVVIO_TESTO,		/* memfd of the tree above */
	AVVIO_FD_N
};

enum {
	AVVIO_FINE = 10,	/* seconds */
	AVVIO_MAI = 3		/* exit status */
};

/* Maps it; never unmapped. */
int quadro_apri(struct quadro **out, int fd) MUST;
/* An answer that took that many microseconds. */
void quadro_conta(struct posto_quadro *p, long us, enum esito_web e);

#endif
