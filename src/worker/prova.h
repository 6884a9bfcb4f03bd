/* SPDX-License-Identifier: EUPL-1.2 */
/* prova.h - what a caged process tries of what it must not do (prova.c). */
#ifndef WORKER_PROVA_H
#define WORKER_PROVA_H

#include <stdbool.h>
#include <stddef.h>

/* Whoever has the attempts made puts a file there first: it is lost where a
 * file can be removed. */
#define PROVA_VITTIMA "/tmp/cartella-gabbia-vittima"

/* The name of attempt i; NULL behind the last. */
const char *prova_nome(int i);

/* From attempt `da` on, each one's outcome as "CHI NAME HOW" on fd; without
 * `muore` not the one that every cage answers with death. */
void prova_fai(const char *chi, int da, int fd, bool muore);

/* Says "fermo" on stdout and waits on stdin: its limits can be looked at. */
_Noreturn void prova_ferma(void);

/* In test builds, of who closed a door: the attempts, on stderr, when
 * CARTELLA_GABBIA is in the environment; and the environment in which a process
 * that is given none finds it.  In others nothing, and none. */
#ifdef PROVA
char *const *prova_ambiente(void);
#define PROVA_GABBIA(chi) do {			\
	if (getenv("CARTELLA_GABBIA") != NULL)	\
		prova_fai(chi, 0, 2, false);	\
} while (0)
#else
#define PROVA_GABBIA(chi) ((void)0)
static inline char *const *
prova_ambiente(void)
{
	static char *const none[] = { NULL };

	return none;
}
#endif

#endif
