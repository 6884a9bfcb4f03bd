/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_avvio.c - the parent: starts, waits, starts again, ends.
 *
 * Nothing of a request is in it, so that nothing of one can bring it down.  Who
 * dies soon after it was started is started again later each time, up to
 * LATEST; what waits in its queue is answered by another of its trade, or
 * by itself when it is back.
 */
#include "servizio/servi_avvio.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/process.h"
#include "colloquio/avvio.h"
#include "colloquio/cronaca.h"
#include "servizio/servi_figli.h"
#include "servizio/servi_interno.h"
#include "servizio/sosta.h"

#define OTHER_EDITION 2			/* cartella-web's exit status */
#define LISTEN_FD 3			/* where sd_listen_fds(3) wants it */
#define MS INT64_C(1000000)		/* ns */
#define FIRST (100 * MS)		/* second restart; the first is at once */
#define LATEST (30000 * MS)
#define LIVED (10000 * MS)		/* then its death is not its start's */
#define START (60000 * MS)		/* until all must serve */
#define SWEEP (300000 * MS)		/* between two looks at old files */

static const char *const trades[M_N] = {
	[M_WEB] = "web", [M_LETTORE] = "lettore",
	[M_SCRITTORE] = "scrittore", [M_COMPOSITORE] = "compositore",
};

static void execute_again(struct padre *p);

/* ---- one child ---- */

static void
start(struct padre *p, struct figlio *f)
{
	struct posto_quadro *posto = &p->quadro->posto[f - p->figlio];

	posto->mestiere = (int)f->mestiere;
	posto->avviato = 0;
	f->nato = clock_mono();
	f->riparte = 0;
	f->pid = figlio_avvia(p, f);
	posto->pid = (int)f->pid;
	if (f->pid < 0) {
		cronaca("figlio-non-avviato", "mestiere",
		    trades[f->mestiere], "messaggio", err_msg(), NULL);
		f->pid = 0;
		f->riparte = f->nato + LATEST;
	}
}

static void
how_it_ended(char out[32], int status)
{
	if (WIFSIGNALED(status))
		snprintf(out, 32, "segnale %d", WTERMSIG(status));
	else
		snprintf(out, 32, "uscita %d", WEXITSTATUS(status));
}

/* It could not even begin: to start it again is of no use. */
static bool
hopeless(const struct figlio *f, int status)
{
	return f->mestiere == M_WEB && WIFEXITED(status) &&
	    (WEXITSTATUS(status) == AVVIO_MAI ||
	    WEXITSTATUS(status) == OTHER_EDITION ||
	    WEXITSTATUS(status) == 127);
}

static void
again(struct padre *p, struct figlio *f)
{
	int64_t now = clock_mono();

	if (now - f->nato > LIVED)
		f->ritardo = 0;
	f->riparte = now + f->ritardo;
	f->ritardo = f->ritardo == 0 ? FIRST : f->ritardo * 2;
	if (f->ritardo > LATEST)
		f->ritardo = LATEST;
	p->quadro->riavvii++;
}

static void
died(struct padre *p, struct figlio *f, int status)
{
	struct posto_quadro *posto = &p->quadro->posto[f - p->figlio];
	char pid[16], how[32];

	snprintf(pid, sizeof pid, "%d", (int)f->pid);
	how_it_ended(how, status);
	f->pid = 0;
	posto->pid = 0;
	if (p->stato == P_FINE)
		return;
	cronaca("figlio-finito", "mestiere", trades[f->mestiere], "figlio",
	    pid, "come", how, NULL);
	/* who answers has seen the end of its queue, which is open here: a web
	 * child has shut it for all.  It is given none of the new ones. */
	if (p->stato == P_SERVE && f->mestiere != M_WEB && WIFEXITED(status) &&
	    WEXITSTATUS(status) == 0)
		execute_again(p);
	/* cartella-web of another edition: the programs have been replaced */
	if (p->stato == P_SERVE && f->mestiere == M_WEB && WIFEXITED(status) &&
	    WEXITSTATUS(status) == OTHER_EDITION)
		execute_again(p);
	if (p->stato == P_AVVIO || hopeless(f, status)) {
		p->fallito = true;
		err_set(ERR_FAULT, "un processo (%s) non è partito (%s): la "
		    "causa è nella riga sopra", trades[f->mestiere], how);
		return;
	}
	/* it may have died between an erasure and its end */
	if (f->mestiere != M_WEB)
		espunzioni_chiedi(p);
	again(p, f);
}

static void
reap(struct padre *p)
{
	int status, i;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		if (espunzioni_finite(p, pid, status))
			continue;
		prima_finito(p, pid);
		for (i = 0; i < p->n; i++)
			if (p->figlio[i].pid == pid)
				died(p, &p->figlio[i], status);
	}
}

/* ---- all of them ---- */

static void
plan(struct padre *p, enum mestiere m, int n)
{
	while (n-- > 0 && p->n < POSTI_QUADRO)
		p->figlio[p->n++] = (struct figlio){ .mestiere = m };
}

