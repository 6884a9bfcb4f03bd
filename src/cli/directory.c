/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * directory.c - the program cartella-directory (accesso/directory.h), whose
 * library `cartella` does not link.
 */
#include <stdio.h>

#include "accesso/directory.h"

int
main(int argc, char **argv)
{
	int status = directory_main(argc, argv);

	if (status == 2)
		fprintf(stderr, "%s\n", err_msg());
	return status;
}
