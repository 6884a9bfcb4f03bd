/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servitore.h - HTTP: connections in, answers out, and between them what is
 * asked of the processes that have the store.  The only part that knows
 * libmicrohttpd.
 *
 * One process, one loop, no thread: a request that waits for an answer keeps
 * nobody.  Refuses: a second Host or Content-Length, a body without a declared
 * length, an address that leaves its place, a host that is not ours, a form
 * that was not opened here; who dawdles over headers, a body or an answer is
 * cut off.
 */
#ifndef WEB_SERVITORE_H
#define WEB_SERVITORE_H

#include "colloquio/avvio.h"
#include "web/guardia.h"

struct opzioni_servitore {
	struct guardia guardia;
	const char *cert, *chiave, *ca;	/* PEM texts; NULL: no TLS */
	const char *utente_intestazione;	/* NULL: none */
	int ascolto;
	int code[CODE_N];
	int spool;			/* directory, for O_TMPFILE */
	int segnali;			/* signalfd: any signal ends it */
	unsigned connessioni;
	int pazienza;			/* seconds for the headers */
	struct posto_quadro *posto;
};

struct servitore;
/* Opens all it will ever open, but accepts nobody yet. */
int servitore_new(struct servitore **out, const struct opzioni_servitore *o)
    MUST;
/* Serves until it is told to end, then finishes what runs. */
void servitore_gira(struct servitore *s);

#endif
