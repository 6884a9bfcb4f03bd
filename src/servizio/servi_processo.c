/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_processo.c - what a lettore, the scrittore, a compositore does all day:
 * takes what waits, answers.
 *
 * Who reads takes up to LETTURE_INSIEME requests that wait together and writes
 * their rows of the read log in one transaction; who writes takes up to
 * ATTI_INSIEME acts into one transaction of the register.  Nobody waits for
 * company: a request alone is answered alone.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "atti/runner.h"
#include "base/lock.h"
#include "base/point.h"
#include "colloquio/cronaca.h"
#include "servizio/servi_interno.h"
#include "worker/gabbia.h"
#include "worker/prova.h"
#include "xml/xml.h"

#define LETTURE_INSIEME 8
#define ATTI_INSIEME 64
#define LETTURA_SECONDI 60	/* for a group; then its lettore is ended */

/* ---- the store ---- */

static int
open_store(struct servi *s)
{
	/* before it is opened: if it changes meanwhile, we are told again */
	long which = s->quadro->registro;
	int r = store_open(&s->st, s->dir, 0);

	if (r == 0)
		s->posto->registro = which;
	else
		cronaca("archivio-non-aperto", "messaggio", err_msg(), NULL);
	return r;
}

/* ricostruisci puts another register in the place of the one that is open. */
static int
servi_attuale(struct servi *s)
{
	long which = s->quadro->registro;
	int r = store_current(s->st);

	if (r == 0)
		s->posto->registro = which;
	if (r != ERR_BUSY)
		return r;
	err_clear();
	cronaca("registro-ricostruito", NULL);
	servi_accesso_chiudi(s);
	store_close(s->st);
	s->st = NULL;
	return open_store(s);
}

/* ---- a group ---- */

struct group {
	struct lavoro_servi *l[ATTI_INSIEME];
	struct op *op[ATTI_INSIEME * LETTURE_MAX];
	int n, n_op;
};

static bool
is(const struct lavoro_servi *l, const char *tipo)
{
	return strcmp(l->riga->tipo, tipo) == 0;
}

/* Those with an fn are answered at once; 1: it waits for the others. */
static bool
begin(struct servi *s, struct lavoro_servi *l)
{
	int r;

	if (l->riga->fn != NULL) {
		r = l->riga->fn(l->risposta, s, l->richiesta, &l->c);
		if (r != 0)
			servi_esito(l->risposta, s, esito_web_di_errore(r),
			    err_msg());
	} else if (is(l, "leggi")) {
		servi_leggi(s, l);
	} else {
		servi_compi(s, l);
	}
	/* a leggi without a reading may ask for cards of files */
	if (l->riga->fn == NULL && (l->n_op > 0 || is(l, "leggi")))
		return true;
	lavoro_rispondi(s, l);
	return false;
}

static void
take(struct servi *s, struct group *g, struct consegna *c)
{
	struct lavoro_servi *l = lavoro_new(s, c);
	int i;

	if (l->riga == NULL || !begin(s, l)) {
		lavoro_free(l);
		return;
	}
	g->l[g->n++] = l;
	for (i = 0; i < l->n_op; i++)
		g->op[g->n_op++] = l->op[i];
}

/* Somebody made the register again while these waited for the lock: who asks
 * asks again, and another of this trade has the new one. */
static void
give_up_old(struct servi *s, struct op **acts, int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (acts[i]->stato == OP_ERRORE &&
		    acts[i]->errore == ERR_BUSY &&
		    store_current(s->st) == ERR_BUSY) {
			cronaca("registro-ricostruito", NULL);
			exit(1);
		}
	err_clear();
}

/* Words of what was erased are in the register still: the parent has it made
 * again. */
static void
ask_for_end(const struct servi *s, struct op **acts, int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (acts[i]->stato == OP_FATTO && acts[i]->riscrittura != NULL &&
		    getppid() == s->padre) {
			kill(s->padre, SIGUSR1);
			return;
		}
}

/* What was shown to nobody is told to nobody: each op has its outcome. */
static void
run(struct servi *s, struct group *g)
{
	struct op *acts[ATTI_INSIEME] = { NULL };
	struct op *reads[ATTI_INSIEME * LETTURE_MAX];
	int i, n_acts = 0, n_reads = 0;

	for (i = 0; i < g->n_op; i++)
		if (servi_lettura(g->op[i]))
			reads[n_reads++] = g->op[i];
		else
			acts[n_acts++] = g->op[i];
	if (n_reads > 0 && runner_leggi(s->st, reads, n_reads) != 0)
		cronaca_errore("letture-non-scritte", NULL, err_msg());
	if (n_acts > 0 && runner_gruppo(s->st, acts, n_acts) != 0)
		cronaca_errore("atti-non-compiuti", NULL, err_msg());
	give_up_old(s, acts, n_acts);
	ask_for_end(s, acts, n_acts);
}