static void
plan_all(struct padre *p)
{
	const struct opzioni_servi *o = p->opz;
	int cores = (int)sysconf(_SC_NPROCESSORS_ONLN);

	if (cores < 1)
		cores = 1;
	plan(p, M_SCRITTORE, 1);
	plan(p, M_COMPOSITORE, o->compositori > 0 ? o->compositori : 2);
	plan(p, M_LETTORE, o->lettori > 0 ? o->lettori :
	    cores < 2 ? 2 : cores);
	plan(p, M_WEB, o->web > 0 ? o->web : cores);
}

static void
tell_web(struct padre *p, int sig)
{
	int i;

	for (i = 0; i < p->n; i++)
		if (p->figlio[i].pid > 0 && p->figlio[i].mestiere == M_WEB)
			kill(p->figlio[i].pid, sig);
}

static void
kill_all(struct padre *p)
{
	int i;

	for (i = 0; i < p->n; i++)
		if (p->figlio[i].pid > 0)
			kill(p->figlio[i].pid, SIGKILL);
	if (p->espunzioni > 0)
		kill(p->espunzioni, SIGKILL);
	prima_uccidi(p);
}

static int
alive(const struct padre *p)
{
	int i, n = p->n_prima + (p->espunzioni > 0);

	for (i = 0; i < p->n; i++)
		n += p->figlio[i].pid > 0;
	return n;
}

/* ---- what happens ---- */

/* Nobody can ask any more when the web children are gone: then the others see
 * the end of their queues. */
static void
begin_to_end(struct padre *p, const char *why)
{
	int i;

	if (p->stato == P_FINE) {	/* told twice: now */
		kill_all(p);
		return;
	}
	p->stato = P_FINE;
	p->termine = figli_termine();
	cronaca("fine", "perché", why, NULL);
	servi_notifica("STOPPING=1");
	tell_web(p, SIGTERM);
	close(p->ascolto);
	p->ascolto = -1;
	for (i = 0; i < CODE_N; i++) {
		close(p->coda[i][0]);
		close(p->coda[i][1]);
	}
}

/* The same process, another program: what listens stays open all the while. */
static void
execute_again(struct padre *p)
{
	const char *self = process_self();
	char pid[16];

	if (p->stato != P_SERVE)
		return;
	if (access(self, X_OK) != 0) {
		err_sys("%s", self);
		cronaca("riavvio-rifiutato", "messaggio", err_msg(), NULL);
		return;
	}
	cronaca("riavvio", NULL);
	servi_notifica("RELOADING=1");
	snprintf(pid, sizeof pid, "%d", (int)getpid());
	setenv("LISTEN_PID", pid, 1);
	setenv("LISTEN_FDS", "1", 1);
	tell_web(p, SIGTERM);
	prima_passa(p);
	/* it may be there already: then dup2 leaves it close-on-exec */
	if (dup2(p->ascolto, LISTEN_FD) == LISTEN_FD &&
	    fcntl(LISTEN_FD, F_SETFD, 0) == 0)
		execv(self, p->opz->argv);
	err_sys("%s", self);
	cronaca("riavvio-fallito", "messaggio", err_msg(), NULL);
	p->fallito = true;
}

static void
signal_came(struct padre *p)
{
	struct signalfd_siginfo s;

	while (read(p->segnali, &s, sizeof s) == sizeof s)
		switch (s.ssi_signo) {
		case SIGCHLD:
			reap(p);
			break;
		case SIGHUP:
			execute_again(p);
			break;
		case SIGUSR1:
			espunzioni_chiedi(p);
			break;
		default:
			begin_to_end(p, "segnale");
		}
}

static void
ready_came(struct padre *p)
{
	uint64_t n = 0;

	if (read(p->pronto, &n, sizeof n) != sizeof n || p->stato != P_AVVIO)
		return;
	p->pronti += (int)n;
	if (p->pronti < p->n)
		return;
	p->stato = P_SERVE;
	espunzioni_chiedi(p);
	p->quadro->avviato = (long)time(NULL);
	cronaca("pronto", "ascolto", p->detto, NULL);
	servi_notifica("READY=1");
	if (p->opz->pronto != NULL)
		p->opz->pronto(p->detto);
}

/* Starts those whose moment has come; until when to wait, in ms. */
static int
due(struct padre *p)
{
	int64_t now = clock_mono(), next = now + 60000 * MS, cura;
	struct figlio *f;
	int i;

	for (i = 0; i < p->n; i++) {
		f = &p->figlio[i];
		if (p->stato != P_FINE && f->pid == 0 && f->riparte <= now)
			start(p, f);
		if (p->stato != P_FINE && f->pid == 0 && f->riparte < next)
			next = f->riparte;
	}
	if (p->stato != P_SERVE && p->termine < next)
		next = p->termine;
	if ((cura = espunzioni_cura(p, now)) < next)
		next = cura;
	if (p->n_prima > 0 && p->prima_fino < next)
		next = p->prima_fino;
	return next <= now ? 0 : (int)((next - now) / MS) + 1;
}

