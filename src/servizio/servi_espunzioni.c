/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_espunzioni.c - the end of an erasure while others are served.
 *
 * A child of its own, that lives as long as that takes, makes the register
 * again; readings are answered meanwhile from the one there was, acts wait for
 * the lock.  Then every process that has the old register open is told, until it
 * has let it go: what was erased is in no file any more.
 */
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "atti/store.h"
#include "base/clock.h"
#include "base/point.h"
#include "colloquio/cronaca.h"
#include "servizio/servi_figli.h"
#include "servizio/servizio.h"
#include "worker/gabbia.h"
#include "worker/prova.h"

#define MS INT64_C(1000000)		/* ns */
#define LATER (30000 * MS)		/* after one that failed */
#define TELL (200 * MS)			/* between two words to who is busy */
#define NOTHING 3			/* exit status: none was to be ended */

static int
end_them(const char *dir)
{
	struct store *st;
	int r;

	if ((r = store_open(&st, dir, 0)) != 0)
		return r;
	r = espunzioni_sospese(st);
	store_close(st);
	if (r != 1)
		return r < 0 ? r : NOTHING;
	POINT("servi-espunzioni");
	return servizio_espunzioni(dir);
}

static _Noreturn void
become(struct padre *p)
{
	sigset_t none;
	int i, r;

	close(p->ascolto);
	close(p->segnali);
	for (i = 0; i < CODE_N; i++) {
		close(p->coda[i][0]);
		close(p->coda[i][1]);
	}
	signal(SIGUSR1, SIG_IGN);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	prctl(PR_SET_NAME, "espunzioni");
	if (gabbia_socchiudi(FILTRO_ARCHIVIO) != 0)
		exit(1);
	PROVA_GABBIA("espunzioni");
	if ((r = end_them(p->opz->dir)) < 0)
		cronaca("espunzione-non-finita", "messaggio", err_msg(), NULL);
	exit(r < 0 ? 1 : r);
}

void
espunzioni_chiedi(struct padre *p)
{
	p->espunzioni_chieste = true;
	p->espunzioni_quando = 0;
}

bool
espunzioni_finite(struct padre *p, pid_t pid, int status)
{
	if (p->espunzioni == 0 || pid != p->espunzioni)
		return false;
	p->espunzioni = 0;
	if (WIFEXITED(status) && WEXITSTATUS(status) == NOTHING)
		return true;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
		cronaca("espunzione-finita", NULL);
		p->quadro->registro++;
		return true;
	}
	espunzioni_chiedi(p);
	p->espunzioni_quando = clock_mono() + LATER;
	return true;
}

/* Is one still on the register of before?  It is told. */
static bool
tell(struct padre *p)
{
	bool some = false;
	int i;

	for (i = 0; i < p->n; i++) {
		const struct posto_quadro *posto = &p->quadro->posto[i];

		if (p->figlio[i].mestiere == M_WEB || p->figlio[i].pid <= 0 ||
		    posto->avviato == 0 ||
		    posto->registro == p->quadro->registro)
			continue;
		some = true;
		kill(p->figlio[i].pid, SIGUSR1);
	}
	return some;
}

static void
start(struct padre *p)
{
	pid_t pid;

	p->espunzioni_chieste = false;
	if ((pid = fork()) == 0)
		become(p);
	if (pid > 0) {
		p->espunzioni = pid;
		return;
	}
	err_sys("fork");
	cronaca("espunzione-non-finita", "messaggio", err_msg(), NULL);
	espunzioni_chiedi(p);
	p->espunzioni_quando = clock_mono() + LATER;
}

int64_t
espunzioni_cura(struct padre *p, int64_t now)
{
	if (p->stato != P_SERVE)
		return INT64_MAX;
	if (p->espunzioni_chieste && p->espunzioni == 0 &&
	    p->espunzioni_quando <= now)
		start(p);
	if (tell(p))
		return now + TELL;
	return p->espunzioni_chieste && p->espunzioni == 0 ?
	    p->espunzioni_quando : INT64_MAX;
}