static void
finish(struct servi *s, struct group *g)
{
	int i;

	POINT("servi-prima-della-risposta");
	for (i = 0; i < g->n; i++) {
		lavoro_entra(s, g->l[i]);
		servi_fine(s, g->l[i]);
		lavoro_rispondi(s, g->l[i]);
		lavoro_free(g->l[i]);
	}
}

/* ---- the loop ---- */

static int
together(const struct servi *s)
{
	switch (s->mestiere) {
	case M_SCRITTORE:
		return ATTI_INSIEME;
	case M_LETTORE:
		return LETTURE_INSIEME;
	default:
		return 1;
	}
}

static void
round_of(struct servi *s, int prende, struct consegna *first)
{
	struct group g = { .n = 0 };
	struct consegna c = *first;
	int taken = 0, r;

	/* it is told what is wrong, each time, until it is mended */
	if ((r = servi_attuale(s)) != 0 && s->st == NULL) {
		consegna_free(&c);
		exit(1);
	}
	/* who hangs would keep its part of the queue for ever; an act is not
	 * cut short: it may wait for the lock */
	if (s->mestiere == M_LETTORE)
		alarm(LETTURA_SECONDI);
	do
		take(s, &g, &c);
	while (++taken < together(s) &&
	    (r = canale_prendi(&c, prende, false)) == 0);
	err_clear();
	if (g.n_op > 0)
		run(s, &g);
	finish(s, &g);
	alarm(0);
}

static void
nothing(int sig)
{
	(void)sig;
}

/*
 * SIGUSR1, that the register was made again, is heard only while nothing is
 * done; whoever sends it does so until it was heard.
 */
static void
hear(bool yes)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(yes ? SIG_UNBLOCK : SIG_BLOCK, &set, NULL);
}

static int
wait_for_one(struct consegna *c, int prende)
{
	int r;

	hear(true);
	r = canale_prendi(c, prende, true);
	hear(false);
	return r;
}

/* The parent alone is told to end; these end when nobody asks any more. */
static void
signals(void)
{
	const int quiet[] = { SIGTERM, SIGINT, SIGHUP, SIGUSR2 };
	struct sigaction a = { .sa_handler = nothing, .sa_flags = SA_RESTART };
	sigset_t none;
	size_t i;

	for (i = 0; i < NELEM(quiet); i++)
		sigaction(quiet[i], &a, NULL);
	sigaction(SIGUSR1, &(struct sigaction){ .sa_handler = nothing }, NULL);
	sigaction(SIGPIPE, &(struct sigaction){ .sa_handler = SIG_IGN }, NULL);
	signal(SIGCHLD, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	hear(false);
}

void
servi_processo(struct servi *s, int prende, int pronto)
{
	static const char *const names[M_N] = { [M_LETTORE] = "lettore",
	    [M_SCRITTORE] = "scrittore", [M_COMPOSITORE] = "compositore" };
	struct consegna c;
	int r;

	signals();
	prctl(PR_SET_NAME, names[s->mestiere]);
	if (open_store(s) != 0 ||
	    gabbia_socchiudi(s->mestiere == M_COMPOSITORE ?
	    FILTRO_COMPOSITORE : FILTRO_ARCHIVIO) != 0)
		exit(1);
	PROVA_GABBIA(names[s->mestiere]);
	s->posto->avviato = (long)time(NULL);
	if (eventfd_write(pronto, 1) != 0)
		exit(1);
	close(pronto);
	while ((r = wait_for_one(&c, prende)) != ERR_ABSENT) {
		if (r == ERR_BUSY) {
			if (servi_attuale(s) != 0 && s->st == NULL)
				exit(1);
			continue;
		}
		if (r != 0)	/* a message without form: its sender's fault */
			cronaca_errore("messaggio-rotto", NULL, err_msg());
		if (r == ERR_FAULT)
			exit(1);
		if (r != 0)
			continue;
		round_of(s, prende, &c);
	}
	servi_accesso_chiudi(s);
	store_close(s->st);
	exit(0);
}
