/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_figli.c - a child: forked, left with the descriptors that are its own.
 *
 * A web child is another program, which is given no path of the store but that
 * of the spool, and no environment.  It is told to end when the parent dies; the
 * others end when nobody can ask them any more.
 */
#include "servizio/servi_figli.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "base/process.h"
#include "base/resource.h"
#include "colloquio/avvio.h"
#include "servizio/servi_interno.h"
#include "worker/prova.h"

/* ---- a web child ---- */

static void
tell(struct buf *out, const struct padre *p, const struct figlio *f)
{
	const struct opzioni_servi *o = p->opz;
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "avvio");

	nodo_set(a, n, "posto", arena_printf(a, "%d",
	    (int)(f - p->figlio)));
	nodo_set(a, n, "spool", p->spool);
	nodo_set(a, n, "tls-cert", o->tls_cert);
	nodo_set(a, n, "tls-chiave", o->tls_chiave);
	nodo_set(a, n, "tls-ca", o->tls_ca);
	nodo_set(a, n, "proxy", o->proxy != NULL ? o->proxy : "");
	nodo_set(a, n, "utente-intestazione", o->utente_intestazione);
	nodo_set(a, n, "nomi", o->nomi);
	nodo_set(a, n, "connessioni", arena_printf(a, "%d",
	    o->connessioni > 0 ? o->connessioni : 256));
	nodo_pack(out, n);
}

/* First out of the way, then each to its place: they may be one another's. */
static int
place(int *fd)
{
	int i;

	for (i = AVVIO_ASCOLTO; i < AVVIO_FD_N; i++)
		if ((fd[i] = fcntl(fd[i], F_DUPFD_CLOEXEC, 32)) < 0)
			return -1;
	for (i = AVVIO_ASCOLTO; i < AVVIO_FD_N; i++)
		if (dup2(fd[i], i) < 0)
			return -1;
	return 0;
}

static _Noreturn void
become_web(struct padre *p, int text, const char *path, pid_t parent)
{
	char *const argv[] = { (char *)(intptr_t)path,
	    (char *)(intptr_t)resource_edition, NULL };
	char *const *envp = prova_ambiente();
	int fd[AVVIO_FD_N], i, null = open("/dev/null", O_RDWR | O_CLOEXEC);
	sigset_t none;

	fd[AVVIO_ASCOLTO] = p->ascolto;
	for (i = 0; i < CODE_N; i++)
		fd[AVVIO_CODA + i] = p->coda[i][1];
	fd[AVVIO_QUADRO] = p->quadro_fd;
	fd[AVVIO_PRONTO] = p->pronto;
	fd[AVVIO_TESTO] = text;
	if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0 || getppid() != parent ||
	    null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0 ||
	    place(fd) != 0)
		_exit(AVVIO_MAI);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	execve(path, argv, envp);
	_exit(127);
}

static pid_t
start_web(struct padre *p, struct figlio *f)
{
	AUTO(arena) a = arena_new();
	const char *path = arena_printf(a, "%s-web", process_self());
	pid_t parent = getpid(), pid;
	AUTO_FD int text = -1;
	AUTO_BUF b = { 0 };

	tell(&b, p, f);
	if (canale_file(&text, b.data, b.len) != 0)
		return -1;
	if ((pid = fork()) == 0)
		become_web(p, text, path, parent);
	return pid < 0 ? (pid_t)err_sys("fork") : pid;
}

/* ---- who has the store ---- */

static const enum coda queues[M_N] = { [M_LETTORE] = CODA_LETTURE,
    [M_SCRITTORE] = CODA_SCRITTURE, [M_COMPOSITORE] = CODA_LENTE };

/* Each puts only into queues behind its own: so they end one after the other. */
static _Noreturn void
become(struct padre *p, struct figlio *f)
{
	const enum coda mine = queues[f->mestiere];
	struct servi s = { .dir = p->opz->dir, .mestiere = f->mestiere,
	    .opz = p->opz, .posto = &p->quadro->posto[f - p->figlio],
	    .quadro = p->quadro, .padre = getppid() };
	int i, pronto = p->pronto;

	close(p->ascolto);
	close(p->segnali);
	for (i = 0; i < CODE_N; i++) {
		s.metti[i] = -1;
		if (i > (int)mine)
			s.metti[i] = p->coda[i][1];
		else
			close(p->coda[i][1]);
		if (i != (int)mine)
			close(p->coda[i][0]);
	}
	servi_processo(&s, p->coda[mine][0], pronto);
}

pid_t
figlio_avvia(struct padre *p, struct figlio *f)
{
	pid_t pid;

	if (f->mestiere == M_WEB)
		return start_web(p, f);
	if ((pid = fork()) == 0)
		become(p, f);
	return pid < 0 ? (pid_t)err_sys("fork") : pid;
}
