/* SPDX-License-Identifier: EUPL-1.2 */
/* servi_figli.h - the parent's children.  Internal to servi_avvio.c,
 * servi_figli.c and servi_prima.c. */
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

#define PRIMA_MAX (2 * POSTI_QUADRO)	/* of two restarts, one upon the other */

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
	pid_t espunzioni;		/* who ends erasures; 0: nobody does */
	bool espunzioni_chieste;
	int64_t espunzioni_quando;	/* not before, ns */
	struct figlio figlio[POSTI_QUADRO];
	int n;
	pid_t prima[PRIMA_MAX];		/* who served before the restart */
	int n_prima;
	int64_t prima_fino;		/* then they are killed, ns */
};

/* Its pid; -1: not started, err_msg() says why.  Its slot is its place in
 * p->figlio. */
pid_t figlio_avvia(struct padre *p, struct figlio *f);

/* servi_espunzioni.c.  Somebody may have left an erasure to be ended. */
void espunzioni_chiedi(struct padre *p);
/* true: it was the pid of who ends them. */
bool espunzioni_finite(struct padre *p, pid_t pid, int status);
/* Does what is due; when it wants to be asked again, ns. */
int64_t espunzioni_cura(struct padre *p, int64_t now);

/* Until when who was told to end may take, ns. */
int64_t figli_termine(void);

/* Across a restart: leaves the pids of all children for the program that comes,
 * and takes them up there. */
void prima_passa(const struct padre *p);
void prima_riprendi(struct padre *p);
void prima_finito(struct padre *p, pid_t pid);
void prima_uccidi(struct padre *p);

#endif
