/* SPDX-License-Identifier: EUPL-1.2 */
/* servi_figli.h - the parent's children.  Internal to servi_avvio.c and
 * servi_figli.c. */
#ifndef SERVIZIO_SERVI_FIGLI_H
#define SERVIZIO_SERVI_FIGLI_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "colloquio/colloquio.h"
#include "servizio/servi_avvio.h"

struct figlio {
	enum mestiere mestiere;
	pid_t pid;		/* 0: not running */
	int64_t nato;		/* ns, monotonic */
	int64_t riparte;	/* when to start it; 0: now */
	int64_t ritardo;	/* of its next restart, ns */
};

enum stato_padre { P_AVVIO, P_SERVE, P_FINE };

struct padre {
	const struct opzioni_servi *opz;
	int ascolto;
	char *detto;			/* what it is reached by */
	char *spool;
	int coda[CODE_N][2];		/* taken from, put into */
	int quadro_fd;
	struct quadro *quadro;
	int pronto, segnali;
	enum stato_padre stato;
	int pronti;			/* that have said so */
	int64_t termine;		/* of what it is doing, ns */
	bool fallito;
	int64_t pulito;			/* when old files were last taken away,
					 * ns */
	struct figlio figlio[POSTI_QUADRO];
	int n;
};

/* Its pid; -1: not started, err_msg() says why.  Its slot is its place in
 * p->figlio. */
pid_t figlio_avvia(struct padre *p, struct figlio *f);

#endif
