/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gabbia.c - closes the door, in the order that leaves no window: first the
 * process gives up gaining rights, then its means are bounded, then files are
 * taken from it, last the system calls (the filter forbids the earlier steps).
 *
 * Under ASan the address space cannot be bounded and the sanitizer needs calls
 * no worker needs; coverage is written to files.  There only what does not
 * disturb them is set: of coverage, the bound of memory is, without which what
 * grows for a test takes all the machine has.
 */
#include "worker/gabbia.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#if defined(SAN) || defined(COV)
#define LARGA 1
#else
#define LARGA 0
#endif

static int
limit(__rlimit_resource_t what, uint64_t n)
{
	struct rlimit now, r = { n, n };

	/* a lower limit imposed from outside stays */
	if (getrlimit(what, &now) != 0)
		return err_sys("limiti del processo");
	if (now.rlim_max < n)
		r.rlim_cur = r.rlim_max = now.rlim_max;
	if (setrlimit(what, &r) != 0)
		return err_sys("limiti del processo");
	return 0;
}

static int
limits(const struct gabbia *g)
{
	int r;

	if ((r = limit(RLIMIT_CORE, 0)) != 0 ||
	    (r = limit(RLIMIT_CPU, g->secondi)) != 0)
		return r;
#ifndef SAN
	if ((r = limit(RLIMIT_AS, g->memoria)) != 0)
		return r;
#endif
	return LARGA ? 0 : limit(RLIMIT_FSIZE, g->file);
}

static int
gain_nothing(void)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return err_sys("no_new_privs");
	return 0;
}

int
gabbia_socchiudi(enum filtro filtro)
{
	int r;

	if ((r = gain_nothing()) != 0 || LARGA)
		return r;
	return filtro_close(filtro);
}

int
gabbia_close(const struct gabbia *g)
{
	int r;

	if ((r = gain_nothing()) != 0 || (r = limits(g)) != 0)
		return r;
	if (LARGA)
		return 0;
	if ((r = landlock_close(g)) != 0)
		return r;
	/* last of the limits: landlock opens the paths it is told */
	if ((r = limit(RLIMIT_NOFILE, g->descrittori)) != 0)
		return r;
	return filtro_close(g->filtro);
}
