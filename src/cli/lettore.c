/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lettore.c - the program cartella-lettore: the jobs of the cages that every
 * command needs, with no library but theirs.  It starts in half the time of
 * `cartella`, and what is not linked cannot be attacked.
 *
 * Refuses to serve a program of another build.
 */
#include <stdio.h>

#include "worker/worker.h"

int
main(int argc, char **argv)
{
	const char *lavoro = worker_chiamato(argc, argv);

	if (lavoro == NULL) {
		fputs("cartella-lettore: lo lancia «cartella» della stessa "
		    "versione\n", stderr);
		return 2;
	}
	worker_main_leggero(lavoro);
}
