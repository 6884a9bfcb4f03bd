/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gabbia.h - the cage of a worker: what a process may still do once it is
 * going to look at bytes of others.
 *
 * no_new_privs, rlimits, landlock and seccomp, in this order; the first that
 * cannot be had is an error, and the process must then end without working.
 * In `san` and `cov` builds the cage is wider (see gabbia.c): what is promised
 * here is promised, and tested, in the other variants.
 */
#ifndef WORKER_GABBIA_H
#define WORKER_GABBIA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

enum filtro {
	FILTRO_STRETTO,		/* reads what it was given, computes, answers */
	FILTRO_UFFICIO,		/* LibreOffice: files of its folder, threads */
	FILTRO_WEB,		/* sockets it is given, files of its folder */
	FILTRO_DIRECTORY,	/* connects out, reads what the system has */
	FILTRO_CUSTODE,		/* waits, removes a folder */
	FILTRO_ARCHIVIO,	/* has the store: gabbia_socchiudi */
	FILTRO_COMPOSITORE	/* the same, and what it starts connects out */
};

struct gabbia {
	enum filtro filtro;
	uint64_t secondi;		/* of CPU */
	uint64_t memoria;		/* bytes of address space */
	uint64_t file;			/* bytes of the largest file written */
	uint64_t descrittori;		/* open files; 0: opens none */
	const char *const *legge;	/* paths readable; NULL-ended; or NULL */
	const char *const *esegue;	/* the same, also mapped as code */
	const char *scrive;		/* the one folder writable; or NULL */
	bool rete;			/* TCP connections that go out */
	bool segnali;			/* to processes that are not its own */
};

/* There is no way back. */
int gabbia_close(const struct gabbia *g) MUST;

/*
 * For who opens no bytes of others and needs the files it has: the filter alone,
 * and no rights to be gained.  What it starts is behind it too, and may close a
 * narrower door.
 */
int gabbia_socchiudi(enum filtro filtro) MUST;

/* Its two halves that fill a file each. */
int landlock_close(const struct gabbia *g) MUST;
int filtro_close(enum filtro filtro) MUST;

#endif