/* A file that was sent and never registered is nobody's after its hour, even if
 * nobody sends another. */
static void
sweep(struct padre *p)
{
	int64_t now = clock_mono();

	if (p->pulito != 0 && now - p->pulito < SWEEP)
		return;
	p->pulito = now;
	sosta_pulisci(p->opz->dir);
}

static void
watch(struct padre *p)
{
	struct pollfd fds[] = { { p->segnali, POLLIN, 0 },
	    { p->pronto, POLLIN, 0 } };
	int ms = due(p);

	sweep(p);
	if (poll(fds, NELEM(fds), ms) < 0 && errno != EINTR)
		return;
	if (fds[1].revents & POLLIN)
		ready_came(p);
	if (fds[0].revents & POLLIN)
		signal_came(p);
	if (p->n_prima > 0 && clock_mono() >= p->prima_fino)
		prima_uccidi(p);
	if (p->stato == P_SERVE || clock_mono() < p->termine)
		return;
	if (p->stato == P_AVVIO) {
		p->fallito = true;
		err_set(ERR_FAULT, "non tutti i processi sono partiti in "
		    "tempo");
	}
	kill_all(p);
}

static int
run(struct padre *p)
{
	AUTO(arena) a = arena_new();
	const char *why = NULL;

	p->termine = clock_mono() + START;
	while (p->stato != P_FINE || alive(p) > 0) {
		watch(p);
		if (p->fallito && p->stato != P_FINE) {
			why = arena_strdup(a, err_msg());
			begin_to_end(p, why);
		}
	}
	return p->fallito ? err_set(ERR_FAULT, "%s", why != NULL ? why :
	    "il servizio è finito") : 0;
}

/* ---- making it ---- */

static int
make_quadro(struct padre *p)
{
	p->quadro_fd = memfd_create("quadro", MFD_CLOEXEC);
	if (p->quadro_fd < 0 ||
	    ftruncate(p->quadro_fd, sizeof(struct quadro)) != 0)
		return err_sys("il quadro");
	return quadro_apri(&p->quadro, p->quadro_fd);
}

static int
make_signals(struct padre *p)
{
	const int mine[] = { SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGCHLD };
	sigset_t set;
	size_t i;

	sigemptyset(&set);
	for (i = 0; i < NELEM(mine); i++)
		sigaddset(&set, mine[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	p->segnali = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	return p->segnali < 0 ? err_sys("i segnali") : 0;
}

/* Uploads wait here, without a name; what a page sends goes nowhere else. */
static int
make_spool(struct padre *p)
{
	char *dir = realpath(p->opz->dir, NULL);
	AUTO_BUF b = { 0 };
	int r;

	if (dir == NULL)
		return err_sys("%s", p->opz->dir);
	buf_printf(&b, "%s/spool", dir);
	free(dir);
	if ((r = dir_make(buf_str(&b))) != 0)
		return r;
	if ((p->spool = strdup(buf_str(&b))) == NULL)
		abort();
	return 0;
}

static int
check_address(const struct padre *p)
{
	const struct opzioni_servi *o = p->opz;

	if ((o->tls_cert != NULL) != (o->tls_chiave != NULL))
		return err_set(ERR_INVALID,
		    "--tls-cert e --tls-chiave si danno insieme");
	if (servi_aperto(p->ascolto) && o->tls_cert == NULL &&
	    o->proxy == NULL)
		return err_set(ERR_INVALID, "%s si raggiunge da altre "
		    "macchine: vuole --tls-cert e --tls-chiave, o un proxy "
		    "davanti (--dietro-proxy)", p->detto);
	return 0;
}

static int
make(struct padre *p)
{
	int i, r;

	if (!store_writable(p->opz->dir))
		return err_sys("%s", p->opz->dir);
	if ((r = servi_ascolta(&p->ascolto, &p->detto,
	    p->opz->indirizzo)) != 0 || (r = check_address(p)) != 0 ||
	    (r = make_spool(p)) != 0 || (r = make_quadro(p)) != 0 ||
	    (r = make_signals(p)) != 0)
		return r;
	for (i = 0; i < CODE_N; i++)
		if ((r = canale_coda(p->coda[i])) != 0)
			return r;
	prima_riprendi(p);
	p->pronto = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	return p->pronto < 0 ? err_sys("eventfd") : 0;
}

int
servi(const struct opzioni_servi *o)
{
	static struct padre p;
	int r;

	/* what the caller had open is for none of those that begin here */
	close_range(getenv("LISTEN_FDS") != NULL ? LISTEN_FD + 1 : LISTEN_FD,
	    ~0U, 0);
	p.opz = o;
	if (process_self()[0] == '\0')
		return err_set(ERR_FAULT, "il programma non sa dov'è");
	if ((r = make(&p)) != 0)
		return r;
	plan_all(&p);
	r = run(&p);
	free(p.detto);
	free(p.spool);
	return r;
}
