/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * custode.c - who stays outside the cage and tidies up after it.
 *
 * The folder of a caged process cannot be removed from inside the cage, and
 * who asked for it may be killed.  So there is a process between the two that
 * does nothing but wait.  Keeps: whichever of the three dies, and however, the
 * caged one does not outlive the others and its folder goes; only when both
 * others die at once does it stay, to be found by casa_sweep().
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "worker/operaio.h"

/* Of the child: its exit status, or 128 and the signal. */
static int
wait_end(pid_t pid, const sigset_t *set)
{
	int sig, status;

	for (;;) {
		if (waitpid(pid, &status, WNOHANG) == pid)
			return WIFSIGNALED(status) ?
			    128 + WTERMSIG(status) : WEXITSTATUS(status);
		if (sigwait(set, &sig) == 0 && sig == SIGTERM)
			kill(pid, SIGKILL);
	}
}

/* Where $HOME stands, which has to go. */
int
custode_close(void)
{
	const char *casa = getenv("HOME"), *slash;
	AUTO(arena) a = arena_new();
	struct gabbia g = { .filtro = FILTRO_CUSTODE, .secondi = 60,
	    .memoria = 1024 * MB, .descrittori = 64, .segnali = true };

	if (casa != NULL && (slash = strrchr(casa, '/')) > casa)
		g.scrive = arena_strndup(a, casa, (size_t)(slash - casa));
	return gabbia_close(&g);
}

static _Noreturn void
guard(pid_t pid, const sigset_t *set)
{
	static const int group[] = { SIGINT, SIGQUIT, SIGHUP };
	const char *casa = getenv("HOME");
	size_t i;
	int status;

	/* what a terminal sends to all of us is not meant for who tidies up */
	for (i = 0; i < NELEM(group); i++)
		signal(group[i], SIG_IGN);
	/* the end of the socket is the child's alone; fd 4 stays: the lock */
	if (close_range(0, 3, 0) != 0 ||
	    prctl(PR_SET_PDEATHSIG, SIGTERM) != 0 || custode_close() != 0)
		kill(pid, SIGKILL);
	status = wait_end(pid, set);
	if (casa != NULL && casa[0] == '/' && dir_remove(casa) != 0)
		_exit(1);
	_exit(status);
}

int
custode_part(void)
{
	const pid_t we = getpid();
	sigset_t set, before;
	pid_t pid;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGCHLD);
	if (sigprocmask(SIG_BLOCK, &set, &before) != 0)
		return err_sys("sigprocmask");
	if ((pid = fork()) < 0)
		return err_sys("fork");
	if (pid > 0)
		guard(pid, &set);
	if (close(4) != 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 ||
	    sigprocmask(SIG_SETMASK, &before, NULL) != 0)
		return err_sys("custode");
	if (getppid() != we)		/* it died before it could be told */
		_exit(1);
	return 0;
}
