/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * operaio.c - the program cartella-operaio: all jobs of the cages, also those
 * on messages and PDFs, whose libraries `cartella` does not link.
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
		fputs("cartella-operaio: lo lancia «cartella» della stessa "
		    "versione\n", stderr);
		return 2;
	}
	worker_main(lavoro);
}
