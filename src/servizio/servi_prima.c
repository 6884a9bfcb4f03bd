/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_prima.c - who served before a restart: still our children, of a
 * program that is no more.  They finish what runs; who does not end by then is
 * killed.
 *
 * Their pids cross in the environment; a pid is looked for among our own
 * children, and so is nobody else's as long as it has not been waited for.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "base/buf.h"
#include "base/clock.h"
#include "colloquio/avvio.h"
#include "colloquio/cronaca.h"
#include "servizio/servi_figli.h"

#define PASSED "CARTELLA_DI_PRIMA"
#define SECOND INT64_C(1000000000)

int64_t
figli_termine(void)
{
	int s = AVVIO_FINE + 2;
#ifdef PROVA
	const char *asked = getenv("CARTELLA_FINE");

	if (asked != NULL)
		s = (int)strtol(asked, NULL, 10);
#endif
	return clock_mono() + s * SECOND;
}

void
prima_passa(const struct padre *p)
{
	AUTO_BUF b = { 0 };
	int i;

	for (i = 0; i < p->n; i++)
		if (p->figlio[i].pid > 0)
			buf_printf(&b, "%d ", (int)p->figlio[i].pid);
	for (i = 0; i < p->n_prima; i++)
		buf_printf(&b, "%d ", (int)p->prima[i]);
	setenv(PASSED, buf_str(&b), 1);
}

void
prima_riprendi(struct padre *p)
{
	const char *s = getenv(PASSED);
	char *end;
	long pid;

	for (; s != NULL && p->n_prima < PRIMA_MAX; s = end) {
		pid = strtol(s, &end, 10);
		if (end == s)
			break;
		/* ended meanwhile, or none of ours */
		if (pid > 1 && waitpid((pid_t)pid, NULL, WNOHANG) == 0)
			p->prima[p->n_prima++] = (pid_t)pid;
	}
	unsetenv(PASSED);
	p->prima_fino = figli_termine();
}

void
prima_finito(struct padre *p, pid_t pid)
{
	int i;

	for (i = 0; i < p->n_prima; i++)
		if (p->prima[i] == pid) {
			p->prima[i] = p->prima[--p->n_prima];
			return;
		}
}

void
prima_uccidi(struct padre *p)
{
	char pid[16];
	int i;

	for (i = 0; i < p->n_prima; i++) {
		snprintf(pid, sizeof pid, "%d", (int)p->prima[i]);
		cronaca("figlio-ucciso", "figlio", pid, "perché",
		    "di prima del riavvio, non finiva", NULL);
		kill(p->prima[i], SIGKILL);
	}
	p->n_prima = 0;
}
