/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * operaio.c - the other program, cartella-operaio: the jobs of the cages, also
 * those on messages and PDFs, whose libraries `cartella` does not link.
 *
 * Refuses to serve a program of another build.
 */
#include <stdio.h>
#include <string.h>

#include "worker/operaio.h"
#include "worker/worker.h"

int
main(int argc, char **argv)
{
	if (argc != 4 || strcmp(argv[1], "--operaio") != 0 ||
	    strcmp(argv[3], OPERAIO_FORMA) != 0) {
		fputs("cartella-operaio: lo lancia «cartella» della stessa "
		    "versione\n", stderr);
		return 2;
	}
	worker_main(argv[2]);
}
