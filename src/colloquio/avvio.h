/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * avvio.h - how the parent starts a web child (cartella-web, which stands
 * beside `cartella`), and what it expects of it.
 *
 *	cartella-web BUILD --posto N --sosta DIR [--tls-cert FILE
 *	    --tls-chiave FILE] [--dietro-proxy ADDRESS[,ADDRESS…]]
 *	    [--nome HOST]
 *
 * BUILD is resource_edition: a child of another build ends at once with 2.
 * N is its slot of the quadro; DIR an existing directory of the store's, for
 * unlinked files (O_TMPFILE) only.
 *
 * When it serves it adds 1 to the eventfd WEB_FD_PRONTO and sets its slot's
 * `avviato`.  SIGTERM: it takes no new connection, ends those that idle,
 * finishes what runs (AVVIO_FINE seconds at most), ends with 0.  The kernel
 * sends it SIGTERM when the parent dies.  stderr is the log (cronaca.h).
 */
#ifndef COLLOQUIO_AVVIO_H
#define COLLOQUIO_AVVIO_H

#include "colloquio/colloquio.h"

enum {
	WEB_FD_ASCOLTO = 3,			/* listening, non-blocking */
	WEB_FD_CODE = 4,			/* CODE_N ends to put into */
	WEB_FD_QUADRO = WEB_FD_CODE + CODE_N,	/* memfd of a struct quadro */
	WEB_FD_PRONTO,				/* eventfd */
	WEB_FD_PRIMO_LIBERO
};

#define AVVIO_FINE 10		/* seconds to finish what runs */

/* Maps it; never unmapped. */
int quadro_apri(struct quadro **out, int fd) MUST;
/* An answer that took that many microseconds. */
void quadro_conta(struct posto_quadro *p, long us, enum esito_web e);

#endif
