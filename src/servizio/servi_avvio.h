/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_avvio.h - `cartella servi`: the parent of all that serve a store.
 *
 * It opens no store and reads no request.  It has the listening socket and the
 * queues, starts who answers, starts again who dies, and ends them all.  What is
 * in a queue outlives who died.
 *
 *	SIGTERM, SIGINT	no new connection; what runs is finished (AVVIO_FINE
 *			seconds), then it ends
 *	SIGHUP		the program is executed again from its file, with the
 *			same listening socket; those of before finish what runs,
 *			in the same time
 *	SIGUSR1		one of its own has erased something: the end of that
 *			(servi_espunzioni.c)
 * Who has not ended by then is killed.
 *
 * Refuses: an address that others can reach, without TLS and without a proxy
 * in front; a store that is none, or that cannot be written.
 */
#ifndef SERVIZIO_SERVI_AVVIO_H
#define SERVIZIO_SERVI_AVVIO_H

#include "base/err.h"

struct opzioni_servi {
	const char *dir;		/* of the store */
	const char *indirizzo;		/* "127.0.0.1:8080", "[::1]:0",
					 * "unix:/run/…" */
	int web, lettori, compositori;	/* how many; 0: as many as fit */
	int connessioni;		/* of each web child; 0: 256 */
	const char *tls_cert, *tls_chiave, *tls_ca;	/* PEM files; NULL */
	const char *proxy;		/* believed for X-Forwarded-*; NULL */
	const char *utente_intestazione; /* header with the user, from the
					 * proxy alone; NULL */
	const char *nomi;		/* hosts it answers to; NULL: any */
	char *const *argv;		/* to execute again */
	/* When all serve, with the address to look at. */
	void (*pronto)(const char *indirizzo);
};

/* Serves until it is told to end; 0: it was. */
int servi(const struct opzioni_servi *o) MUST;

/* "127.0.0.1:8080" and its like, or what the system has opened for us (LISTEN_
 * FDS), as a listening socket; what it is reached by in *detto, owned by the
 * caller. */
int servi_ascolta(int *out, char **detto, const char *indirizzo) MUST;
/* Would others than this machine reach it? */
int servi_aperto(int fd);

/* To systemd, when it asks for it: "READY=1". */
void servi_notifica(const char *stato);

#endif
